import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { InputError, PapergraphError, StoreError } from '../model/errors.ts';

/**
 * What a caller is shown of an error: its own mistakes whole, with a code; everything else masked, and logged here.
 */
export function errorMask(logger: Logger) {
  return (error: unknown, message: string): Error => {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (error instanceof GraphQLError && cause === undefined) return error;
    if (cause instanceof InputError) return shown(error, cause.message, cause.code);
    logger.error({ err: loggable(cause) }, 'a request failed');
    if (cause instanceof StoreError) {
      return shown(
        error,
        'The graph store cannot answer right now. Try again; the server log says why.',
        'STORE_UNAVAILABLE',
      );
    }
    return shown(error, message, 'INTERNAL_SERVER_ERROR');
  };
}

function shown(error: unknown, message: string, code: string): GraphQLError {
  const place = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message, {
    nodes: place?.nodes ?? null,
    path: place?.path ?? null,
    extensions: { code },
  });
}

/** Driver errors carry statements and addresses deep inside; the log needs what happened and where. */
function loggable(error: unknown): unknown {
  if (error instanceof PapergraphError) return { code: error.code, message: error.message };
  return error instanceof Error ? { message: error.message, stack: error.stack } : error;
}
