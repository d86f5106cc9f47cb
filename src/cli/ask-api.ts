import pino from 'pino';
import type { ToldName } from '../graphql/unknown-names.ts';
import { InputError, StoreError } from '../model/errors.ts';
import { usualApi } from '../server/api-options.ts';
import { graphqlHandler } from '../server/graphql-handler.ts';
import { serverOf } from '../store/embedded/folder-claim.ts';
import { dataFolder, neo4jAddress, openStore, type StoreOptions } from './open-store.ts';
import type { StatedQuery } from './stated-query.ts';

/** An answer of the API, as a caller gets it. */
export interface ApiAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly unknownNames?: readonly ToldName[] };
}

type Ask = (body: object) => Promise<ApiAnswer>;

/**
 * Asks the graph that the options name: through the server that has it open, else in this process, with the same bounds.
 * @throws StoreError, UsageError of opening the graph; StoreError SERVER_UNREACHABLE
 */
export async function askApi(
  options: StoreOptions,
  { text, documentId }: StatedQuery,
  variables: Readonly<Record<string, unknown>>,
): Promise<ApiAnswer> {
  return withApi(options, async (ask) => {
    if (documentId === null) return ask({ query: text, variables });
    // By its hash, a server answers also where it answers trusted documents alone; one of another release may not know it.
    const answer = await ask({ documentId, variables });
    const isUnknown = answer.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND';
    return isUnknown ? ask({ query: text, variables }) : answer;
  });
}

async function withApi(options: StoreOptions, work: (ask: Ask) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const server = neo4jAddress(options) === undefined ? serverOf(dataFolder(options)) : null;
  if (server) return work((body) => askServer(server.url, body));
  const store = await openStore(options, { isMade: false });
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'error' }, pino.destination({ dest: 2, sync: true }));
  try {
    const api = graphqlHandler(store, logger, usualApi);
    return await work(async (body) => answerOf(await api.fetch('http://papergraph/graphql', requestOf(body))));
  } finally {
    await store.close();
  }
}

async function askServer(url: string, body: object): Promise<ApiAnswer> {
  try {
    return answerOf(await fetch(`${url}/graphql`, requestOf(body)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new StoreError(
      'SERVER_UNREACHABLE',
      `${url}: a server has this data folder open, but it does not answer. Stop it, and run the command again.`,
      { cause: error },
    );
  }
}

function requestOf(body: object) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function answerOf(response: Pick<Response, 'json'>): Promise<ApiAnswer> {
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && ('data' in body || 'errors' in body)) return body as ApiAnswer;
  throw new InputError('BAD_ANSWER', 'Expected an answer of a GraphQL server, but found something else.');
}
