import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import pino from 'pino';
import { startServer } from '../src/server/server.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import { openGraphStore } from '../src/store/graph-store.ts';
import { type Neo4jAddress, openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { type QuestionName, questions } from './ladder-questions.ts';

/** The servers that the ladder compares, each for a process of its own. */
export type Task =
  /** One `executeQuery` with maps behind node:http, at `/` and the question's name. */
  | { readonly how: 'raw'; readonly address: Neo4jAddress }
  /** Yoga, whose every answer is the same text of so many bytes, at `/` and the question's name. */
  | { readonly how: 'constant'; readonly bytes: Readonly<Record<string, number>> }
  | { readonly how: 'neo4j'; readonly address: Neo4jAddress }
  | { readonly how: 'embedded'; readonly folder: string };

/** Starts it and gives its address. */
export async function serve(task: Task): Promise<string> {
  switch (task.how) {
    case 'raw':
      return listen(rawListener(task.address));
    case 'constant':
      return listen(constantListener(task.bytes));
    case 'neo4j':
      return papergraph(await openNeo4jEngine(task.address));
    case 'embedded':
      return papergraph(openEmbeddedEngine({ folder: task.folder }));
  }
}

/** As `papergraph serve` starts it, with every protection on. */
async function papergraph(engine: Parameters<typeof openGraphStore>[0]): Promise<string> {
  const store = await openGraphStore(engine);
  const { url } = await startServer(store, { host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
  return `${url}/graphql`;
}

function rawListener({ uri, username, password, database }: Neo4jAddress): RequestListener {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  return async (request, response) => {
    // Read to its end, as a server that takes a query has to.
    for await (const _ of request);
    const raw = questions[nameIn(request.url)].raw;
    if (raw === null) throw new Error(`${request.url}: is not asked of the driver.`);
    const { records } = await driver.executeQuery(raw.text, raw.parameters, { database, routing: neo4j.routing.READ });
    const text = JSON.stringify({ data: records.map((record) => record.get('row')) });
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  };
}

function constantListener(bytes: Readonly<Record<string, number>>): RequestListener {
  const answers = new Map(
    Object.entries(bytes).map(([name, length]) => [`/${encodeURIComponent(name)}`, 'x'.repeat(length)]),
  );
  const answering: Plugin = {
    onExecute: ({ args, setExecuteFn }) => {
      const text = answers.get(new URL(args.contextValue.request.url).pathname) ?? '';
      setExecuteFn(() => ({ data: {}, stringify: () => `{"data":"${text}"}` }));
    },
  };
  const schema = buildSchema('type Query { text: String! }');
  return createYoga({ schema, graphqlEndpoint: '/*', logging: false, plugins: [answering] });
}

function nameIn(url: string | undefined): QuestionName {
  const name = decodeURIComponent((url ?? '').slice(1));
  if (name in questions) return name as QuestionName;
  throw new Error(`${url}: expected one of ${Object.keys(questions).join(', ')}.`);
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
