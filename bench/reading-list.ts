/**
 * What reading a whole list costs beside its Markdown library alone, and what importing it costs on each engine.
 * Run by `npm run bench -- reading-list`; PAPERGRAPH_SHARED names the folder that holds the lists.
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

const neo4j = await startLocalNeo4j();
const engines = {
  embedded: () => Promise.resolve(openEmbeddedEngine()),
  neo4j: () => openNeo4jEngine({ ...neo4j, database: 'neo4j' }),
};
const importing = [];
for (const [name, open] of Object.entries(engines)) {
  const store = await openGraphStore(await open());
  for (const folder of revisions) {
    for (const run of ['first', 'again']) {
      const begun = performance.now();
      const { recordCount } = await importSource(store, folder, { sourceKey: folder });
      importing.push({
        engine: name,
        list: folder.split('/').at(-1),
        run: run,
        records: recordCount,
        'import ms': round(performance.now() - begun),
      });
    }
  }
  await store.close();
}
console.table(importing);
await neo4j.stop();
process.exit(0);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
