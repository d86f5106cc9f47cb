import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** What the server says of a request that it cannot answer, or not whole. */
export declare class QueryError extends Error {
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
  }[];
}

/**
 * Asks a server one question, by HTTP.
 *
 * @param url - the whole address, such as `http://127.0.0.1:4000/graphql`
 * @param document - one of this module, or any other typed document
 * @param variables - what the question takes; one that is left out has the default that stands in its text
 * @returns the data, typed as the document says
 * @throws QueryError where the answer has errors; Error where no answer in GraphQL comes
 */
export declare function query<Result, Variables extends object>(
  url: string,
  document: TypedDocumentNode<Result, Variables>,
  variables?: Variables,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal },
): Promise<Result>;
