import { execute } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createContext } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { errorMask } from './mask-error.ts';

/** Answers GraphQL requests over a store, by HTTP or in process. */
export function graphqlHandler(store: GraphStore, logger: Logger) {
  return createYoga({
    schema,
    plugins: [queryOrder],
    context: () => createContext(store, { schema }),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    cors: false,
    maskedErrors: { maskError: errorMask(logger) },
    logging: {
      debug: (...parts) => logger.debug(parts),
      info: (...parts) => logger.info(parts),
      warn: (...parts) => logger.warn(parts),
      error: (...parts) => logger.error(parts),
    },
  });
}

/**
 * Yoga's own executor gives fields in the order in which they were ready; graphql-js's gives them in the order of the
 * query, as the specification asks.
 */
const queryOrder: Plugin = { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };
