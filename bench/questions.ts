/**
 * What the API's statements behind questions that people ask cost beside statements written by hand for the same rows, on the
 * same engine in one run: milliseconds of each, and the ratio. Statements alone, so no GraphQL; where the API looks names up
 * first, that is in its time.
 *
 * `npm run bench -- questions --data FOLDER`, or `--neo4j URI` with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, on a
 * graph of the real papers (`papergraph import ../shared/data/papers/works-2007-2016.jsonl.gz`). `--only 2,12` asks those alone;
 * `--hits` prints Neo4j's own count of what each looked at in place of times.
 */
import { parseArgs } from 'node:util';
import { graphql } from 'graphql';
import neo4j from 'neo4j-driver';
import { createContext } from '../src/graphql/context.ts';
import { encodeCursor } from '../src/graphql/cursor.ts';
import { schema } from '../src/graphql/schema.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import type { Statement } from '../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../src/store/graph-store.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { hitsOf, stepsBehind } from '../tests/support/neo4j-plan.ts';
import { papersOf2014, questions } from './question-statements.ts';

const rounds = 9;
const { values } = parseArgs({
  options: { data: { type: 'string' }, neo4j: { type: 'string' }, hits: { type: 'boolean' }, only: { type: 'string' } },
});

const {
  NEO4J_USERNAME: username = 'neo4j',
  NEO4J_PASSWORD: password = '',
  NEO4J_DATABASE: database = 'neo4j',
} = process.env;
const address = values.neo4j === undefined ? null : { uri: values.neo4j, username, password, database };
if (address === null && values.data === undefined) throw new Error('Expected --data FOLDER or --neo4j URI.');
const engine = address ? await openNeo4jEngine(address) : openEmbeddedEngine({ folder: values.data ?? '' });
const store = await openGraphStore(engine);
const driver = address && neo4j.driver(address.uri, neo4j.auth.basic(username, password));

const after = await cursorAt(store, papersOf2014);
const table = [];
for (const { name, asked, byHand, engines = ['embedded', 'neo4j'] } of questions) {
  if (!engines.includes(store.engine) || !isAsked(name)) continue;
  const ours = await statementsBehind(store, asked);
  const raw = byHand.map((statement) => ({ name: 'by hand', ...statement }));
  if (driver && values.hits) {
    const count = async (some: readonly Statement[]) => hitsOf(await stepsBehind(driver, database, some));
    const [oursHits, rawHits] = [await count(ours), await count(raw)];
    table.push({ question: name, 'API hits': oursHits, 'by hand hits': rawHits, ratio: share(oursHits, rawHits) });
  } else {
    const [oursMs, rawMs] = await medians(store, [ours, raw]);
    table.push({ question: name, 'API ms': oursMs, 'by hand ms': rawMs, ratio: share(oursMs ?? 0, rawMs ?? 1) });
  }
}
console.log(store.engine);
console.table(table);
await driver?.close();
await store.close();
process.exit(0);

/** Questions are named by their numbers. */
function isAsked(name: string): boolean {
  return values.only?.split(',').includes(name.split(' ')[0] ?? '') ?? true;
}

/** The cursor of a place in the order by year: that of the first paper, moved. */
async function cursorAt(graph: GraphStore, place: string): Promise<string> {
  const contextValue = createContext(graph, { schema });
  const source = '{ papers(first: 1, orderBy: { by: YEAR, direction: DESC }) { pageInfo { endCursor } } }';
  const { data } = await graphql({ schema, source, contextValue });
  const { papers } = JSON.parse(JSON.stringify(data));
  const [seal] = JSON.parse(Buffer.from(papers.pageInfo.endCursor, 'base64url').toString('utf8'));
  return encodeCursor(seal, [place]);
}

async function statementsBehind(graph: GraphStore, source: string): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const observed = graph.observed((statement) => statements.push(statement));
  const { errors } = await graphql({
    schema,
    source,
    contextValue: createContext(observed, { schema }),
    variableValues: { after },
  });
  if (errors) throw new Error(`${source}: ${errors.map(({ message }) => message).join(' ')}`);
  return statements;
}

/** Round by round, one after the other, so that both see the same machine. */
async function medians(graph: GraphStore, groups: readonly (readonly Statement[])[]): Promise<readonly number[]> {
  const times = groups.map((): number[] => []);
  for (let round = -3; round < rounds; round += 1) {
    for (const [index, statements] of groups.entries()) {
      const begun = performance.now();
      for (const statement of statements) await graph.read(statement);
      if (round >= 0) times[index]?.push(performance.now() - begun);
    }
  }
  return times.map((some) => Math.round((some.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0) * 10) / 10);
}

function share(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100;
}
