/**
 * What reading a whole list costs beside its Markdown library alone, and what importing it costs on each engine:
 * the median and the slowest of some runs, each on a Neo4j that has just started.
 * Run by `npm run bench -- reading-list`, with a number for so many runs; PAPERGRAPH_SHARED names the folder that holds the lists.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { importSource } from '../src/import/import-source.ts';
import { readPage } from '../src/importers/index.ts';
import { openEmbeddedEngine } from '../src/store/embedded/embedded-engine.ts';
import { openGraphStore } from '../src/store/graph-store.ts';
import { startLocalNeo4j } from '../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../src/store/neo4j/neo4j-engine.ts';

const shared = resolve(process.env.PAPERGRAPH_SHARED ?? join(process.cwd(), '..', 'shared'));
const revisions = ['rev-1b3bb2b7', 'rev-79bee4a8'].map((name) => join(shared, 'data', 'reading-list', name));
const rounds = 7;
const runCount = Number(process.argv[2] ?? 1);

function pagesBelow(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && statSync(join(folder, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function medianMs(run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

const library = new MarkdownIt({ html: true });
const reading = revisions.map((folder) => {
  const pages = pagesBelow(folder);
  const alone = medianMs(() => {
    for (const { text } of pages) library.parse(text, {});
  });
  const whole = medianMs(() => {
    for (const { text, path } of pages) readPage(text, { path });
  });
  return {
    list: folder.split('/').at(-1),
    pages: pages.length,
    'library ms': round(alone),
    'reading ms': round(whole),
    ratio: round(whole / alone),
  };
});
console.table(reading);

const importing = [];
for (const engine of ['embedded', 'neo4j'] as const) {
  for (const folder of revisions) {
    const found: Imported[] = [];
    for (let run = 0; run < runCount; run += 1) found.push(await imported(engine, folder));
    const median = (of: (each: Imported) => number) =>
      round(found.map(of).sort((a, b) => a - b)[Math.floor(runCount / 2)] ?? 0);
    importing.push({
      engine,
      list: folder.split('/').at(-1),
      records: found[0]?.recordCount,
      runs: runCount,
      'open ms': median(({ openMs }) => openMs),
      'import ms': median(({ importMs }) => importMs),
      'slowest ms': round(Math.max(...found.map(({ importMs }) => importMs))),
      'again ms': median(({ againMs }) => againMs),
      'other list next ms': median(({ nextMs }) => nextMs),
    });
  }
}
console.table(importing);
process.exit(0);

interface Imported {
  readonly openMs: number;
  readonly importMs: number;
  readonly againMs: number;
  readonly nextMs: number;
  readonly recordCount: number;
}

/**
 * One import into an empty graph, another that finds nothing changed, and one of the other list as a second source;
 * on Neo4j in a server that has just started.
 */
async function imported(engine: 'embedded' | 'neo4j', folder: string): Promise<Imported> {
  const server = engine === 'neo4j' ? await startLocalNeo4j() : null;
  const times = [performance.now()];
  const store = await openGraphStore(
    server ? await openNeo4jEngine({ ...server, database: 'neo4j' }) : openEmbeddedEngine(),
  );
  times.push(performance.now());
  const { recordCount } = await importSource(store, folder, { sourceKey: 'list' });
  times.push(performance.now());
  await importSource(store, folder, { sourceKey: 'list' });
  times.push(performance.now());
  for (const next of revisions.filter((each) => each !== folder))
    await importSource(store, next, { sourceKey: 'next' });
  times.push(performance.now());
  await store.close();
  await server?.stop();
  const [openMs = 0, importMs = 0, againMs = 0, nextMs = 0] = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? 0));
  return { openMs, importMs, againMs, nextMs, recordCount };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
