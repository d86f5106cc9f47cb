import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/importers/index.ts';

const folder = join(import.meta.dirname, 'fixtures');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const pages = files.filter((path) => /\.(?:md|bib|ris|txt)$|(?<!\.expected)\.json$/u.test(path)).sort();

describe('a page of the fixtures reads as its .expected.json says', () => {
  test.each(pages)('%s', async (path) => {
    const page = readPage(readFileSync(join(folder, path), 'utf8'), { path });
    await expect(`${JSON.stringify(page, null, 2)}\n`).toMatchFileSnapshot(join(folder, expectedFor(path)));
  });
});

test('every expected reading has its page', () => {
  const expected = files.filter((path) => path.endsWith('.expected.json'));
  expect(expected.filter((path) => !pages.map(expectedFor).includes(path))).toEqual([]);
});

function expectedFor(page: string): string {
  return `${page.replace(/\.md$/u, '')}.expected.json`;
}
