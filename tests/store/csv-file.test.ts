import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CsvFile } from '../../src/store/csv/csv-file.ts';
import { folderOf } from '../support/pages.ts';

async function written(write: (file: CsvFile) => void) {
  const folder = await folderOf({});
  const file = new CsvFile(folder, 'Paper', ['key:ID(Paper)']);
  write(file);
  await file.close();
  const header = await readFile(join(folder, 'Paper-header.csv'), 'utf8');
  return { file, header, rows: gunzipSync(await readFile(join(folder, 'Paper.csv.gz'))).toString() };
}

test('an empty text is in quotes, and what is not there is nothing', async () => {
  const { header, rows } = await written((file) => {
    file.write(['a'], { title: '', doi: null, year: 2020, awarded: false });
    file.write(['b'], { title: 'b', year: 2021 });
  });
  expect(header).toBe('key:ID(Paper),title:string,year:long,awarded:boolean\n');
  expect(rows).toBe('"a","",2020,false\n"b","b",2021\n');
});

test('quotes are doubled, and backslashes and commas stand as they are', async () => {
  const { rows } = await written((file) => file.write(['a"b'], { title: 'x, "y" \\ z' }));
  expect(rows).toBe('"a""b","x, ""y"" \\ z"\n');
});

test('a property that comes late is a column at the end, which earlier rows leave out', async () => {
  const { header, rows } = await written((file) => {
    file.write(['a'], {});
    file.write(['b'], { aliases: [] });
    file.write(['c'], { positions: [1, 2], aliases: ['x', 'y\u001fz'] });
  });
  expect(header).toBe('key:ID(Paper),aliases:string[],positions:long[]\n');
  expect(rows).toBe('"a"\n"b",\n"c","x\u001fy z","1\u001f2"\n');
});

test('line ends are told, since the tool must know', async () => {
  const { file } = await written((each) => each.write(['a'], { title: 'x' }));
  expect(file.hasLineEnds).toBe(false);
  const { file: other } = await written((each) => each.write(['a'], { title: 'x\ny' }));
  expect(other.hasLineEnds).toBe(true);
});

test('a property of two types is refused by name', async () => {
  const folder = await folderOf({});
  const file = new CsvFile(folder, 'Paper', ['key:ID(Paper)']);
  file.write(['a'], { year: 2020 });
  expect(() => file.write(['b'], { year: '2020' })).toThrow(
    'Paper: expected year to be long in every row, but found string.',
  );
  await file.close();
});
