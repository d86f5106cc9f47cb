import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError, Kind, parse } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest } from '../graphql/bounds/refusal.ts';
import { packageRoot } from '../store/package-root.ts';

/** A query that is kept with the server, so that a caller need not send it. */
interface TrustedDocument {
  /** The file's name, such as `papers-with-links`. */
  readonly name: string;
  readonly operationName: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** The named operations of `schema/operations`, by name. */
export function trustedDocuments(): readonly TrustedDocument[] {
  const folder = join(packageRoot(), 'schema', 'operations');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const [operation] = parse(text).definitions;
    const operationName = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.name?.value ?? '') : '';
    return { name: file.replace('.graphql', ''), operationName, text, hash: hashOf(text) };
  });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Has callers name a query instead of sending it: `documentId` with its name or hash, or the hash as Apollo's clients send
 * it in `extensions.persistedQuery`.
 * @param trustedOnly - other queries are refused
 */
export function persistedDocuments({ trustedOnly }: { readonly trustedOnly: boolean }): Plugin {
  const known = new Map<string, string>();
  for (const { name, operationName, text, hash } of trustedDocuments()) {
    for (const id of [name, operationName, hash, `sha256:${hash}`]) known.set(id, text);
  }
  return usePersistedOperations({
    allowArbitraryOperations: !trustedOnly,
    extractPersistedOperationId: (params, request) => documentIdOf(params, request),
    getPersistedOperation: (id) => known.get(id) ?? null,
    customErrors: {
      // The words that Apollo's clients look for: they then send the query itself.
      notFound: () => refused('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'),
      persistedQueryOnly: () =>
        refused(
          'TRUSTED_DOCUMENTS_ONLY',
          'query: this server answers the queries of schema/operations alone. Send one of their names as documentId instead.',
        ),
      keyNotFound: () =>
        refused('QUERY_MISSING', 'Expected a query, or the id of one as documentId, but found neither.', {
          status: 400,
        }),
    },
  });
}

function documentIdOf({ extensions, ...params }: GraphQLParams, { method, url }: Request): string | null {
  const persisted: unknown = extensions?.persistedQuery;
  if (typeof persisted === 'object' && persisted !== null && 'sha256Hash' in persisted) {
    return String(persisted.sha256Hash);
  }
  const id = method === 'GET' ? new URL(url).searchParams.get('documentId') : Object(params).documentId;
  return typeof id === 'string' && id !== '' ? id : null;
}

function refused(code: string, message: string, http: { readonly status: number } = badRequest): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http } });
}
