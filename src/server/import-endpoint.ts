import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { importSource } from '../import/import-source.ts';
import { InputError, PapergraphError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** Where a command of this machine's user hands an import to the server that has the embedded store open. */
export const importPath = '/internal/import';

/** What the command asks for. Paths are absolute: both processes see one file system. */
export interface ImportRequest {
  readonly path: string;
  readonly sourceKey: string | null;
  readonly dryRun: boolean;
}

const maxBodyBytes = 65_536;

/** Answers with the import's summary, or with the error's code and message. */
export async function handleImport(
  request: IncomingMessage,
  response: ServerResponse,
  { store, token }: { readonly store: GraphStore; readonly token: string },
): Promise<void> {
  if (request.method !== 'POST' || !isAllowed(request, token)) return answer(response, 404, { message: 'Not found' });
  try {
    const { path, sourceKey, dryRun } = requestOf(await bodyOf(request));
    answer(response, 200, await importSource(store, path, { dryRun, ...(sourceKey !== null && { sourceKey }) }));
  } catch (error) {
    if (!(error instanceof PapergraphError)) throw error;
    answer(response, 422, { code: error.code, message: error.message });
  }
}

function isAllowed({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new InputError('REQUEST_TOO_LARGE', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function requestOf(body: string): ImportRequest {
  const value: unknown = JSON.parse(body);
  if (typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string') {
    const { path } = value;
    const sourceKey = 'sourceKey' in value && typeof value.sourceKey === 'string' ? value.sourceKey : null;
    return { path, sourceKey, dryRun: 'dryRun' in value && value.dryRun === true };
  }
  throw new InputError('BAD_REQUEST', 'Expected a request with a path.');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
