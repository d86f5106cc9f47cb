/**
 * How each named operation grows with the graph: milliseconds on a smaller and a larger one, with what stands in the
 * operation as variables, and the ratio beside that of their papers. Every answer is worked out, none comes from the cache.
 *
 * `npm run bench -- growth SMALL LARGE`: two data folders of the embedded engine, such as the first 27,000 lines of the
 * data set and all of it; or two addresses of Neo4j, with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { schema } from '../src/graphql/schema.ts';
import { Answers } from '../src/server/answers.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import { type GraphStore, openGraphStore } from '../src/store/graph-store.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';

const rounds = 5;
const [small, large] = process.argv.slice(2);
if (small === undefined || large === undefined) throw new Error('Expected two data folders or addresses of Neo4j.');

const stores = [await opened(small), await opened(large)] as const;
const [fewer = 1, more = 1] = await Promise.all(stores.map(paperCountOf));
console.log(`${stores[0].engine}: ${fewer} and ${more} papers, ${(more / fewer).toFixed(1)} times as many`);
const folder = join('schema', 'operations');
const table = [];
for (const name of readdirSync(folder).filter((each) => each.endsWith('.graphql'))) {
  const text = readFileSync(join(folder, name), 'utf8');
  const [before, after] = [await medianMs(stores[0], text), await medianMs(stores[1], text)];
  table.push({
    operation: name.replace('.graphql', ''),
    'smaller ms': before.toFixed(1),
    'larger ms': after.toFixed(1),
    ratio: (after / before).toFixed(1),
  });
}
console.table(table);
process.exit(0);

async function opened(where: string): Promise<GraphStore> {
  if (!where.includes('://')) return openGraphStore(openEmbeddedEngine({ folder: where }));
  const { NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
  const login = { username: NEO4J_USERNAME, password: NEO4J_PASSWORD, database: NEO4J_DATABASE };
  return openGraphStore(await openNeo4jEngine({ uri: where, ...login }));
}

async function paperCountOf(store: GraphStore): Promise<number> {
  const text = 'MATCH (paper:Paper) RETURN count(paper) AS paperCount';
  const [row] = await store.read({ name: 'papers', text, parameters: {} });
  return Number(row?.paperCount);
}

/** The first round plans the statements; each has an `Answers` of its own, which has kept nothing. */
async function medianMs(store: GraphStore, text: string): Promise<number> {
  const document = parse(text);
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const answers = new Answers(store);
    const begun = performance.now();
    const answer = await answers.answer({ schema, document }, { deadlineMs: 60_000, knownTags: [] });
    if ('errors' in answer && answer.errors) throw new Error(JSON.stringify(answer.errors));
    if (round >= 0) times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}
