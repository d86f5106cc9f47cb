import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { papergraph } from '../support/command-line.ts';
import { worksFile } from '../support/openalex-records.ts';
import { folderOf } from '../support/pages.ts';

const works = worksFile([
  { id: 'W1', authors: [{ name: 'Ada' }] },
  { id: 'W2', references: ['W1'] },
]);

test('a data set becomes a folder of files, and the summary says what is in them', async () => {
  const folder = await folderOf({ 'works.jsonl': works });
  const { code, stdout } = await papergraph(['import', 'works.jsonl', '--to-csv', 'bulk'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain('2 records read');
  expect(stdout).toMatch(/bulk: \d+ nodes and \d+ relationships; import\.sh makes a new Neo4j database of them\./);
  expect(await readdir(join(folder, 'bulk'))).toEqual(expect.arrayContaining(['import.sh', 'schema.cypher']));
});

test('--json has the counts, also of what came by standard input', async () => {
  const folder = await folderOf({});
  const { stdout } = await papergraph(['import', '-', '--to-csv', 'bulk', '--json'], { cwd: folder, input: works });
  expect(JSON.parse(stdout)).toMatchObject({
    source: 'stdin',
    counts: { nodes: { Paper: 2, Author: 1 }, relationships: { CITES: 1, AUTHORED: 1 } },
  });
});

test('what is not one data set is refused, by what was found', async () => {
  const folder = await folderOf({ 'works.jsonl': works });
  const args = ['import', 'works.jsonl', 'works.jsonl', '--aliases', 'names.yaml', '--to-csv', 'bulk'];
  const { code, stderr } = await papergraph(args, { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('expected the file or folder of one data set, but found 2 paths and --aliases');
  expect(await readdir(folder)).toEqual(['works.jsonl']);
});

test('a file in the place of the folder is refused', async () => {
  const folder = await folderOf({ 'works.jsonl': works, bulk: 'a file' });
  const { code, stderr } = await papergraph(['import', 'works.jsonl', '--to-csv', 'bulk'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('bulk: expected a folder that can be written to');
});
