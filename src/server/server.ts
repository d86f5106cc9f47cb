import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { InputError, StoreError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type ApiOptions, usualApi } from './api-options.ts';
import { CommandEndpoint, commandPath } from './command-endpoint.ts';
import { exampleTabs } from './example-tabs.ts';
import { graphiqlAsset, graphiqlPage, graphiqlPolicy } from './graphiql.ts';
import { graphqlHandler } from './graphql-handler.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly logger: Logger;
  readonly api?: ApiOptions;
}

export interface RunningServer {
  readonly url: string;
  /** For commands of this machine's user; see `commandPath`. */
  readonly token: string;
  /**
   * Stops commands at the next border of two batches, takes no more requests, finishes those it has begun within the grace
   * period, then ends. The store stays open.
   */
  stop(graceMs?: number): Promise<void>;
}

const defaultGraceMs = 2_500;

/**
 * Serves a store: `/graphql` (GraphiQL for browsers) and `/health`.
 * @throws InputError PORT_IN_USE, BAD_HOST
 */
export async function startServer(
  store: GraphStore,
  { host, port, logger, api = usualApi }: ServerOptions,
): Promise<RunningServer> {
  const token = randomBytes(24).toString('base64url');
  const commands = new CommandEndpoint(store, token);
  const route = router(store, commands, logger, api);
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => fail(response, error, logger));
  });
  await listen(server, host, port);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token,
    stop: async (graceMs = defaultGraceMs) => {
      await within(graceMs, commands.stopAll());
      await stop(server, graceMs);
    },
  };
}

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function router(store: GraphStore, commands: CommandEndpoint, logger: Logger, api: ApiOptions): Route {
  const yoga = graphqlHandler(store, logger, api);
  // It could ask nothing of a server that answers trusted documents alone.
  const hasPage = api.graphiql && !api.trustedOnly;
  return async (request, response) => {
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (pathname === '/' && hasPage) return redirect(response, '/graphql');
    if (pathname === '/health') return health(store, response);
    if (pathname.startsWith(commandPath)) {
      return commands.handle(request, response, pathname.slice(commandPath.length));
    }
    if (pathname === '/graphql' && hasPage && wantsPage(request)) return page(response);
    if (pathname.startsWith('/graphiql/') && hasPage) return asset(request, response, pathname);
    if (pathname === '/graphql') return yoga(request, response);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found. The API is at /graphql.\n');
  };
}

function page(response: ServerResponse): void {
  const html = graphiqlPage({ endpoint: '/graphql', tabs: exampleTabs(), title: 'Papergraph' });
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': graphiqlPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .end(html);
}

function asset({ headers }: IncomingMessage, response: ServerResponse, pathname: string): void {
  const found = graphiqlAsset(pathname, headers['accept-encoding'] ?? '');
  if (found) response.writeHead(200, found.headers).end(found.body);
  else response.writeHead(404).end();
}

/** GraphiQL writes the query into its address, so an address with a query is a page too where a browser asks for one. */
function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

async function health(store: GraphStore, response: ServerResponse): Promise<void> {
  try {
    await store.ping();
    respondJson(response, 200, { status: 'ok', engine: store.engine });
  } catch (error) {
    respondJson(response, 503, {
      status: 'unavailable',
      engine: store.engine,
      code: error instanceof StoreError ? error.code : 'STORE_FAILED',
    });
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new InputError(
      'PORT_IN_USE',
      `${host}:${port}: expected a free port, but another program listens there. Stop it, or name another with --port.`,
      { cause: error },
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EACCES') {
    return new InputError(
      'BAD_HOST',
      `${host}:${port}: cannot listen there (${error.code}). Name others with --host and --port.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

/** Waits for some work, but no longer than this. */
async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function respondJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

function fail(response: ServerResponse, error: unknown, logger: Logger): void {
  logger.error({ err: error }, 'a request failed');
  if (response.headersSent) response.destroy();
  else respondJson(response, 500, { message: 'The server failed; its log says why.' });
}
