import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportFormatName } from '../../src/exporters/export-formats.ts';
import { exportGraph } from '../../src/import/export-graph.ts';
import { importAliases } from '../../src/import/import-aliases.ts';
import { importExport, isGraphExport } from '../../src/import/import-export.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphLine } from '../../src/model/graph-line.ts';
import type { PaperFilter } from '../../src/store/filters/filters.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { importData, worksFile } from '../support/openalex-records.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';
import { sharedPath } from '../support/shared.ts';

const row = (name: string, more: object = {}) => ({
  name: `**${name}**`,
  venue: 'OSDI 2023',
  institutions: 'UMich',
  ...more,
});
const lists = {
  'one/a.md': tablePage('Ranking', [
    row('Ada', { links: '<a href="https://arxiv.org/abs/2209.12212">Paper</a>', remarks: 'line\u2028end' }),
    row('Bob', { venue: 'KDD 2022', institutions: 'Meta AI & Many others' }),
    row('Bob', { venue: 'KDD 2022', institutions: 'Meta AI & Many others' }),
    row('', { institutions: 'Nobody' }),
  ]),
  'one/deep/b.md': `${tablePage('C++', [row('Cleo', { links: '<a href="../a.md">Notes</a>' })])}\n# Calendar\n\n| Conference | When | Where |\n| --- | --- | --- |\n| OSDI 2023 | Jul 10-12, 2023 | Boston |\n| KDD 2031 | soon | Nowhere |\n`,
  'one/empty.md': '# Nothing here\n\nText alone.\n',
  'two/a.md': tablePage('Systems', [
    row('Ada', { links: '<a href="https://arxiv.org/abs/2209.12212v2">PDF</a>' }),
    row('Dan'),
  ]),
};

async function graphOf(engine: (typeof engineNames)[number], folder: string): Promise<GraphStore> {
  const store = await emptyStore(engine);
  await importSource(store, join(folder, 'one'));
  await importSource(store, join(folder, 'two'));
  return store;
}

async function exported(
  store: GraphStore,
  folder: string,
  filter: PaperFilter | null = null,
  format: ExportFormatName = 'jsonl',
) {
  const path = join(folder, 'export');
  const summary = await exportGraph(store, path, { format, filter });
  const text = await readFile(path, 'utf8');
  return {
    path,
    text,
    summary,
    lines: () =>
      text
        .trimEnd()
        .split('\n')
        .map((line): GraphLine => JSON.parse(line)),
  };
}

// A server that has just started plans each statement anew, which takes a busy machine a minute.
describe.each(engineNames)('on %s', { timeout: 240_000 }, (engine) => {
  test('an export of the whole graph, imported into an empty one, gives the same graph', async () => {
    const folder = await folderOf(lists);
    const store = await graphOf(engine, folder);
    const before = await graphDump(store);
    const { path, lines, summary } = await exported(store, folder);
    expect(summary).toEqual({ paperCount: 4, graphVersion: 2 });
    expect(lines().map(({ kind }) => kind)).toEqual([
      'export',
      'source',
      'source',
      'page',
      'page',
      'page',
      'paper',
      'paper',
      'paper',
      'paper',
      'conference-listing',
      'conference-listing',
      'page',
      'end',
    ]);
    await store.close();
    const other = await emptyStore(engine);
    expect(await isGraphExport(path)).toBe(true);
    await importExport(other, path, {});
    expect(await graphDump(other)).toEqual(before);
    // Nothing is there twice when it comes again, and its lists are known as read.
    expect(await importExport(other, path, {})).toMatchObject({ addedListingCount: 0 });
    expect(await importSource(other, join(folder, 'one'))).toMatchObject({ pageCount: 3, unchangedPageCount: 3 });
    expect(await graphDump(other)).toEqual(before);
    await other.close();
  });

  test('records of a data set come back with what it describes, also where a list knows it by name', async () => {
    const folder = await folderOf({
      'list/a.md': tablePage('Caching', [
        row('Caches that forget what they were told', { venue: 'UNHEARD 2015', institutions: 'Institute of Nowhere' }),
        row('NVIDIA', { institutions: 'NVIDIA' }),
      ]),
      'data/works.jsonl': worksFile([
        {
          id: 'W1',
          title: 'Caches that forget what they were told',
          source: { id: 'S1', name: 'Symposium on Unheard Machines', acronym: 'UNHEARD' },
          authors: [{ name: 'Ada Byron', institutions: [{ id: 'I1', name: 'Institute of Nowhere' }] }],
          topics: ['caching'],
          references: ['W2', 'W3'],
          citedByCount: 7,
        },
        // The built-in table has another country.
        { id: 'W2', institutions: [{ id: 'I2', name: 'NVIDIA', country: 'GB' }] },
      ]),
    });
    const store = await emptyStore(engine);
    await importSource(store, join(folder, 'list'));
    await importData(store, join(folder, 'data'));
    const before = await graphDump(store);
    const { path } = await exported(store, folder);
    await store.close();
    const other = await emptyStore(engine);
    const summary = await importExport(other, path, {});
    expect(summary.problems).toEqual([]);
    expect(await graphDump(other)).toEqual(before);
    expect(await importData(other, join(folder, 'data'))).toMatchObject({ unchangedPageCount: 1 });
    await other.close();
  });

  test('an export of a filter has what its papers need, and its lists are read again when they are imported', async () => {
    const folder = await folderOf(lists);
    const store = await graphOf(engine, folder);
    const whole = await graphDump(store);
    const { path, lines, summary } = await exported(store, folder, { conference: { any: ['KDD'] } });
    expect(summary.paperCount).toBe(1);
    expect(lines()).toMatchObject([
      { kind: 'export', isWhole: false },
      { kind: 'source', key: 'one' },
      { kind: 'page', path: 'a.md' },
      { kind: 'paper', key: 'bob-kdd-2022', listings: [{}, {}] },
      { kind: 'page', path: 'deep/b.md' },
      { kind: 'conference-listing', record: { name: 'KDD 2031' } },
      { kind: 'end', paperCount: 1 },
    ]);
    await store.close();
    const other = await emptyStore(engine);
    await importExport(other, path, {});
    expect((await ask(other, '{ papers { nodes { key } } }')).data).toEqual({
      papers: { nodes: [{ key: 'bob-kdd-2022' }] },
    });
    await importSource(other, join(folder, 'one'));
    await importSource(other, join(folder, 'two'));
    expect(await graphDump(other)).toEqual(whole);
    await other.close();
  });

  test('an export added to a graph with newer rows withdraws none, and the next import of the list settles them', async () => {
    const folder = await folderOf(lists);
    const store = await graphOf(engine, folder);
    const { path } = await exported(store, folder);
    await writePages(folder, { 'one/a.md': tablePage('Ranking', [row('Eve')]) });
    await importSource(store, join(folder, 'one'));
    const newer = await graphDump(store);
    await importExport(store, path, {});
    const { data } = await ask(store, '{ papers { nodes { shortName } } }');
    expect(JSON.stringify(data)).toMatch(/Eve/);
    expect(JSON.stringify(data)).toMatch(/Bob/);
    await importSource(store, join(folder, 'one'));
    expect(await graphDump(store)).toEqual(newer);
    await store.close();
  });

  test('where the graph changes while it is exported, the export starts again, and gives up in the end', async () => {
    const folder = await folderOf(lists);
    const store = await graphOf(engine, folder);
    const changing = (times: number): GraphStore => {
      let left = times;
      return {
        engine: store.engine,
        run: (query, params) => store.run(query, params),
        read: async (statement) => {
          const rows = await store.read(statement);
          if (statement.name.startsWith('nodes of Paper') && left-- > 0) await store.write(async () => {});
          return rows;
        },
        write: (work) => store.write(work),
        version: () => store.version(),
        recentVersion: (maxAgeMs) => store.recentVersion(maxAgeMs),
        until: (deadline) => store.until(deadline),
        copyTo: (file) => store.copyTo(file),
        ping: () => store.ping(),
        close: () => store.close(),
        observed: (onStatement) => store.observed(onStatement),
        nodeOrder: (label, property) => store.nodeOrder(label, property),
        textMatch: (...asked) => store.textMatch(...asked),
        wordIndex: (indexed) => store.wordIndex(indexed),
        labelCount: (label) => store.labelCount(label),
        remembering: (kept) => store.remembering(kept),
      };
    };
    const { path, summary } = await exported(changing(2), folder);
    expect(summary.graphVersion).toBe(await store.version());
    const kept = await readFile(path, 'utf8');
    await expect(exportGraph(changing(3), path, { format: 'csv', filter: null })).rejects.toMatchObject({
      code: 'GRAPH_CHANGING',
    });
    expect(await readFile(path, 'utf8')).toBe(kept);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    await store.close();
  });
});

test('a graph that was read with a table of names says so where it is imported without it, and comes back with it', async () => {
  const folder = await folderOf({
    ...lists,
    'names.yaml': 'institutions:\n  - name: Example Works\n    aliases: [UMich]\n',
  });
  const store = await graphOf('embedded', folder);
  await importAliases(store, join(folder, 'names.yaml'), {});
  const papersOf = async (graph: GraphStore) =>
    (await ask(graph, '{ papers { nodes { key affiliations { institution { name } } } } }')).data;
  const { path } = await exported(store, folder);
  const other = await emptyStore('embedded');
  const { problems } = await importExport(other, path, {});
  expect(problems).toMatchObject([{ code: 'EXPORT_NAMES_MISSING', severity: 'WARNING' }]);
  expect(await papersOf(other)).not.toEqual(await papersOf(store));
  await importAliases(other, join(folder, 'names.yaml'), {});
  expect(await papersOf(other)).toEqual(await papersOf(store));
});

test.each([
  ['cut', (text: string) => text.slice(0, -200), /:\d+: expected .*\[?/],
  ['without its end', (text: string) => text.split('\n').slice(0, -2).join('\n'), /"kind":"end"/],
  [
    'with a record of another form',
    (text: string) => text.replace('"remarks":[],"awards":[]', '"remarks":[],"awards":3'),
    /listings\[\d\]\.record\.awards: expected a list/,
  ],
  [
    'with a row of no page',
    (text: string) => text.replaceAll('"pageKey":"two//a.md"', '"pageKey":"two//b.md"'),
    /of a page and source on lines before/,
  ],
  ['of a newer program', (text: string) => text.replaceAll('"papergraph":1', '"papergraph":2'), /format 2/],
])('an export %s is refused with its line, and nothing is imported', async (_, change, message) => {
  const folder = await folderOf(lists);
  const store = await graphOf('embedded', folder);
  const { path, text } = await exported(store, folder);
  expect(change(text)).not.toBe(text);
  await writeFile(path, change(text));
  const other = await emptyStore('embedded');
  await expect(importExport(other, path, {})).rejects.toThrow(message);
  expect(await other.version()).toBe(0);
});

const realList = sharedPath('data', 'reading-list', 'rev-79bee4a8');
test.skipIf(realList === null)('a real list comes back as it was, with all its pages and problems', async () => {
  const folder = await folderOf({});
  const store = await emptyStore('embedded');
  await importSource(store, realList ?? '', { sourceKey: 'real' });
  const { path, summary } = await exported(store, folder);
  expect(summary.paperCount).toBeGreaterThan(100);
  const other = await emptyStore('embedded');
  await importExport(other, path, {});
  expect(await graphDump(other)).toEqual(await graphDump(store));
});
