import { limits } from '../graphql/limits.ts';

/** How a server shows its API. */
export interface ApiOptions {
  /** GraphiQL for browsers. */
  readonly graphiql: boolean;
  /** Whether the schema may be asked for, and errors may propose names of it. */
  readonly introspection: boolean;
  /** Only the queries of `schema/operations` are answered. */
  readonly trustedOnly: boolean;
  /** Origins whose pages may read answers in a browser; none by default, `*` for all. */
  readonly corsOrigins: readonly string[];
  /** Milliseconds that a request may take. */
  readonly deadlineMs: number;
}

/** For a server on one's own machine. */
export const usualApi: ApiOptions = {
  graphiql: true,
  introspection: true,
  trustedOnly: false,
  corsOrigins: [],
  deadlineMs: limits.deadlineMs,
};
