import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runGraphCommand } from '../../src/import/graph-commands.ts';
import { importSource } from '../../src/import/import-source.ts';
import { rootText } from '../../src/import/import-target.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { countsOf, storedSources } from '../../src/store/source-queries.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';

const ada = { name: '**Ada**', venue: 'OSDI 2023', institutions: 'UMich' };
const bob = { name: '**Bob**', venue: 'NSDI 2022', institutions: 'Intel' };
const eve = { name: '**Eve**', venue: 'SOSP 2021', institutions: 'Meta' };
const linkedAda = { ...ada, links: '<a href="https://a.org/1">Paper</a>' };
const page = (...rows: (typeof ada)[]) => tablePage('A heading', rows);

describe.each(engineNames)('sources on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  const titles = async () => {
    const { data } = await ask(store, '{ papers(orderBy: {by: TITLE, direction: ASC}) { nodes { title } } }');
    return (data as { papers: { nodes: { title: string }[] } }).papers.nodes.map(({ title }) => title);
  };
  const pagePaths = async () => {
    const { data } = await ask(store, '{ pages { nodes { path source { key } } } }');
    return (data as { pages: { nodes: { path: string; source: { key: string } }[] } }).pages.nodes.map(
      ({ path, source }) => `${source.key} ${path}`,
    );
  };

  test('another folder under the key of one that is still there is refused, and the message says what to do', async () => {
    const folder = await folderOf({ 'a/papers/x.md': page(ada), 'b/papers/x.md': page(bob) });
    await importSource(store, join(folder, 'a/papers'));
    const before = await graphDump(store);
    await expect(importSource(store, join(folder, 'b/papers'))).rejects.toMatchObject({
      code: 'SOURCE_ELSEWHERE',
      message: expect.stringMatching(/a\/papers.*still there.*--source b-papers.*--source papers/),
    });
    expect(await graphDump(store)).toEqual(before);
    await importSource(store, join(folder, 'b/papers'), { sourceKey: 'b-papers' });
    expect(await titles()).toEqual(['Ada', 'Bob']);
  });

  test('a folder that was moved is the same source, and so is another one that is said to be it', async () => {
    const folder = await folderOf({ 'a/papers/x.md': page(ada), 'c/x.md': page(eve) });
    await importSource(store, join(folder, 'a/papers'));
    await rename(join(folder, 'a'), join(folder, 'b'));
    await writePages(folder, { 'b/papers/x.md': page(bob) });
    await importSource(store, join(folder, 'b/papers'));
    expect(await titles()).toEqual(['Bob']);
    expect(await storedSources(store)).toMatchObject([{ key: 'papers', root: join(folder, 'b/papers') }]);
    await importSource(store, join(folder, 'c'), { sourceKey: 'papers' });
    expect(await titles()).toEqual(['Eve']);
  });

  test('a folder that was moved and not changed is known at its new place', async () => {
    const folder = await folderOf({ 'a/papers/x.md': page(ada) });
    await importSource(store, join(folder, 'a/papers'));
    await rename(join(folder, 'a'), join(folder, 'b'));
    expect(await importSource(store, join(folder, 'b/papers'))).toMatchObject({ unchangedPageCount: 1 });
    expect(await storedSources(store)).toMatchObject([{ root: join(folder, 'b/papers') }]);
  });

  test('two paths of one command with one key are refused before anything is read', async () => {
    const folder = await folderOf({ 'a/x/one.md': page(ada), 'b/x/two.md': page(bob), 'a/x/three.md': page(eve) });
    const paths = [join(folder, 'a/x'), join(folder, 'b/x')];
    const keysOf = (some: readonly string[], sourceKey: string | null = null) =>
      runGraphCommand(store, 'keys-of-paths', { paths: some, sourceKey });
    await expect(keysOf(paths)).rejects.toMatchObject({ code: 'SOURCE_TWICE' });
    await expect(keysOf([join(folder, 'a'), join(folder, 'b')], 'mine')).rejects.toMatchObject({
      code: 'SOURCE_TWICE',
    });
    expect(await keysOf([join(folder, 'a'), join(folder, 'b')])).toEqual(['a', 'b']);
    expect(await keysOf([join(folder, 'a/x/one.md'), join(folder, 'a/x/three.md')])).toEqual(['x', 'x']);
  });

  test('two checkouts of one git remote are one source, pages of its folders included', async () => {
    const folder = await folderOf({
      'one/lists/x.md': page(ada),
      'one/lists/sub/y.md': page(bob),
      'two/lists/x.md': page(eve),
      'two/lists/sub/y.md': page(bob),
    });
    for (const name of ['one', 'two']) checkOut(join(folder, name));
    await importSource(store, join(folder, 'one/lists'));
    const key = 'git.example/me/papers/lists';
    expect(await pagePaths()).toEqual([`${key} sub/y.md`, `${key} x.md`]);
    await importSource(store, join(folder, 'two/lists'));
    expect(await titles()).toEqual(['Bob', 'Eve']);
    await writePages(folder, { 'one/lists/sub/y.md': page(ada) });
    expect(await importSource(store, join(folder, 'one/lists/sub/y.md'))).toMatchObject({
      source: key,
      page: 'sub/y.md',
    });
    expect(await titles()).toEqual(['Ada', 'Eve']);
  });

  test('a page of an imported folder refreshes that page of its source, and touches no other', async () => {
    const folder = await folderOf({ 'papers/x.md': page(ada), 'papers/sub/x.md': page(bob) });
    await importSource(store, join(folder, 'papers'), { sourceKey: 'mine' });
    await writePages(folder, {
      'papers/x.md': page(eve),
      'papers/sub/x.md': page(eve),
      'papers/sub/new.md': page(ada),
    });
    expect(await importSource(store, join(folder, 'papers/sub/x.md'))).toMatchObject({
      source: 'mine',
      page: 'sub/x.md',
      pageCount: 1,
    });
    expect(await titles()).toEqual(['Ada', 'Eve']);
    await importSource(store, join(folder, 'papers/sub/new.md'));
    expect(await pagePaths()).toEqual(['mine sub/new.md', 'mine sub/x.md', 'mine x.md']);
    // The folder then finds both as it would have read them itself.
    expect(await importSource(store, join(folder, 'papers'), { sourceKey: 'mine' })).toMatchObject({
      unchangedPageCount: 2,
      removedPageCount: 0,
    });
  });

  test('a page of two sources of one folder is refused until one of them is named', async () => {
    const folder = await folderOf({ 'papers/x.md': page(ada) });
    await importSource(store, join(folder, 'papers'), { sourceKey: 'one' });
    await importSource(store, join(folder, 'papers'), { sourceKey: 'two' });
    const file = join(folder, 'papers/x.md');
    await expect(importSource(store, file)).rejects.toMatchObject({ code: 'SOURCE_AMBIGUOUS' });
    expect(await importSource(store, file, { sourceKey: 'two' })).toMatchObject({ source: 'two' });
  });

  test('pages below a link that leads nowhere stay, and a problem says so', async () => {
    const folder = await folderOf({ 'papers/x.md': page(ada), 'drive/y.md': page(bob) });
    await symlink(join(folder, 'drive'), join(folder, 'papers/drive'));
    await importSource(store, join(folder, 'papers'));
    await rename(join(folder, 'drive'), join(folder, 'elsewhere'));
    const summary = await importSource(store, join(folder, 'papers'));
    expect(summary).toMatchObject({ removedPageCount: 0, unchangedPageCount: 1 });
    expect(summary.problems).toMatchObject([{ code: 'FOLDER_UNREADABLE', position: { path: 'drive' } }]);
    expect(await titles()).toEqual(['Ada', 'Bob']);
  });

  test('a source is not emptied because its folder is, unless that is said', async () => {
    const folder = await folderOf({ 'papers/x.md': page(ada), 'papers/y.md': page(bob) });
    const papers = join(folder, 'papers');
    await importSource(store, papers);
    await rm(papers, { recursive: true });
    await mkdir(papers);
    const refusal = { code: 'ALL_PAGES_GONE', message: expect.stringContaining('--all-gone') };
    await expect(importSource(store, papers)).rejects.toMatchObject(refusal);
    await writeFile(join(papers, 'z.md'), page(eve));
    await expect(importSource(store, papers)).rejects.toMatchObject(refusal);
    await expect(importSource(store, papers, { dryRun: true })).rejects.toMatchObject(refusal);
    expect(await titles()).toEqual(['Ada', 'Bob']);
    expect(await importSource(store, papers, { allGone: true })).toMatchObject({ removedPageCount: 2 });
    expect(await titles()).toEqual(['Eve']);
    await rm(join(papers, 'z.md'));
    await importSource(store, papers, { allGone: true });
    expect(await graphDump(store)).toEqual([]);
  });

  test('a page that cannot be read is a problem in the graph, and what was read of it before stands', async () => {
    const bad = Buffer.from([0x41, 0x0a, 0xff]);
    const folder = await folderOf({ 'papers/x.md': page(ada), 'papers/new.md': bad });
    const papers = join(folder, 'papers');
    const problems = async () => {
      const { data } = await ask(store, '{ problems { nodes { code path } } }');
      return (data as { problems: { nodes: { code: string; path: string }[] } }).problems.nodes.map(
        ({ code, path }) => `${path} ${code}`,
      );
    };
    await importSource(store, papers);
    expect(await problems()).toEqual(['new.md FILE_NOT_UTF8']);
    await writePages(folder, { 'papers/x.md': bad });
    await importSource(store, papers);
    expect([await titles(), await problems()]).toEqual([['Ada'], ['new.md FILE_NOT_UTF8', 'x.md FILE_NOT_UTF8']]);
    const version = await store.version();
    expect(await importSource(store, papers)).toMatchObject({ unchangedPageCount: 2 });
    expect(await store.version()).toBe(version);
    await writePages(folder, { 'papers/x.md': page(ada), 'papers/new.md': page(bob) });
    await importSource(store, papers);
    expect([await titles(), await problems()]).toEqual([['Ada', 'Bob'], []]);
  });

  test('a page without links within its source is not read again because another page came', async () => {
    const linked = tablePage('B', [{ ...bob, links: '<a href="../later.md">Notes</a>' } as typeof bob]);
    const folder = await folderOf({ 'papers/x.md': page(ada), 'papers/sub/linked.md': linked });
    await importSource(store, join(folder, 'papers'));
    await writePages(folder, { 'papers/later.md': page(eve) });
    expect(await importSource(store, join(folder, 'papers'))).toMatchObject({ unchangedPageCount: 1, pageCount: 3 });
    const { data } = await ask(store, '{ papers(filter: {titleContains: "Bob"}) { nodes { links { kind url } } } }');
    expect(data).toEqual({ papers: { nodes: [{ links: [{ kind: 'NOTES', url: 'later.md' }] }] } });
  });

  test('a stopped import has written whole batches, says so, and is completed by the next', async () => {
    const rows = (start: number) =>
      Array.from({ length: 300 }, (_, index) => ({ ...ada, name: `**System${start + index}**` }));
    const pages = Object.fromEntries(
      [0, 1, 2, 3, 4, 5].map((each) => [`papers/${each}.md`, page(...rows(each * 300))]),
    );
    const folder = await folderOf(pages);
    const stopping = new AbortController();
    const importing = importSource(store, join(folder, 'papers'), { signal: stopping.signal });
    while ((await store.version()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stopping.abort();
    const summary = await importing;
    expect(summary).toMatchObject({ isStopped: true, removedPageCount: 0 });
    expect([600, 1200]).toContain(summary.addedListingCount);
    expect(await importSource(store, join(folder, 'papers'))).toMatchObject({
      isStopped: false,
      unchangedPageCount: summary.addedListingCount / 300,
    });
    const removal = await removeSource(store, 'papers', { signal: AbortSignal.abort() });
    expect(removal).toMatchObject({ isStopped: true, pageCount: 0, removedListingCount: 0 });
  });

  test('counts of sources tell the papers that no other source lists', async () => {
    const folder = await folderOf({ 'one/x.md': page(linkedAda, bob), 'two/y.md': page(linkedAda) });
    await importSource(store, join(folder, 'one'));
    await importSource(store, join(folder, 'two'));
    expect(Object.fromEntries(await countsOf(store, ['one', 'two']))).toEqual({
      one: { pageCount: 1, listingCount: 2, paperCount: 2, ownPaperCount: 1 },
      two: { pageCount: 1, listingCount: 1, paperCount: 1, ownPaperCount: 0 },
    });
  });

  test('keys that papers once had resolve in node, nodes and filters, as they do in paper(by:)', async () => {
    const folder = await folderOf({ 'papers/x.md': page(ada, bob) });
    await importSource(store, join(folder, 'papers'));
    const ids = '{ papers(orderBy: {by: TITLE, direction: ASC}) { nodes { id key } } }';
    const { data } = await ask(store, ids);
    const [old] = (data as { papers: { nodes: { id: string; key: string }[] } }).papers.nodes;
    expect(old?.key).toBe('ada-osdi-2023');
    const better = { ...ada, links: '<a href="https://doi.org/10.5555/ada">Paper</a>' };
    await writePages(folder, { 'papers/x.md': page(better, bob) });
    await importSource(store, join(folder, 'papers'));
    const asked = await ask(
      store,
      `query ($id: ID!) {
        node(id: $id) { ... on Paper { key } }
        nodes(ids: [$id, $id]) { ... on Paper { title } }
        papers(filter: {key: ["ada-osdi-2023", "bob-nsdi-2022", "none"]}) { nodes { key } }
        conferences(filter: {papers: {key: ["ada-osdi-2023"]}}) { nodes { key } }
      }`,
      { id: old?.id },
    );
    expect(asked.errors).toBeUndefined();
    expect(asked.data).toEqual({
      node: { key: '10.5555/ada' },
      nodes: [{ title: 'Ada' }, { title: 'Ada' }],
      papers: { nodes: [{ key: '10.5555/ada' }, { key: 'bob-nsdi-2022' }] },
      conferences: { nodes: [{ key: 'osdi' }] },
    });
  });

  test('topics that differ in signs alone are two, each found by its own name', async () => {
    const folder = await folderOf({
      'papers/x.md': `${tablePage('C', [ada])}\n${tablePage('C++', [bob])}\n${tablePage('C#', [eve])}`,
      'others/y.md': tablePage('c++', [eve]),
    });
    await importSource(store, join(folder, 'papers'));
    await importSource(store, join(folder, 'others'));
    const { data } = await ask(
      store,
      `{ topics { nodes { key name } }
         plus: papers(filter: {topic: {any: ["C++"]}}) { nodes { title } }
         plain: topic(by: {name: "C"}) { key } }`,
    );
    expect(data).toEqual({
      topics: {
        nodes: [
          { key: 'others:c-plus-plus', name: 'c++' },
          { key: 'papers:c', name: 'C' },
          { key: 'papers:c-plus-plus', name: 'C++' },
          { key: 'papers:c-sharp', name: 'C#' },
        ],
      },
      plus: { nodes: expect.arrayContaining([{ title: 'Bob' }, { title: 'Eve' }]) },
      plain: { key: 'papers:c' },
    });
  });
});

test('a folder below the home folder is stored without its name', () => {
  expect(rootText(join(homedir(), 'lists', 'mine'))).toBe(join('~', 'lists', 'mine'));
  expect(rootText(homedir())).toBe('~');
  expect(rootText('/srv/lists')).toBe('/srv/lists');
});

function checkOut(folder: string): void {
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  git('init');
  git('remote', 'add', 'origin', 'https://git.example/me/papers.git');
}

// A superuser looks into every folder.
test.runIf(process.getuid?.() !== 0)('pages below a folder that may not be looked into stay', async () => {
  const store = await emptyStore('embedded');
  const folder = await folderOf({ 'papers/x.md': page(ada), 'papers/sub/y.md': page(bob) });
  await importSource(store, join(folder, 'papers'));
  await chmod(join(folder, 'papers/sub'), 0);
  const summary = await importSource(store, join(folder, 'papers'));
  await chmod(join(folder, 'papers/sub'), 0o700);
  expect(summary).toMatchObject({ removedPageCount: 0, problems: [{ code: 'FOLDER_UNREADABLE' }] });
  await store.close();
});
