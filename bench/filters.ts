/**
 * Pages of 50 papers through eight filters, from broad to narrow: milliseconds when the statement walks the order, when it
 * starts at the smallest hub, and as the store chooses; and what looking up names and degrees costs before.
 * Run by `npm run bench -- filters` on a generated graph of 50,000 papers (a number behind it for another size), on the
 * embedded engine and on a Neo4j that has just started; with `--data FOLDER`, or `--neo4j URI` and NEO4J_USERNAME,
 * NEO4J_PASSWORD and NEO4J_DATABASE, on a graph that is there already, whose names the filters below should fit.
 */
import { parseArgs } from 'node:util';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import type { PaperFilter } from '../src/store/filters/filters.ts';
import { lookUpNames } from '../src/store/filters/name-lookup.ts';
import { paperPredicate } from '../src/store/filters/paper-predicate.ts';
import { type GraphStore, openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { composeStart } from '../src/store/read/compose.ts';
import { readStart } from '../src/store/read/reader.ts';
import type { Predicate } from '../src/store/read/selection.ts';
import { generateGraph } from './generated-graph.ts';

const filters: readonly (readonly [string, PaperFilter])[] = [
  ['none of Microsoft', { institution: { none: ['Microsoft'] } }],
  [
    'nested or/and/not',
    {
      or: [
        { and: [{ country: { any: ['US'] } }, { not: { institution: { any: ['IBM'] } } }] },
        { topic: { any: ['Computer networks'] } },
        { year: { max: 2008 } },
      ],
    },
  ],
  ['country US', { country: { any: ['US'] } }],
  ['the largest topic', { topic: { any: ['Computer networks'] } }],
  ['any of IBM', { institution: { any: ['IBM'] } }],
  ['SIGMOD', { conference: { any: ['SIGMOD'] } }],
  ['all of two, none of one', { institution: { all: ['Microsoft', 'IBM'], none: ['Tsinghua University'] } }],
  ['country IS until 2008', { country: { any: ['IS'] }, year: { max: 2008 } }],
];

const rounds = 9;
const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, neo4j: { type: 'string' } },
  allowPositionals: true,
});

if (values.data !== undefined) {
  await measure(await openGraphStore(openEmbeddedEngine({ folder: values.data })));
} else if (values.neo4j !== undefined) {
  const { NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
  const login = { username: NEO4J_USERNAME, password: NEO4J_PASSWORD, database: NEO4J_DATABASE };
  await measure(await openGraphStore(await openNeo4jEngine({ uri: values.neo4j, ...login })));
} else {
  const paperCount = Number(positionals[0] ?? 50_000);
  const server = await startLocalNeo4j();
  for (const engine of [openEmbeddedEngine(), await openNeo4jEngine({ ...server, database: 'neo4j' })]) {
    const store = await openGraphStore(engine);
    await generateGraph(store, paperCount);
    await measure(store);
  }
  await server.stop();
}
process.exit(0);

async function measure(store: GraphStore): Promise<void> {
  const table = [];
  for (const [name, filter] of filters) {
    const lookup = await lookUpNames(store, [filter]);
    const predicate = paperPredicate(filter, lookup);
    const { start } = predicate;
    table.push({
      filter: name,
      papers: await countOf(store, predicate),
      'read at the start': start === null ? null : Math.round(start.rowCount),
      'walk ms': await pageMs(store, { ...predicate, start: null }),
      // Nothing seems worth a walk that lets nothing through.
      'start ms': start === null ? null : await pageMs(store, { ...predicate, share: 0 }),
      'chosen ms': await pageMs(store, predicate),
      'names ms': await medianMs(() => lookUpNames(store, [filter])),
    });
  }
  console.log(store.engine);
  console.table(table);
  await store.close();
}

async function countOf(store: GraphStore, predicate: Predicate): Promise<unknown> {
  const count = composeStart(
    { take: 'count', fragment: 'paper/all', args: {}, filters: { papersFilter: predicate } },
    store.engine,
  );
  return count.read(await store.read(count.statement));
}

function pageMs(store: GraphStore, predicate: Predicate): Promise<number> {
  return medianMs(() =>
    readStart(store, {
      take: 'rows',
      fragment: 'paper/all',
      args: {},
      filters: { papersFilter: predicate },
      item: { label: 'Paper', columns: ['title', 'year'], relations: new Map() },
      page: { limit: 50, order: null, after: null, backwards: false, withCursors: true },
    }),
  );
}

async function medianMs(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  // The first runs plan the statement and warm the server.
  for (let round = -3; round < rounds; round += 1) {
    const begun = performance.now();
    await run();
    if (round >= 0) times.push(performance.now() - begun);
  }
  return Math.round((times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0) * 10) / 10;
}
