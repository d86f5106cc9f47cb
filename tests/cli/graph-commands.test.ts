import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askServer, main, papergraph, quiet, serve, until } from '../support/command-line.ts';
import { folderOf, tablePage } from '../support/pages.ts';

const page = (...names: readonly string[]) =>
  tablePage(
    'A heading',
    names.map((name) => ({ name: `**${name}**`, venue: 'OSDI 2023', institutions: 'UMich' })),
  );
/** Some pages whose import takes several batches. */
const manyPages = Object.fromEntries(
  Array.from({ length: 12 }, (_, each) => [
    `list/${each}.md`,
    page(...Array.from({ length: 400 }, (_, index) => `System${each * 400 + index}`)),
  ]),
);

test('commands that only look make no data folder', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada') });
  const data = ['--data', join(folder, 'data')];
  expect(await papergraph(['import', join(folder, 'list'), '--dry-run', ...data])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 listing added'),
  });
  expect(await papergraph(['sources', ...data])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('no source'),
  });
  expect(await papergraph(['remove', 'list', '--dry-run', ...data])).toMatchObject({ code: 1 });
  expect(await papergraph(['explain', 'Ada', ...data])).toMatchObject({ code: 1 });
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('the sample does not come back after it was removed', async () => {
  const folder = await folderOf({});
  const data = ['--data', join(folder, 'data')];
  const first = await serve(data);
  expect(await askServer(first.url, '{ sources { key } }')).toEqual({ sources: [{ key: 'sample' }] });
  expect(await papergraph(['remove', 'sample', ...data])).toMatchObject({ code: 0 });
  first.process.kill('SIGTERM');
  await once(first.process, 'exit');
  const second = await serve(data);
  expect(await askServer(second.url, '{ sources { key } }')).toEqual({ sources: [] });
});

test('two paths that would be one source are refused, and neither is imported', async () => {
  const folder = await folderOf({ 'a/x/a.md': page('Ada'), 'b/x/b.md': page('Bob') });
  const data = ['--data', join(folder, 'data')];
  const paths = [join(folder, 'a/x'), join(folder, 'b/x')];
  const refusal = { code: 2, stderr: expect.stringMatching(/--source.*\[SOURCE_TWICE\]/) };
  expect(await papergraph(['import', ...paths, ...data])).toMatchObject(refusal);
  expect(await papergraph(['import', ...paths, '--source', 'mine', ...data])).toMatchObject(refusal);
  await serve(['--no-sample', ...data]);
  expect(await papergraph(['import', ...paths, ...data])).toMatchObject(refusal);
  expect((await papergraph(['sources', ...data])).stdout).toContain('no source');
});

test('a page of an imported folder refreshes its source, and the summary says so', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada'), 'list/sub/b.md': page('Bob') });
  const data = ['--data', join(folder, 'data')];
  await papergraph(['import', join(folder, 'list'), '--source', 'mine', ...data]);
  await writeFile(join(folder, 'list/sub/b.md'), page('Cleo'));
  expect((await papergraph(['import', 'sub/b.md', ...data], { cwd: join(folder, 'list') })).stdout).toMatch(
    /^mine: 1 record read from page sub\/b\.md of this source, whose other pages stay as they are; 1 listing added, 1 removed/,
  );
  expect((await papergraph(['sources', ...data])).stdout).toMatch(/^mine\t2 pages\t2 listings/);
});

test('explain prints facts with rule and lines, on the folder and through a server, as text and as JSON', async () => {
  const folder = await folderOf({ 'list/a.md': page('Ada') });
  const data = ['--data', join(folder, 'data')];
  await papergraph(['import', join(folder, 'list'), ...data]);
  const text = await papergraph(['explain', 'ada-osdi-2023', ...data]);
  expect(text).toMatchObject({ code: 0, stderr: '' });
  expect(text.stdout).toContain(
    'place of publication: OSDI 2023\n  the first peer-reviewed place that a listing states, before any preprint\n  list a.md:5\n',
  );
  await serve(['--no-sample', ...data]);
  expect((await papergraph(['explain', 'Ada', ...data])).stdout).toBe(text.stdout);
  expect(JSON.parse((await papergraph(['explain', 'UMich', '--json', ...data])).stdout)).toMatchObject({
    kind: 'institution',
    key: 'university-of-michigan',
    facts: expect.arrayContaining([expect.objectContaining({ fact: 'name', rule: 'as the tables of names have it' })]),
  });
  expect(await papergraph(['explain', 'adda', ...data])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Nearest: .*ada.* \[NODE_UNKNOWN\]/),
  });
  expect(await papergraph(['explain', 'Ada', '--kind', 'author', ...data])).toMatchObject({ code: 2 });
});

test.each([
  ['its own process', false],
  ['a server', true],
])('Ctrl-C stops an import in %s at a batch, with a summary', async (_, isServed) => {
  const folder = await folderOf(manyPages);
  const data = ['--data', join(folder, 'data')];
  const url = isServed ? (await serve(['--no-sample', ...data])).url : null;
  const child = spawn(process.execPath, [main, 'import', join(folder, 'list'), ...data], { env: quiet });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  await until(
    () => existsSync(join(folder, 'data', 'graph.grafeo')),
    () => 'a graph',
  );
  if (url === null) await new Promise((resolve) => setTimeout(resolve, 400));
  else await firstBatch(url);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^list: .*; stopped before the rest: run it again/);
  expect(await papergraph(['import', join(folder, 'list'), ...data])).toMatchObject({ code: 0 });
  expect((await papergraph(['sources', ...data])).stdout).toMatch(/^list\t12 pages\t4800 listings/);
});

test('a server that is told to stop stops its import at a batch, and the command gets its summary', async () => {
  const folder = await folderOf(manyPages);
  const data = ['--data', join(folder, 'data')];
  const { process: server, url } = await serve(['--no-sample', ...data]);
  const importing = papergraph(['import', join(folder, 'list'), ...data]);
  await firstBatch(url);
  server.kill('SIGTERM');
  expect(await importing).toMatchObject({ code: 1, stdout: expect.stringContaining('stopped before the rest') });
  await once(server, 'exit');
});

test('of processes that start at once on one folder, one gets it, also over a claim that was left behind', async () => {
  const folder = await folderOf({ 'data/owner.json': JSON.stringify({ pid: 2 ** 22 + 1, server: null }) });
  const data = join(folder, 'data');
  const children = Array.from({ length: 5 }, () =>
    spawn(process.execPath, [main, 'serve', '--no-sample', '--port', '0', '--data', data], { env: quiet }),
  );
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  const outcomes = await Promise.all(
    children.map(
      (child) =>
        new Promise<string>((resolve) => {
          child.stdout.on('data', (chunk) => String(chunk).includes('/graphql') && resolve('serves'));
          child.stderr.on('data', (chunk) => String(chunk).includes('STORE_IN_USE') && resolve('refused'));
          child.on('exit', () => resolve('ended otherwise'));
        }),
    ),
  );
  expect(outcomes.sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'serves']);
  expect((await readdir(data)).filter((name) => name.startsWith('owner.json'))).toEqual(['owner.json']);
});

function firstBatch(url: string): Promise<void> {
  const paperCount = async () => {
    const answer = await askServer(url, '{ stats { paperCount } }');
    return (answer as { stats: { paperCount: number } }).stats.paperCount;
  };
  return until(
    async () => (await paperCount()) > 0,
    () => 'a first batch',
  );
}
