import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { InputError, PapergraphError, StoreError } from '../model/errors.ts';
import { reworded } from './reworded.ts';
import { withHint } from './schema-hints.ts';

/**
 * What a caller is shown of an error: its own mistakes whole, with a code; everything else masked, and logged here.
 * @param options.suggestions - names of the schema may be proposed for misspelt ones; where it is not to be told, they are not
 */
export function errorMask(logger: Logger, { suggestions }: { readonly suggestions: boolean }) {
  return (error: unknown, message: string): Error => {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (error instanceof GraphQLError && (cause === undefined || cause instanceof GraphQLError)) {
      return suggestions ? withHint(error) : withoutSuggestion(error);
    }
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

/** The same error, without names of the schema that it proposes for a misspelt one. */
export function withoutSuggestion(error: GraphQLError): GraphQLError {
  return reworded(error, error.message.replace(/ Did you mean .*$/s, ''));
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
