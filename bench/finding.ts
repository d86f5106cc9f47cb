/**
 * What `suggest` and `search` take on a graph, in milliseconds through the API, none from the cache: on the embedded engine
 * also before the words are in memory. What reading them takes and holds stands above the table.
 *
 * `npm run bench -- finding WHERE`: a data folder of the embedded engine, or the address of a Neo4j, with NEO4J_USERNAME,
 * NEO4J_PASSWORD and NEO4J_DATABASE.
 */
import { graphql } from 'graphql';
import { createContext } from '../src/graphql/context.ts';
import { schema } from '../src/graphql/schema.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import { foundKinds, kindsOfNodes } from '../src/store/find-predicates.ts';
import { openGraphStore } from '../src/store/graph-store.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';

const rounds = 7;
const prefixes = ['s', 'st', 'sta', 'stan', 'stanf', 'graph neu', 'university of mich', 'zhang'];
const searches = ['stanford', 'graph', 'graph neural network', 'deep learn', '"embedded systems" power', 'wei zhang'];

const [where] = process.argv.slice(2);
if (where === undefined) throw new Error('Expected a data folder, or the address of a Neo4j.');
const {
  NEO4J_USERNAME: username = 'neo4j',
  NEO4J_PASSWORD: password = '',
  NEO4J_DATABASE: database = 'neo4j',
} = process.env;
const store = await openGraphStore(
  where.includes('://')
    ? await openNeo4jEngine({ uri: where, username, password, database })
    : openEmbeddedEngine({ folder: where }),
);

const questions = [
  ...prefixes.map((text) => ({ field: 'suggest', text, source: suggestSource })),
  ...searches.map((text) => ({ field: 'search', text, source: searchSource })),
];
const [opening] = questions;
// It starts the reading of the words, and is answered beside that.
const firstMs = opening ? await ms(opening.source(), opening.text) : 0;
const read = await wordsRead();
if (read !== null)
  console.log(
    `words: ${read.seconds.toFixed(1)} s until all are there, ${read.megabytes.toFixed(0)} MB more in the process`,
  );
const table = [];
for (const { field, text, source } of questions) {
  const first = await ms(source(), text);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await ms(source(), text));
  times.sort((a, b) => a - b);
  table.push({
    field,
    text,
    'first ms': first.toFixed(1),
    'median ms': times[Math.floor(rounds / 2)]?.toFixed(1),
    'slowest ms': times.at(-1)?.toFixed(1),
  });
}
console.log(`${store.engine}; the very first request took ${firstMs.toFixed(0)} ms`);
console.table(table);
await store.close();
process.exit(0);

function suggestSource(): string {
  return 'query ($text: String!) { suggest(prefix: $text) { kind key name paperCount } }';
}

function searchSource(): string {
  return `query ($text: String!) { search(text: $text, first: 10) { totalCount nodes { score
    node { __typename ... on Paper { title year } ... on Institution { name } ... on Author { name } } } } }`;
}

async function ms(source: string, text: string): Promise<number> {
  const begun = performance.now();
  const { errors } = await graphql({
    schema,
    source,
    contextValue: createContext(store, { schema }),
    variableValues: { text },
  });
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return performance.now() - begun;
}

async function wordsRead(): Promise<{ readonly seconds: number; readonly megabytes: number } | null> {
  if (store.engine === 'neo4j') return null;
  const [begun, held] = [performance.now(), process.memoryUsage.rss()];
  const isRead = () =>
    foundKinds.every((kind) => {
      const { label, folded, known } = kindsOfNodes[kind];
      // Each is asked for, so that all are read.
      return ['searchText', folded]
        .map((property) => store.wordIndex({ label, property, known }) !== null)
        .every(Boolean);
    });
  while (!isRead()) await new Promise((resolve) => setTimeout(resolve, 20));
  return { seconds: (performance.now() - begun) / 1000, megabytes: (process.memoryUsage.rss() - held) / 1e6 };
}
