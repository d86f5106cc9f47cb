import { type DocumentNode, GraphQLError, type ParseOptions, parse, type Source } from 'graphql';
import { InputError } from '../../model/errors.ts';
import { limits } from '../limits.ts';
import { checkDocumentSize } from './document-size.ts';
import { badRequest, refusal } from './refusal.ts';

/**
 * A query's document, if it is small enough to be looked at further.
 * @throws GraphQLError TOO_MANY_TOKENS and those of `checkDocumentSize`, and for what is no query
 */
export function boundedParse(source: string | Source, options: ParseOptions = {}): DocumentNode {
  const document = parsed(source, options);
  try {
    checkDocumentSize(document);
  } catch (error) {
    throw error instanceof InputError ? refusal(error) : error;
  }
  return document;
}

function parsed(source: string | Source, options: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (isTooLong(error)) {
      throw refusal(
        new InputError(
          'TOO_MANY_TOKENS',
          `query: expected at most ${limits.tokens} words and signs, but found more. Hand over long lists in variables, or ask in several requests.`,
        ),
      );
    }
    throw new GraphQLError(error.message, {
      source: error.source ?? null,
      positions: error.positions ?? null,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: badRequest },
    });
  }
}

/** graphql-js has no code for it, and misspells it. */
function isTooLong({ message }: GraphQLError): boolean {
  return /more tha[nt] \d+ tokens/.test(message);
}
