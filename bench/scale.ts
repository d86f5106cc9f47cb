/**
 * What grows with papers: for each number of papers, generated files are turned into files for Neo4j's bulk import, imported by its
 * own tool, opened by a Neo4j that has just started, and asked. Seconds, memory and disk of each step, milliseconds of each question
 * (the median of some rounds behind a first one), and how many times those of the first number of papers they are.
 *
 * `npm run bench -- scale 268491 2700000 [--folder FOLDER]`; a folder is kept, and what of an earlier run lies in it is not made
 * again. 2.7 million papers take some 20 GB of disk while they are at work.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { graphql } from 'graphql';
import { createContext } from '../src/graphql/context.ts';
import { schema } from '../src/graphql/schema.ts';
import { importToCsv } from '../src/import/import-to-csv.ts';
import { type GraphStore, openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';
import { runImportScript } from '../tests/support/neo4j-admin.ts';
import { writeGeneratedPapers } from './generated-papers.ts';
import { asked, inOwnProcess } from './own-process.ts';

interface Task {
  readonly file: string;
  readonly csv: string;
}

interface Found {
  readonly rowCount: number;
  readonly rss: number;
}

await asked<Task>(async ({ file, csv }): Promise<Found> => {
  const { counts } = await importToCsv(file, csv, { sourceKey: 'papers' });
  const all = Object.values(counts ?? {}).flatMap((of) => Object.values<number>(of));
  return { rowCount: all.reduce((sum, each) => sum + each, 0), rss: process.resourceUsage().maxRSS / 1000 };
});

/** Numbers as in the list of questions that a graph of papers has to answer. */
const questions: Readonly<Record<string, string>> = {
  '1 who works on embeddings together':
    '{ collaborations(papers: { about: "embedding" }, first: 20) { totalCount nodes { institutions { name } sharedPaperCount firstYear lastYear papers(first: 3) { nodes { title } } } } }',
  '2 whom Microsoft works with':
    '{ institution(by: { key: "microsoft" }) { collaborators(first: 20) { nodes { institution { name } sharedPaperCount firstYear topics(first: 3) { topic { name } } } } } }',
  '3 what two wrote together':
    '{ papers(filter: { institution: { all: ["Microsoft", "Peking University"] } }, orderBy: { by: YEAR, direction: DESC }, first: 50) { totalCount nodes { title year } } }',
  '4 papers a year, and topics':
    '{ institution(by: { key: "microsoft" }) { papers(first: 0) { years: facet(by: YEAR) { key paperCount } topics: facet(by: TOPIC, limit: 10) { name paperCount } } } }',
  '5 who publishes at OSDI':
    '{ papers(filter: { conference: { any: ["OSDI"] } }, first: 0) { facet(by: INSTITUTION, limit: 10) { name paperCount } } collaborations(papers: { conference: { any: ["OSDI"] } }, first: 10) { nodes { institutions { name } sharedPaperCount } } }',
  '7 the most cited on a word':
    '{ papers(filter: { about: "recommend" }, orderBy: { by: CITED_BY_COUNT, direction: DESC }, first: 20) { nodes { title citedByCount } } }',
  '12 who writes together most, at one conference':
    '{ coAuthorships(papers: { conference: { any: ["OSDI"] } }, first: 20) { nodes { authors { name } sharedPaperCount } } }',
  '15 a page of all papers': '{ papers(first: 100) { nodes { key year } pageInfo { endCursor } } }',
  '15 the last page of all papers': '{ papers(last: 100) { nodes { key year } } }',
};

const roundCount = 5;
/** Milliseconds that a question may take. */
const patience = 120_000;

const { values, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true });
const folder = values.folder === undefined ? mkdtempSync(join(tmpdir(), 'papergraph-scale-')) : resolve(values.folder);
if (values.folder === undefined) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const counts = positionals.length > 0 ? positionals.map(Number) : [268_491, 2_700_000];
const times: (readonly number[])[] = [];
for (const count of counts) times.push(await measure(count, join(folder, String(count))));
printQuestions();
process.exit(0);

/** Prints what each step costs, and gives the milliseconds of each question. */
async function measure(count: number, place: string): Promise<readonly number[]> {
  const [file, csv, home] = [join(place, 'works.jsonl.gz'), join(place, 'csv'), join(place, 'neo4j')];
  mkdirSync(place, { recursive: true });
  console.log(`\n${count} papers`);
  if (!existsSync(file)) await timed('generated', () => writeGeneratedPapers(file, { count }));
  say('works.jsonl.gz', `${megabytes(file)} MB`);
  if (!existsSync(join(csv, 'import.sh'))) {
    rmSync(csv, { recursive: true, force: true });
    const { rowCount, rss } = await timed('written as CSV', async () => inOwnProcess<Task, Found>({ file, csv }));
    say('nodes and relationships', String(rowCount));
    say("the process's most memory", `${Math.round(rss)} MB`);
  }
  say('CSV files, packed', `${megabytes(csv)} MB`);
  if (!existsSync(home)) await timed('imported by neo4j-admin', () => runImportScript(csv, home));
  say('database', `${megabytes(join(home, 'data'))} MB`);
  return asking(home);
}

async function asking(home: string): Promise<readonly number[]> {
  const server = await startLocalNeo4j({ home, memoryMb: 4096 });
  const store = await timed('constraints and indexes made', async () => {
    const opened = await openGraphStore(await openNeo4jEngine({ ...server, database: 'neo4j' }));
    await opened.read({ name: 'indexes', text: 'CALL db.awaitIndexes(3600)', parameters: {} });
    return opened;
  });
  try {
    say('database with indexes', `${megabytes(join(home, 'data'))} MB`);
    const found: number[] = [];
    for (const source of Object.values(questions)) found.push(await medianOf(store, source));
    return found;
  } finally {
    await store.close();
    await server.stop();
  }
}

/** Milliseconds; NaN where it was not answered in time. */
async function medianOf(store: GraphStore, source: string): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round <= roundCount; round += 1) {
    const started = performance.now();
    const contextValue = createContext(store.until(started + patience), { schema });
    const { errors } = await graphql({ schema, source, contextValue });
    if (errors) {
      console.error(`${source}: ${errors[0]?.message}`);
      return Number.NaN;
    }
    // The first plans the statements.
    if (round > 0) rounds.push(performance.now() - started);
  }
  return rounds.sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN;
}

function printQuestions(): void {
  console.log(`\nmilliseconds${' '.repeat(38)}${counts.map((count) => String(count).padStart(12)).join('')}   growth`);
  for (const [place, name] of Object.keys(questions).entries()) {
    const found = times.map((of) => of[place] ?? Number.NaN);
    const growth = (found.at(-1) ?? 0) / (found[0] ?? 1);
    console.log(
      `${name.padEnd(50)}${found.map((each) => each.toFixed(1).padStart(12)).join('')}${growth.toFixed(1).padStart(9)}`,
    );
  }
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  say(what, `${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

function say(what: string, found: string): void {
  console.log(`${what.padEnd(32)} ${found.padStart(14)}`);
}

function megabytes(path: string): number {
  const stated = statSync(path);
  if (!stated.isDirectory()) return Math.round(stated.size / 1e6);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(path, name)));
  return Math.round(files.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0) / 1e6);
}
