import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainNode } from '../../src/import/explain-node.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';

const paper = (address: string) => `<a href="${address}">Paper</a>`;
const ada = {
  name: '**Ada**',
  venue: 'OSDI 2023',
  institutions: 'UMich & A Small College',
  links: paper('https://a.org/1'),
};
const adaWithDoi = { ...ada, venue: 'NSDI 2022', links: `${ada.links}${paper('https://doi.org/10.5555/ada')}` };

describe.each(engineNames)('explaining nodes on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    const folder = await folderOf({ 'list/a.md': tablePage('Ranking', [ada]) });
    await importSource(store, join(folder, 'list'));
    await writePages(folder, {
      'list/b.md': tablePage('Embedding', [adaWithDoi, { ...ada, name: '**Meta**', links: '', institutions: 'Meta' }]),
    });
    await importSource(store, join(folder, 'list'));
  });
  afterAll(() => store.close());

  test.each([
    ['its key', '10.5555/ada'],
    ['a key that it once had', 'ada-osdi-2023'],
    ['its DOI with an address before it', 'https://doi.org/10.5555/ADA'],
    ['its name in other case', 'ADA'],
  ])('a paper is found by %s', async (_, stated) => {
    expect(await explainNode(store, stated)).toMatchObject({ kind: 'paper', key: '10.5555/ada', name: 'Ada' });
  });

  test('a paper is explained by what all its pages state, with the line that lost', async () => {
    const { facts, joins } = await explainNode(store, '10.5555/ada');
    expect(facts.find(({ fact }) => fact === 'place of publication')).toMatchObject({
      value: 'OSDI 2023',
      lines: [{ sourceKey: 'list', path: 'a.md', line: 5 }],
      notTaken: [{ value: 'NSDI 2022', line: { path: 'b.md', line: 5 } }],
    });
    expect(joins).toMatchObject([
      { rule: expect.stringContaining('a.org/1'), lines: [{ path: 'a.md' }, { path: 'b.md' }] },
    ]);
  });

  test.each([
    ['UMich', 'institution', 'university-of-michigan'],
    ['A Small College', 'institution', 'a-small-college'],
    ['osdi', 'conference', 'osdi'],
    ['osdi-2023', 'edition', 'osdi-2023'],
    ['Ranking', 'topic', 'list:ranking'],
  ])('%s is explained as the %s %s', async (stated, kind, key) => {
    const { facts, ...found } = await explainNode(store, stated);
    expect(found).toMatchObject({ kind, key });
    expect(facts.some(({ lines }) => lines.some(({ path, line }) => path === 'a.md' && line === 5))).toBe(true);
  });

  test('a name of several nodes is refused with all of them, and taken with its kind', async () => {
    await expect(explainNode(store, 'Meta')).rejects.toMatchObject({
      code: 'NODE_AMBIGUOUS',
      message: expect.stringMatching(/institution meta.*paper meta-osdi-2023/),
    });
    expect(await explainNode(store, 'Meta', 'paper')).toMatchObject({ key: 'meta-osdi-2023' });
  });

  test('what nothing is called is refused with the nearest keys', async () => {
    await expect(explainNode(store, 'univeristy of michgan')).rejects.toMatchObject({
      code: 'NODE_UNKNOWN',
      message: expect.stringMatching(/Nearest: institution university-of-michigan/),
    });
    await expect(explainNode(store, 'qqqq')).rejects.toMatchObject({
      message: expect.stringContaining('Nothing in the graph is called alike'),
    });
  });
});
