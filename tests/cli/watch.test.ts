import { once } from 'node:events';
import { appendFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askServer, papergraph, serve, until } from '../support/command-line.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';

const page = (...names: readonly string[]) =>
  tablePage(
    'A heading',
    names.map((name) => ({ name: `**${name}**`, venue: 'OSDI 2023', institutions: 'UMich' })),
  );

/** A server that watches a folder, and what it answers. */
async function watched(pages: Readonly<Record<string, string>>) {
  const folder = await folderOf(
    Object.fromEntries(Object.entries(pages).map(([path, text]) => [`list/${path}`, text])),
  );
  const list = join(folder, 'list');
  const data = ['--data', join(folder, 'data')];
  const server = await serve([...data, '--watch', list]);
  const titles = async () => {
    const answer = await askServer(server.url, '{ papers(orderBy: {by: TITLE, direction: ASC}) { nodes { title } } }');
    return (answer as { papers: { nodes: { title: string }[] } }).papers.nodes.map(({ title }) => title).join(' ');
  };
  const comes = (wanted: string) =>
    until(
      async () => (await titles()) === wanted,
      () => `${wanted}\n${server.log()}`,
    );
  return { folder, list, data, server, titles, comes };
}

test('a watched folder is imported at the start, and each kind of change is taken in', async () => {
  const { list, server, comes } = await watched({ 'a.md': page('Ada'), 'sub/b.md': page('Bob') });
  await comes('Ada Bob');
  await writeFile(join(list, 'a.md'), page('Ada', 'Cleo'));
  await comes('Ada Bob Cleo');
  // As editors do that write beside the page and rename over it, twice: the first must not hide the second.
  for (const name of ['Dora', 'Emil']) {
    await writeFile(join(list, '.a.md.swp'), page('Ada', name));
    await rename(join(list, '.a.md.swp'), join(list, 'a.md'));
    await comes(`Ada Bob ${name}`);
  }
  await writeFile(join(list, 'a.md'), page('Ada'));
  await comes('Ada Bob');
  await mkdir(join(list, 'new', 'deep'), { recursive: true });
  await writeFile(join(list, 'new', 'deep', 'c.md'), page('Fay'));
  await comes('Ada Bob Fay');
  await rename(join(list, 'new'), join(list, 'renamed'));
  await writeFile(join(list, 'renamed', 'deep', 'c.md'), page('Gus'));
  await comes('Ada Bob Gus');
  await rm(join(list, 'sub'), { recursive: true });
  await comes('Ada Gus');
  await rm(join(list, 'renamed'), { recursive: true });
  await rename(join(list, 'a.md'), join(list, 'z.md'));
  await comes('Ada');
  await rm(join(list, 'z.md'));
  await comes('');
  expect(server.log()).toMatch(/Z list: 2 records read from 2 pages .*; 0 problems/);
});

test('a page that is written in steps ends as it was meant, and an emptied one keeps what stood on it', async () => {
  const { list, comes, titles } = await watched({ 'a.md': page('Ada') });
  await comes('Ada');
  const file = await open(join(list, 'a.md'), 'w');
  await until(
    async () => (await titles()) === 'Ada',
    () => 'an emptied page',
  );
  await file.write(page('Ada', 'Bob'));
  await file.close();
  await comes('Ada Bob');
  await appendFile(join(list, 'a.md'), '| **Cleo** | OSDI 2023 | UMich | | |\n');
  await comes('Ada Bob Cleo');
});

test('a folder that vanishes keeps its pages in the graph, and is watched again when it is back', async () => {
  const { folder, list, server, comes, titles } = await watched({ 'a.md': page('Ada'), 'b.md': page('Bob') });
  await comes('Ada Bob');
  await rename(list, join(folder, 'away'));
  await until(() => server.log().includes('FOLDER_MISSING'), server.log);
  expect(await titles()).toBe('Ada Bob');
  // Made again and still empty, as the place of a drive that is not mounted is.
  await mkdir(list);
  await until(() => server.log().includes('ALL_PAGES_GONE'), server.log);
  expect(await titles()).toBe('Ada Bob');
  await writePages(list, { 'a.md': page('Ada'), 'b.md': page('Cleo') });
  await comes('Ada Cleo');
  await writeFile(join(list, 'b.md'), page('Dora'));
  await comes('Ada Dora');
});

test('a page that cannot be read is logged as a problem, and the server goes on', async () => {
  const { list, server, comes, data } = await watched({ 'a.md': page('Ada') });
  await comes('Ada');
  await writeFile(join(list, 'b.md'), Buffer.from([0x41, 0xff]));
  await until(() => server.log().includes('b.md:1 FILE_NOT_UTF8'), server.log);
  await writeFile(join(list, 'b.md'), page('Bob'));
  await comes('Ada Bob');
  expect(await papergraph(['sources', ...data])).toMatchObject({ stdout: expect.stringMatching(/^list\t2 pages/) });
});

test('a watching server stops on SIGTERM', async () => {
  const { server, comes } = await watched({ 'a.md': page('Ada') });
  await comes('Ada');
  server.process.kill('SIGTERM');
  expect(await once(server.process, 'exit')).toEqual([0, null]);
});

test('folders of one key, a file, a missing folder and options without a folder are refused at the start', async () => {
  const folder = await folderOf({ 'a/x/a.md': page('Ada'), 'b/x/b.md': page('Bob') });
  const start = (...args: readonly string[]) =>
    papergraph(['serve', '--port', '0', '--data', join(folder, 'data'), ...args]);
  expect(await start('--watch', join(folder, 'a/x'), join(folder, 'b/x'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('SOURCE_TWICE'),
  });
  expect(await start('--watch', join(folder, 'a/x/a.md'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('WATCH_NO_FOLDER'),
  });
  expect(await start('--watch', join(folder, 'c'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('FILE_MISSING'),
  });
  expect(await start('--source', 'mine')).toMatchObject({ code: 2, stderr: expect.stringContaining('WATCH_MISSING') });
});
