import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { importWorks, type SaidWork } from '../support/openalex-records.ts';

const hill = { id: 'I1', name: 'Hill College' };
const lake = { id: 'I2', name: 'Lake College' };

const works: readonly SaidWork[] = [
  {
    id: 'W1',
    topics: ['T1', 'T2'],
    authors: [{ name: 'Ada', institutions: [hill] }, { name: 'Bob' }],
    references: ['W7', 'W8'],
  },
  { id: 'W2', topics: ['T1'], authors: [{ name: 'Ada', institutions: [lake] }] },
  { id: 'W3', topics: ['T2'], authors: [{ name: 'Cid', institutions: [hill] }], references: ['W8', 'W7'] },
  { id: 'W4', topics: ['T1'], authors: [{ name: 'Dan' }] },
  { id: 'W5', topics: ['T3'], authors: [{ name: 'Eve', institutions: [lake] }] },
  { id: 'W7', authors: [] },
  { id: 'W8', authors: [{ name: 'Bob' }] },
];

describe.each(engineNames)('papers like a paper on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    await importWorks(store, works);
  });
  afterAll(() => store.close());

  const similarTo = (key: string, args = '') =>
    ask(
      store,
      `{ paper(by: {key: "${key}"}) { similar${args} { score paper { key } sharedTopics { key } sharedAuthors { name }
        sharedInstitutions { key } sharedReferenceCount } } }`,
    );

  test('are told with all that both have, by what rare things count', async () => {
    const { data, errors } = await similarTo('W1');
    expect(errors).toBeUndefined();
    const third = 1 + Math.log2(3 / 2);
    // Topic T1 has three papers; all else that is shared has two.
    expect(data?.paper).toEqual({
      similar: [
        {
          score: 5.5,
          paper: { key: 'W3' },
          sharedTopics: [{ key: 'T-T2' }],
          sharedAuthors: [],
          sharedInstitutions: [{ key: 'I1' }],
          sharedReferenceCount: 2,
        },
        {
          score: Number((3 + 1 / third).toFixed(6)),
          paper: { key: 'W2' },
          sharedTopics: [{ key: 'T-T1' }],
          sharedAuthors: [{ name: 'Ada' }],
          sharedInstitutions: [],
          sharedReferenceCount: 0,
        },
        {
          score: 3,
          paper: { key: 'W8' },
          sharedTopics: [],
          sharedAuthors: [{ name: 'Bob' }],
          sharedInstitutions: [],
          sharedReferenceCount: 0,
        },
        {
          score: Number((1 / third).toFixed(6)),
          paper: { key: 'W4' },
          sharedTopics: [{ key: 'T-T1' }],
          sharedAuthors: [],
          sharedInstitutions: [],
          sharedReferenceCount: 0,
        },
      ],
    });
  });

  test('a paper that shares nothing has none', async () => {
    expect((await similarTo('W7')).data).toEqual({ paper: { similar: [] } });
  });

  test('no more are read than are asked for', async () => {
    const { data } = await similarTo('W1', '(first: 1)');
    expect(data).toMatchObject({ paper: { similar: [{ paper: { key: 'W3' } }] } });
    const none = await similarTo('W1', '(first: 0)');
    expect(none.data).toEqual({ paper: { similar: [] } });
    expect(none.asked).toEqual(['paper/by-key']);
  });

  test('take three statements, and one for each kind of node that is shown', async () => {
    const { asked } = await similarTo('W1');
    expect(asked.filter((name) => name.startsWith('similar/'))).toEqual([
      'similar/candidates',
      'similar/shared',
      'similar/things',
    ]);
    expect(asked.length).toBe(8);
  });
});
