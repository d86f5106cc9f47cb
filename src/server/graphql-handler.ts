import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { limits } from '../graphql/limits.ts';
import { schema } from '../graphql/schema.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { Answers } from './answers.ts';
import type { ApiOptions } from './api-options.ts';
import { boundedDocuments } from './bounded-documents.ts';
import { keptDocuments } from './kept-documents.ts';
import { errorMask } from './mask-error.ts';
import { requirePreflight } from './preflight.ts';
import { persistedDocuments } from './trusted-documents.ts';

/** Answers GraphQL requests over a store, by HTTP or in process. */
export function graphqlHandler(store: GraphStore, logger: Logger, options: ApiOptions) {
  const { introspection, trustedOnly, corsOrigins } = options;
  return createYoga({
    schema,
    plugins: [
      requirePreflight,
      persistedDocuments({ trustedOnly }),
      boundedDocuments({ introspection }),
      answering(new Answers(store), options),
    ],
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    parserAndValidationCache: { documentCache: keptDocuments(), errorCache: keptDocuments() },
    maxRequestBodySize: limits.requestBytes,
    cors: corsOrigins.length > 0 && { origin: [...corsOrigins], methods: ['GET', 'POST'], credentials: false },
    maskedErrors: { maskError: errorMask(logger, { suggestions: introspection }) },
    logging: {
      debug: (...parts) => logger.debug(parts),
      info: (...parts) => logger.info(parts),
      warn: (...parts) => logger.warn(parts),
      // What callers did wrong too; what the server did wrong, the mask has logged.
      error: (...parts) => logger.debug(parts),
    },
  });
}

/**
 * Answers with graphql-js's executor, which gives fields in the order of the query, as the specification asks: Yoga's own
 * gives them in the order in which they were ready. A caller of GET that names the answer it has is told that it stands.
 */
function answering(answers: Answers, { deadlineMs }: ApiOptions): Plugin {
  const unchanged = new WeakMap<Request, Readonly<Record<string, string>>>();
  return {
    onExecute: ({ args, setExecuteFn }) => {
      const { request } = args.contextValue;
      const knownTags = request.method === 'GET' ? tagsOf(request.headers.get('if-none-match')) : [];
      setExecuteFn(async (executed) => {
        const answer = await answers.answer(executed, { deadlineMs, knownTags });
        if (!('notModified' in answer)) return answer;
        unchanged.set(request, answer.headers);
        return {};
      });
    },
    onResponse: ({ request, setResponse, fetchAPI }) => {
      const headers = unchanged.get(request);
      if (headers) setResponse(new fetchAPI.Response(null, { status: 304, headers }));
    },
  };
}

function tagsOf(ifNoneMatch: string | null): readonly string[] {
  return [...(ifNoneMatch ?? '').matchAll(/"([^"]*)"/g)].map(([, tag = '']) => tag);
}
