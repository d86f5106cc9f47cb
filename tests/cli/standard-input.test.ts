import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { papergraph, quiet, serve } from '../support/command-line.ts';
import { folderOf } from '../support/pages.ts';

const bib = '@article{a, title = {A Title}, author = {Lee, Ann}, year = {2020}}\n';
const two = `${bib}@article{b, title = {Another Title}, author = {Chen, Bo}, year = {2021}}\n`;

test('a bibliography by standard input is taken in, on the folder and through a server, and leaves no file behind', async () => {
  const folder = await folderOf({ 'temporary/none': '' });
  const data = ['--data', join(folder, 'data')];
  const env = { ...quiet, TMPDIR: join(folder, 'temporary'), TEMP: join(folder, 'temporary') };
  expect(await papergraph(['import', '-', ...data], { env, input: two })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^stdin: 2 records read from page stdin.*; 2 listings added, 0 removed/),
  });
  await serve(['--no-sample', ...data]);
  expect(await papergraph(['import', '-', ...data], { env, input: bib })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^stdin: .*; 0 listings added, 1 removed/),
  });
  expect((await papergraph(['import', '-', '--source', 'zotero', ...data], { env, input: two })).stdout).toMatch(
    /^zotero: .*; 2 listings added, 0 removed/,
  );
  expect(
    (await papergraph(['sources', ...data])).stdout.split('\n').map((line) => line.split('\t').slice(0, 3)),
  ).toEqual([['stdin', '1 page', '1 listing'], ['zotero', '1 page', '2 listings'], ['']]);
  expect(readdirSync(join(folder, 'temporary'))).toEqual(['none']);
});

test('records and check read standard input too, as the format that is named', async () => {
  const { stdout } = await papergraph(['records', '-'], { input: two });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { file: 'stdin', line: 1, title: 'A Title' },
    { file: 'stdin', line: 2, title: 'Another Title' },
  ]);
  const csv = 'title,year\nA Title,soon\n';
  expect(await papergraph(['records', '-', '--format', 'csv'], { input: csv })).toMatchObject({
    stdout: expect.stringContaining('"title":"A Title"'),
    stderr: expect.stringContaining('stdin:2: expected a year'),
  });
  expect(await papergraph(['check', '-', '--read-as', 'CSV', '--format', 'github'], { input: csv })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('file=stdin,line=2'),
  });
});

test('standard input with nothing, of an unknown format or beside other paths is refused', async () => {
  const folder = await folderOf({ 'a.bib': bib });
  const data = ['--data', join(folder, 'data')];
  expect(await papergraph(['import', '-', ...data])).toMatchObject({
    code: 1,
    stderr: 'standard input: expected a page, but the file is empty. [FILE_EMPTY]\n',
  });
  expect(await papergraph(['import', '-', '--format', 'word', ...data], { input: bib })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/expected one of markdown, bibtex, ris, csl-json, .* \[UNKNOWN_FORMAT\]/),
  });
  expect(await papergraph(['import', '-', join(folder, 'a.bib'), ...data], { input: bib })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[STDIN_NOT_ALONE]'),
  });
  expect(await papergraph(['import', folder, '--format', 'bibtex', ...data])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[FORMAT_OF_FOLDER]'),
  });
});
