import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { importWorks, type SaidWork } from '../support/openalex-records.ts';
import { folderOf, tablePage } from '../support/pages.ts';

/** What finding shows of a list as an import takes it in; what it finds at large is compared in `search.test.ts`. */

const list = tablePage('Recommendation', [
  {
    name: '**AdaEmbed**',
    venue: 'OSDI 2023',
    institutions: '<ul><li>UMich</li></ul>',
    remarks: 'Prunes embeddings while training',
  },
  { name: '**Embedding Bags**', venue: 'OSDI 2021', institutions: '<ul><li>UMich</li><li>Stanford</li></ul>' },
  { name: '**Bags of Embeddings**', venue: 'SOSP 2021', institutions: '<ul><li>Michigan State University</li></ul>' },
]);

const works: readonly SaidWork[] = [
  { id: 'W1', title: 'Another thing', authors: [{ name: 'Ada Michels' }], citedByCount: 300 },
  { id: 'W2', title: 'Embedding', authors: [], citedByCount: 7 },
  { id: 'W3', title: 'Embedding embeddings', authors: [], citedByCount: 100 },
];

describe.each(engineNames)('finding on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    await importSource(store, await folderOf({ 'list.md': list }), { sourceKey: 'made' });
    await importWorks(store, works);
  });
  afterAll(() => store.close());

  async function search(args: string) {
    const { data, errors, asked } = await ask(
      store,
      `{ search(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor }
        nodes { score node { ... on Paper { title } ... on Institution { name } ... on Author { name } }
          highlights { field parts { text isMatch } } } } }`,
    );
    return { ...(data?.search as Found), errors, asked };
  }

  interface Found {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly cursor: string }[];
    readonly nodes: readonly {
      readonly score: number;
      readonly node: { readonly title?: string; readonly name?: string };
      readonly highlights: readonly {
        readonly field: string;
        readonly parts: readonly { text: string; isMatch: boolean }[];
      }[];
    }[];
  }

  const texts = ({ nodes }: Found) => nodes.map(({ node }) => node.title ?? node.name);

  test('a title that is what was asked comes before titles that begin so, and those before other text', async () => {
    const found = await search('text: "embeddings", kinds: [PAPER]');
    expect(found.errors).toBeUndefined();
    expect(texts(found)).toEqual([
      'Embedding',
      'Embedding embeddings',
      'Embedding Bags',
      'Bags of Embeddings',
      'AdaEmbed',
    ]);
    // 4 + 7 / 107, 3 + 100 / 200, 3, 2, 1
    expect(found.nodes.map(({ score }) => Number(score.toFixed(4)))).toEqual([4.0654, 3.5, 3, 2, 1]);
    expect(found.totalCount).toBe(5);
  });

  test('highlights say where the words stand, remarks too', async () => {
    const { nodes } = await search('text: "ada prune", kinds: [PAPER]');
    expect(nodes).toEqual([]);
    const found = await search('text: "prune embed"');
    expect(found.nodes.map(({ node, highlights }) => [node.title, highlights])).toEqual([
      [
        'AdaEmbed',
        [
          {
            field: 'remarks',
            parts: [
              { text: 'Prunes', isMatch: true },
              { text: ' ', isMatch: false },
              { text: 'embeddings', isMatch: true },
              { text: ' while training', isMatch: false },
            ],
          },
        ],
      ],
    ]);
  });

  test('aliases find institutions, and stand in the highlights', async () => {
    const { nodes } = await search('text: "umich"');
    expect(nodes[0]?.node).toEqual({ name: 'University of Michigan' });
    expect(nodes[0]?.highlights[0]).toEqual({ field: 'aliases', parts: [{ text: 'UMich', isMatch: true }] });
    expect(nodes[0]?.score).toBeCloseTo(4 + 2 / 102);
  });

  test('a page goes on behind its cursor, also while papers before it come', async () => {
    const first = await search('text: "embedding", kinds: [PAPER], first: 2');
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    await importWorks(store, [...works, { id: 'W4', title: 'Embedding', authors: [], citedByCount: 9 }]);
    const next = await search(`text: "embedding", kinds: [PAPER], after: "${first.pageInfo.endCursor}"`);
    expect(texts(next)).toEqual(['Embedding Bags', 'Bags of Embeddings', 'AdaEmbed']);
    expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('a cursor of another search is refused, and so is a text that is none', async () => {
    const { pageInfo } = await search('text: "embedding", first: 1');
    const other = await search(`text: "bags", after: "${pageInfo.endCursor}"`);
    expect(other.errors?.[0]?.message).toMatch(/^after: expected a cursor of this list/);
    const none = await search('text: "bags", after: "12"');
    expect(none.errors?.[0]?.message).toMatch(/^after: expected a cursor as pageInfo/);
  });

  test('a text without a letter finds nothing, by no statement', async () => {
    const found = await search('text: " - \\"\\" "');
    expect([found.nodes, found.totalCount, found.asked]).toEqual([[], 0, []]);
  });

  test.each([
    ['stanf', ['Stanford University']],
    ['mich', ['University of Michigan', 'Michigan State University', 'Ada Michels']],
    ['UNIVERSITY OF MÍCH', ['University of Michigan']],
    ['bags', ['Embedding Bags', 'Bags of Embeddings']],
    ['ada', ['Ada Michels', 'AdaEmbed']],
    ['', []],
  ])('typing "%s" suggests %j', async (prefix, names) => {
    const { data, errors } = await ask(store, 'query ($prefix: String!) { suggest(prefix: $prefix) { name } }', {
      prefix,
    });
    expect(errors).toBeUndefined();
    const found = (data as { suggest: { name: string }[] }).suggest.map(({ name }) => name);
    expect([...found].sort()).toEqual([...names].sort());
    expect(found[0]).toBe(prefix === 'bags' ? 'Bags of Embeddings' : names[0]);
  });

  test('a limit out of range is refused', async () => {
    const { errors } = await ask(store, '{ suggest(prefix: "a", limit: 51) { name } }');
    expect(errors?.[0]?.message).toMatch(/^limit: expected 0 to 50, but found 51/);
  });

  test.each([
    [
      '{by: PAPER_COUNT, direction: DESC}',
      ['university-of-michigan', 'michigan-state-university', 'stanford-university'],
    ],
    [
      '{by: PAPER_COUNT, direction: ASC}',
      ['michigan-state-university', 'stanford-university', 'university-of-michigan'],
    ],
  ])('institutions stand by papers %s, equals by key, page by page', async (order, keys) => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await ask(
        store,
        `query ($after: String) { institutions(orderBy: ${order}, first: 1, after: $after) {
          nodes { key } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = (data as { institutions: Keys }).institutions;
      found.push(...nodes.map(({ key }) => key));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(keys);
  });

  interface Keys {
    readonly nodes: readonly { readonly key: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }

  test('with a filter of papers, those that fit are counted', async () => {
    const { data } = await ask(
      store,
      `{ all: institutions(filter: {papers: {year: {max: 2021}}}, orderBy: {by: PAPER_COUNT, direction: DESC}) { totalCount nodes { key } }
        authors(filter: {papers: {citedByCount: {min: 1}}}, orderBy: {by: PAPER_COUNT, direction: DESC}) { nodes { name } }
        conferences(filter: {papers: {year: {min: 2021}}}, orderBy: {by: PAPER_COUNT, direction: DESC}) { nodes { key } }
        topics(orderBy: {by: PAPER_COUNT, direction: DESC}) { nodes { name } } }`,
    );
    // Michigan has one paper of 2021 and one of 2023.
    expect(data).toEqual({
      all: {
        totalCount: 3,
        nodes: [
          { key: 'michigan-state-university' },
          { key: 'stanford-university' },
          { key: 'university-of-michigan' },
        ],
      },
      authors: { nodes: [{ name: 'Ada Michels' }] },
      conferences: { nodes: [{ key: 'osdi' }, { key: 'sosp' }] },
      topics: { nodes: [{ name: 'Recommendation' }] },
    });
  });

  test('papers stand by relevance where something says what they are about, with their facets', async () => {
    const { data, errors } = await ask(
      store,
      `{ papers(filter: {about: "bag embeddings", institution: {any: ["UMich", "Michigan State University"]}},
          orderBy: {by: RELEVANCE, direction: DESC}) { totalCount facet(by: CONFERENCE) { key paperCount } nodes { title } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      papers: {
        totalCount: 2,
        facet: [
          { key: 'osdi', paperCount: 1 },
          { key: 'sosp', paperCount: 1 },
        ],
        nodes: [{ title: 'Bags of Embeddings' }, { title: 'Embedding Bags' }],
      },
    });
  });

  test.each([
    ['papers(orderBy: {by: RELEVANCE, direction: DESC}) { nodes { key } }', '`filter.about` has none'],
    [
      'institutions { nodes { papers(filter: {about: "bags"}, orderBy: {by: RELEVANCE, direction: DESC}) { nodes { key } } } }',
      'this list has no search',
    ],
  ])('%s is refused', async (query, why) => {
    const { errors } = await ask(store, `{ ${query} }`);
    expect(errors?.[0]?.message).toContain(why);
  });
});
