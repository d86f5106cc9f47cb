import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage } from '../support/pages.ts';

const good = tablePage('Good', [{ name: 'Fine', venue: 'OSDI 2020', institutions: 'Intel' }]);

describe.each(engineNames)('bad input on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
  });
  afterAll(() => store.close());

  const refusals: readonly [string, string | Buffer | null, string, string][] = [
    ['a file that is missing', null, 'FILE_MISSING', 'none of that name'],
    ['an empty file', '', 'FILE_EMPTY', 'empty'],
    ['a binary file', Buffer.from([0x89, 0x50, 0, 1, 2]), 'FILE_BINARY', 'binary'],
    ['a file that is not UTF-8', Buffer.from([0x23, 0x0a, 0xff, 0xfe, 0x41]), 'FILE_NOT_UTF8', 'line 2'],
    ['a page over 5 MB', 'x'.repeat(5_000_001), 'FILE_TOO_LARGE', '5 MB'],
    ['a page with no list in it', '# Words\n\nNothing but words.\n', 'NO_LIST', 'no list'],
    [
      'a page nested over 100 deep',
      Array.from({ length: 120 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
      'PAGE_TOO_DEEP',
      '100',
    ],
  ];

  test.each(refusals)('%s is refused by name, and nothing is written', async (_, content, code, part) => {
    const folder = await folderOf(content === null ? {} : { 'page.md': content });
    const before = await graphDump(store);
    await expect(importSource(store, join(folder, 'page.md'))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(part),
    });
    await expect(importSource(store, join(folder, 'page.md'))).rejects.toMatchObject({
      message: expect.stringContaining('page.md'),
    });
    expect(await graphDump(store)).toEqual(before);
  });

  test('a folder without Markdown is refused', async () => {
    const folder = await folderOf({ 'notes.txt': 'no list' });
    await expect(importSource(store, folder)).rejects.toMatchObject({
      code: 'NO_MARKDOWN',
      message: expect.stringContaining(folder),
    });
  });

  test('in a folder, a bad page is a problem and the rest goes in', async () => {
    const folder = await folderOf({
      'good.md': good,
      'bad.md': Buffer.from([0x41, 0xff, 0x0a]),
      'none.md': '# Nothing\n\nJust words.\n',
    });
    const { problems, paperCount } = await importSource(store, folder, { sourceKey: 'mixed' });
    expect(paperCount).toBe(1);
    expect(problems.map(({ code, position }) => [code, position.path])).toEqual([
      ['FILE_NOT_UTF8', 'bad.md'],
      ['NO_LIST', 'none.md'],
    ]);
  });

  test('a table with no name column, and a malformed address, are problems with their lines', async () => {
    const page =
      '# T\n\n| Conference | Institution | Links |\n| --- | --- | --- |\n| OSDI 2020 | Intel | [Paper](https://a.org) |\n';
    const address = tablePage('A', [
      { name: 'Here', venue: 'OSDI 2021', institutions: 'Intel', links: '<a href="http://exa mple:port">Paper</a>' },
    ]);
    const folder = await folderOf({ 'columns.md': page, 'address.md': address });
    const { problems } = await importSource(store, folder, { sourceKey: 'odd' });
    expect(problems.map(({ code, position }) => [code, position.path, position.line])).toEqual(
      expect.arrayContaining([
        ['NO_NAME_COLUMN', 'columns.md', 3],
        ['MALFORMED_ADDRESS', 'address.md', 5],
      ]),
    );
  });
});
