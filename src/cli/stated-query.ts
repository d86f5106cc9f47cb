import { readFileSync } from 'node:fs';
import { GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { InputError } from '../model/errors.ts';
import { trustedDocuments } from '../server/trusted-documents.ts';
import { didYouMean } from './nearest.ts';

/** A query that somebody named on the command line. */
export interface StatedQuery {
  readonly text: string;
  readonly operation: OperationDefinitionNode;
  /** Its hash, where every Papergraph knows it. */
  readonly documentId: string | null;
}

/**
 * The query in a file, or the named operation of `schema/operations`, by its file's or its own name.
 * @throws InputError OPERATION_UNKNOWN, FILE_UNREADABLE, BAD_QUERY
 */
export function statedQuery(stated: string): StatedQuery {
  const known = trustedDocuments();
  const found = known.find(({ name, operationName }) => name === stated || operationName === stated);
  if (found) return { text: found.text, operation: operationIn(found.text, stated), documentId: found.hash };
  if (!/[./\\]/.test(stated)) {
    throw new InputError(
      'OPERATION_UNKNOWN',
      `${stated}: expected a file with a query, or one of ${known.map(({ name }) => name).join(', ')}.` +
        didYouMean(
          stated,
          known.flatMap(({ name, operationName }) => [name, operationName]),
        ),
    );
  }
  const text = readQuery(stated);
  return { text, operation: operationIn(text, stated), documentId: null };
}

function readQuery(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new InputError('FILE_UNREADABLE', `${path}: expected a file with a query, but it cannot be read: ${found}.`, {
      cause: error,
    });
  }
}

function operationIn(text: string, place: string): OperationDefinitionNode {
  const operations = parsed(text, place).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation && operations.length === 1) return operation;
  throw new InputError(
    'BAD_QUERY',
    `${place}: expected one operation, but found ${operations.length}. Put each into a file of its own.`,
  );
}

function parsed(text: string, place: string) {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [at] = error.locations ?? [];
    throw new InputError(
      'BAD_QUERY',
      `${place}${at ? `:${at.line}` : ''}: expected a GraphQL query. ${error.message}`,
      {
        cause: error,
      },
    );
  }
}
