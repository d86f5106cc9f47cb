import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main, papergraph, quiet, serve } from '../support/command-line.ts';
import { folderOf, tablePage } from '../support/pages.ts';

const list = tablePage('Embedding tables', [
  { name: '**Ada**', venue: 'OSDI 2023', institutions: 'UMich' },
  { name: '**Bob**', venue: 'KDD 2021', institutions: 'Meta' },
]);

test('export prints papers of a filter, the same on the folder and through a server, and the count to stderr', async () => {
  const folder = await folderOf({ 'list/a.md': list, 'filter.json': '{"year": {"min": 2022}}' });
  const data = ['--data', join(folder, 'data')];
  await papergraph(['import', join(folder, 'list'), ...data]);
  const filter = ['--filter', `@${join(folder, 'filter.json')}`, '--about', 'embedding'];
  const alone = await papergraph(['export', '--format', 'bibtex', ...filter, ...data]);
  expect(alone).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^@inproceedings\{ada-osdi-2023,\n/),
    stderr: '1 paper of graph version 1\n',
  });
  expect(alone.stdout).not.toContain('bob');
  await serve(['--no-sample', ...data]);
  expect(await papergraph(['export', '--format', 'bibtex', ...filter, ...data])).toEqual(alone);
  const output = join(folder, 'all.csv');
  expect(await papergraph(['export', '--format', 'csv', '--output', output, ...data])).toMatchObject({ stdout: '' });
  expect((await readFile(output, 'utf8')).split('\r\n').map((line) => line.split(',')[0])).toEqual([
    'key',
    'ada-osdi-2023',
    'bob-kdd-2021',
    '',
  ]);
});

test('an export is imported again by the command that imports lists, and says what it cannot take', async () => {
  const folder = await folderOf({ 'list/a.md': list });
  const data = ['--data', join(folder, 'data')];
  const other = ['--data', join(folder, 'other')];
  const file = join(folder, 'all.jsonl');
  await papergraph(['import', join(folder, 'list'), ...data]);
  await papergraph(['export', '--output', file, ...data]);
  expect(await papergraph(['import', file, '--dry-run', ...other])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^list: 2 records read from 1 page .*; 2 listings added, 0 removed; nothing written/),
  });
  expect(await papergraph(['import', file, ...other])).toMatchObject({ code: 0, stderr: '' });
  expect((await papergraph(['sources', ...other])).stdout).toMatch(/^list\t1 page\t2 listings\t2 papers/);
  expect(await papergraph(['import', file, '--source', 'x', ...other])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[EXPORT_OPTION]'),
  });
});

test.each([
  [['--filter', '{"year": {"min": "new"}}'], /year\.min: Int cannot represent.* \[BAD_FILTER\]/],
  [['--filter', '{"years": 3}'], /"years" is not defined.* \[BAD_FILTER\]/],
  [['--filter', '{'], /JSON.* \[BAD_FILTER\]/],
  [['--about', '!'], /at least one word.* \[EMPTY_SEARCH\]/],
  [['--format', 'xml'], /jsonl, csv, bibtex, csl-json/],
])('export refuses %j before it looks for a graph', async (args, message) => {
  const folder = await folderOf({});
  const { code, stderr } = await papergraph(['export', ...args, '--data', join(folder, 'none')]);
  expect(code).toBeGreaterThan(0);
  expect(stderr).toMatch(message);
});

test('an output that cannot be written is told, and nothing is left of it', async () => {
  const folder = await folderOf({ 'list/a.md': list, 'taken/x': '' });
  const data = ['--data', join(folder, 'data')];
  await papergraph(['import', join(folder, 'list'), ...data]);
  for (const [output, code] of [
    ['none/all.jsonl', 'FOLDER_MISSING'],
    ['taken', 'FILE_UNWRITABLE'],
  ] as const) {
    expect(await papergraph(['export', '--output', join(folder, output), ...data])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`[${code}]`),
    });
  }
  expect(readdirSync(folder).sort()).toEqual(['data', 'list', 'taken']);
});

test('a reader that closes the pipe early leaves no file behind', async () => {
  const folder = await folderOf({ 'list/a.md': list, 'tmp/x': '' });
  const data = ['--data', join(folder, 'data')];
  await papergraph(['import', join(folder, 'list'), ...data]);
  const child = spawn(process.execPath, [main, 'export', ...data], {
    env: { ...quiet, TMPDIR: join(folder, 'tmp') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.destroy();
  await once(child, 'exit');
  expect(readdirSync(join(folder, 'tmp'))).toEqual(['x']);
});
