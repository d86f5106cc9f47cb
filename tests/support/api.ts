import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type ApiOptions, usualApi } from '../../src/server/api-options.ts';
import { startServer } from '../../src/server/server.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';

/** An answer of the API, as far as tests look at it. */
interface ApiBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly cost: { readonly cost: number; readonly limit: number; readonly storeStatements: number };
    readonly graphVersion: string;
    readonly unknownNames?: readonly unknown[];
  };
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ApiBody;
  /** Names of the store statements since the request was sent, those that read the graph version too. */
  readonly asked: readonly string[];
}

export interface Api {
  readonly url: string;
  /** Sends any request to `/graphql`, with a query string or nothing behind it. */
  send(init: RequestInit, search?: string): Promise<ApiAnswer>;
  post(body: object, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>;
  get(parameters: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>;
}

export const json = { 'content-type': 'application/json' };

/** A server over a store, until the test is done. */
export async function startApi(store: GraphStore, options: Partial<ApiOptions> = {}): Promise<Api> {
  const asked: string[] = [];
  const server = await startServer(
    store.observed(({ name }) => asked.push(name)),
    { host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }), api: { ...usualApi, ...options } },
  );
  onTestFinished(() => server.stop());
  const send: Api['send'] = async (init, search = '') => {
    asked.length = 0;
    const response = await fetch(`${server.url}/graphql${search}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : {},
      asked: [...asked].sort(),
    };
  };
  return {
    url: server.url,
    send,
    post: (body, headers = {}) =>
      send({ method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    get: (parameters, headers = {}) =>
      send({ headers: { ...json, ...headers } }, `?${new URLSearchParams(parameters)}`),
  };
}

/** The code of the first error of an answer. */
export function codeOf({ body }: ApiAnswer): unknown {
  return body.errors?.[0]?.extensions?.code;
}
