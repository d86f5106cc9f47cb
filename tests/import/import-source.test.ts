import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';

const paperLink = (address: string) => `<a href="${address}">Paper</a>`;
const one = {
  name: '**AdaEmbed**',
  venue: 'OSDI 2023',
  institutions: 'UMich & Meta',
  links: paperLink('https://usenix.org/lai'),
};
const two = {
  name: '**EVStore**',
  venue: 'ASPLOS 2023',
  institutions: 'UChicago',
  links: paperLink('https://doi.org/10.1145/3575693.3575718'),
};

describe.each(engineNames)('importing on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  test('importing twice changes nothing, and the summary says so', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [one, two]) });
    await importSource(store, folder, { sourceKey: 'list' });
    const version = await store.version();
    const before = await graphDump(store);
    const summary = await importSource(store, folder, { sourceKey: 'list' });
    expect(summary).toMatchObject({ addedListingCount: 0, removedListingCount: 0, unchangedPageCount: 1 });
    expect(await store.version()).toBe(version);
    expect(await graphDump(store)).toEqual(before);
  });

  test('the same paper on two pages is one node with two listings', async () => {
    const folder = await folderOf({
      'a.md': tablePage('A', [one]),
      'b.md': tablePage('B', [{ ...one, institutions: 'UMich & Meta & Intel' }]),
    });
    await importSource(store, folder, { sourceKey: 'list' });
    const { data } = await ask(
      store,
      '{ papers { nodes { title affiliations { institution { name } sources { path } } listings { page { path } } topics { nodes { name } } } } }',
    );
    expect(data).toEqual({
      papers: {
        nodes: [
          {
            title: 'AdaEmbed',
            affiliations: [
              { institution: { name: 'University of Michigan' }, sources: [{ path: 'a.md' }, { path: 'b.md' }] },
              { institution: { name: 'Meta' }, sources: [{ path: 'a.md' }, { path: 'b.md' }] },
              { institution: { name: 'Intel' }, sources: [{ path: 'b.md' }] },
            ],
            listings: [{ page: { path: 'a.md' } }, { page: { path: 'b.md' } }],
            topics: { nodes: [{ name: 'A' }, { name: 'B' }] },
          },
        ],
      },
    });
  });

  test('two papers of one name with other links stay two', async () => {
    const name = '**Alibaba PAI**';
    const folder = await folderOf({
      'a.md': tablePage('A', [{ ...one, name, links: paperLink('https://a.org/1') }]),
      'b.md': tablePage('B', [{ ...two, name, links: paperLink('https://b.org/2') }]),
    });
    await importSource(store, folder, { sourceKey: 'list' });
    expect((await ask(store, '{ papers { totalCount } }')).data).toEqual({ papers: { totalCount: 2 } });
  });

  test('a link copied from another row joins nothing, and is reported with both lines', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [one, { ...two, links: one.links }]) });
    const { problems } = await importSource(store, folder, { sourceKey: 'list' });
    expect((await ask(store, '{ papers { totalCount } }')).data).toEqual({ papers: { totalCount: 2 } });
    expect(problems).toMatchObject([{ code: 'SHARED_IDENTIFIER', position: { line: 6 }, related: [{ line: 5 }] }]);
  });

  test('two places of publication are a conflict with both lines; the first in precedence is taken', async () => {
    const folder = await folderOf({
      'a.md': tablePage('A', [one]),
      'b.md': tablePage('B', [{ ...one, venue: 'NSDI 2022' }]),
    });
    const { problems } = await importSource(store, folder, { sourceKey: 'list' });
    expect(problems).toMatchObject([
      { code: 'VENUE_CONFLICT', position: { path: 'b.md', line: 5 }, related: [{ path: 'a.md', line: 5 }] },
    ]);
    expect((await ask(store, '{ papers { nodes { conference { acronym } year } } }')).data).toEqual({
      papers: { nodes: [{ conference: { acronym: 'OSDI' }, year: 2023 }] },
    });
  });

  test('a listing that names them all completes "Many others" of another page', async () => {
    const some = { ...two, institutions: '<ul><li>UChicago</li><li>Many others</li></ul>' };
    const folder = await folderOf({ 'a.md': tablePage('A', [some]) });
    await importSource(store, folder, { sourceKey: 'list' });
    const flag = '{ papers { nodes { affiliationsIncomplete } } }';
    expect((await ask(store, flag)).data).toEqual({ papers: { nodes: [{ affiliationsIncomplete: true }] } });
    await writePages(folder, { 'b.md': tablePage('B', [{ ...two, institutions: 'UChicago & Emory' }]) });
    await importSource(store, folder, { sourceKey: 'list' });
    expect((await ask(store, flag)).data).toEqual({ papers: { nodes: [{ affiliationsIncomplete: false }] } });
  });

  test('a changed page withdraws what it no longer states', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [one]) });
    await importSource(store, folder, { sourceKey: 'list' });
    const before = await graphDump(store);
    await writePages(folder, {
      'a.md': tablePage('Other heading', [{ ...one, institutions: 'A Small College & Intel', venue: 'SC 2021' }, two]),
    });
    await importSource(store, folder, { sourceKey: 'list' });
    expect((await ask(store, '{ institutions(filter: {nameContains: "michigan"}) { totalCount } }')).data).toEqual({
      institutions: { totalCount: 0 },
    });
    await writePages(folder, { 'a.md': tablePage('A', [one]) });
    await importSource(store, folder, { sourceKey: 'list' });
    expect(await graphDump(store)).toEqual(before);
  });

  test('a page gone from a folder is withdrawn; a single file withdraws only its own', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [one]), 'b.md': tablePage('B', [two]) });
    await importSource(store, folder, { sourceKey: 'list' });
    await writePages(folder, { 'a.md': tablePage('A', []) });
    await importSource(store, join(folder, 'a.md'), { sourceKey: 'list' });
    const titles = '{ papers { nodes { title } } pages { nodes { path } } }';
    expect((await ask(store, titles)).data).toEqual({
      papers: { nodes: [{ title: 'EVStore' }] },
      pages: { nodes: [{ path: 'a.md' }, { path: 'b.md' }] },
    });
    await rm(join(folder, 'b.md'));
    const { removedPageCount } = await importSource(store, folder, { sourceKey: 'list' });
    expect(removedPageCount).toBe(1);
    expect((await ask(store, titles)).data).toEqual({ papers: { nodes: [] }, pages: { nodes: [{ path: 'a.md' }] } });
  });

  test('a removed source leaves what others state', async () => {
    const mine = await folderOf({ 'a.md': tablePage('A', [one, two]) });
    const theirs = await folderOf({ 'b.md': tablePage('B', [{ ...one, institutions: 'UMich & A Small College' }]) });
    await importSource(store, theirs, { sourceKey: 'theirs' });
    const before = await graphDump(store);
    await importSource(store, mine, { sourceKey: 'mine' });
    expect(await removeSource(store, 'mine', { dryRun: true })).toMatchObject({ removedListingCount: 2, dryRun: true });
    expect(await removeSource(store, 'mine')).toMatchObject({ pageCount: 1, removedListingCount: 2 });
    expect(await graphDump(store)).toEqual(before);
    await removeSource(store, 'theirs');
    expect(await graphDump(store)).toEqual([]);
  });

  test('a dry run tells what would change, and writes nothing', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [one, two]) });
    const version = await store.version();
    expect(await importSource(store, folder, { sourceKey: 'list', dryRun: true })).toMatchObject({
      dryRun: true,
      addedListingCount: 2,
    });
    expect(await store.version()).toBe(version);
  });

  test('a better identifier changes the key, and the old key keeps resolving', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [one]) });
    await importSource(store, folder, { sourceKey: 'list' });
    await writePages(folder, {
      'b.md': tablePage('B', [{ ...one, links: `${one.links}${paperLink('https://doi.org/10.5555/ada')}` }]),
    });
    await importSource(store, folder, { sourceKey: 'list' });
    const { data } = await ask(
      store,
      '{ papers { nodes { key } } old: paper(by: {key: "adaembed-osdi-2023"}) { key } doi: paper(by: {doi: "https://doi.org/10.5555/ADA"}) { title } url: paper(by: {url: "http://www.usenix.org/lai/"}) { title } }',
    );
    expect(data).toEqual({
      papers: { nodes: [{ key: '10.5555/ada' }] },
      old: { key: '10.5555/ada' },
      doi: { title: 'AdaEmbed' },
      url: { title: 'AdaEmbed' },
    });
  });

  test('an old key keeps resolving where the row itself gains the identifier', async () => {
    const folder = await folderOf({ 'a.md': tablePage('A', [{ ...one, links: '' }]) });
    await importSource(store, folder, { sourceKey: 'list' });
    await writePages(folder, { 'a.md': tablePage('A', [{ ...one, links: paperLink('https://doi.org/10.5555/ada') }]) });
    await importSource(store, folder, { sourceKey: 'list' });
    expect((await ask(store, '{ paper(by: {key: "adaembed-osdi-2023"}) { key } }')).data).toEqual({
      paper: { key: '10.5555/ada' },
    });
  });

  test('a page of a folder below another source is a page of its own', async () => {
    const folder = await folderOf({ 'sub/b.md': tablePage('B', [one]) });
    await importSource(store, folder, { sourceKey: 'x' });
    await importSource(store, join(folder, 'sub'), { sourceKey: 'x/sub' });
    expect((await ask(store, '{ pages { totalCount } sources { key } }')).data).toEqual({
      pages: { totalCount: 2 },
      sources: [{ key: 'x' }, { key: 'x/sub' }],
    });
    await expect(importSource(store, folder, { sourceKey: 'a//b' })).rejects.toMatchObject({ code: 'BAD_SOURCE_KEY' });
  });

  test('notes that lead to a page of the same source are that page', async () => {
    const note = '<a href="../notes/evstore.md">Personal Notes</a>';
    const folder = await folderOf({
      'lists/a.md': tablePage('A', [{ ...two, links: note }]),
      'notes/evstore.md': '# EVStore\n\nGood.\n',
    });
    await importSource(store, folder, { sourceKey: 'list' });
    expect((await ask(store, '{ papers { nodes { links { kind url } } } }')).data).toEqual({
      papers: { nodes: [{ links: [{ kind: 'NOTES', url: 'notes/evstore.md' }] }] },
    });
  });
});

/** Random lists that share names, links, titles and places in every way that identity looks at. */
const row = fc.record({
  name: fc.constantFrom(
    '**Ada**',
    '**Eve**',
    'Ada: A Longer Title of Four Words',
    'A Longer Title of Four Words',
    '**Bob**',
  ),
  venue: fc.constantFrom(
    'OSDI 2020',
    'OSDI 2021',
    'NSDI 2020',
    'arXiv 2001.00001',
    'arXiv 2101.00002',
    '',
    'Odd Place 2020',
    'ODD place 2020',
  ),
  institutions: fc.constantFrom(
    'Intel',
    'Meta AI & Intel',
    'UMich & Meta',
    '<ul><li>Intel</li><li>Many others</li></ul>',
    'A Small College',
    'a small COLLEGE',
    '',
  ),
  links: fc.constantFrom(
    '',
    paperLink('https://a.org/1'),
    paperLink('https://doi.org/10.1000/1'),
    paperLink('https://doi.org/10.1000/2'),
    paperLink('https://arxiv.org/abs/2001.00001'),
  ),
  remarks: fc.constantFrom('', 'fast', 'slow'),
});
const pages = fc.dictionary(
  fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'),
  fc.array(row, { minLength: 1, maxLength: 5 }),
  { minKeys: 1 },
);

test('the graph is a function of its listings: any order of pages, with detours, gives the same graph', async () => {
  await fc.assert(
    fc.asyncProperty(pages, pages, fc.infiniteStream(fc.nat()), async (wanted, detour, random) => {
      const straight = await emptyStore('embedded');
      const winding = await emptyStore('embedded');
      const folder = await folderOf(asPages(wanted));
      await importSource(straight, folder, { sourceKey: 'list' });
      const other = await folderOf(asPages(detour));
      await importSource(winding, other, { sourceKey: 'list' });
      for (const path of shuffled(Object.keys(wanted), random)) {
        await importSource(winding, join(folder, path), { sourceKey: 'list' });
      }
      await importSource(winding, folder, { sourceKey: 'list' });
      expect(await graphDump(winding)).toEqual(await graphDump(straight));
      await straight.close();
      await winding.close();
    }),
    { numRuns: 60 },
  );
});

function asPages(tables: Record<string, { name: string }[]>) {
  return Object.fromEntries(
    Object.entries(tables).map(([path, rows]) => [
      path,
      tablePage(rows.length % 2 === 0 ? 'One page' : 'ONE Page', rows),
    ]),
  );
}

function shuffled(paths: string[], random: Iterator<number>): string[] {
  return paths
    .map((path) => [random.next().value, path] as const)
    .sort(([a], [b]) => a - b)
    .map(([, path]) => path);
}
