import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFieldMap } from '../../../src/importers/data/field-map.ts';
import { dataFormatOf, readDataPage } from '../../../src/importers/data/read-data-page.ts';
import { defaultFieldMap } from '../../../src/importers/data/usual-names.ts';

const folder = join(import.meta.dirname, 'fixtures');
const files = readdirSync(folder).sort();
const lists = files.filter((path) => !path.endsWith('.expected.json') && !path.endsWith('.map.yaml'));

describe('a list of the fixtures, read with its .map.yaml if it has one, is as its .expected.json says', () => {
  test.each(lists)('%s', async (path) => {
    const format = dataFormatOf(path);
    if (format === null) throw new Error(`${path}: expected the ending of a data format`);
    const page = readDataPage(textOf(path), { path, format, map: mapFor(path) });
    await expect(`${JSON.stringify(page, null, 2)}\n`).toMatchFileSnapshot(join(folder, `${path}.expected.json`));
  });
});

test('every expected reading and every mapping file has its list', () => {
  const known = lists.flatMap((path) => [path, `${path}.expected.json`, `${path}.map.yaml`]);
  expect(files.filter((path) => !known.includes(path))).toEqual([]);
});

function mapFor(path: string) {
  const name = `${path}.map.yaml`;
  return existsSync(join(folder, name)) ? parseFieldMap(textOf(name), name) : defaultFieldMap;
}

function textOf(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
