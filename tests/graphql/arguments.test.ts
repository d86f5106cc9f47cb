import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { folderOf, tablePage } from '../support/pages.ts';

describe.each(engineNames)('arguments on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    const rows = Array.from({ length: 7 }, (_, index) => ({
      name: `**Paper${index}**`,
      venue: `OSDI ${2015 + (index % 3)}`,
      institutions: '<ul><li>Intel</li><li>Google</li></ul>',
      links: `<a href="https://example.org/${index}">Paper</a>`,
      remarks: `Remark ${index} on graph neural networks${index === 3 ? ' "quoted"' : ''}`,
    }));
    await importSource(store, await folderOf({ 'list.md': tablePage('Seven papers', rows) }), { sourceKey: 'seven' });
  });
  afterAll(() => store.close());

  async function refusal(query: string) {
    const { errors } = await ask(store, query);
    expect(errors).toHaveLength(1);
    return errors?.[0]?.message ?? '';
  }

  test('first: -1, first: 101 and first with last are refused, saying what is expected', async () => {
    expect(await refusal('{ papers(first: -1) { nodes { key } } }')).toContain(
      'first: expected 0 to 100, but found -1',
    );
    expect(await refusal('{ papers(first: 101) { nodes { key } } }')).toContain(
      'first: expected 0 to 100, but found 101',
    );
    expect(await refusal('{ papers(first: 1, last: 1) { nodes { key } } }')).toContain('found both');
    expect(await refusal('{ institutions { nodes { papers(first: 101) { nodes { key } } } } }')).toContain('found 101');
  });

  test('a filter nested too deep, and a search for no word, are refused', async () => {
    const deep = ['{not: '.repeat(5), '{year: {min: 2000}}', '}'.repeat(5)].join('');
    expect(await refusal(`{ papers(filter: ${deep}) { totalCount } }`)).toContain('at most 5 deep');
    expect(await refusal('{ papers(filter: {about: "!!!"}) { totalCount } }')).toContain('at least one word');
    expect(await refusal('{ institutions(filter: {papers: {about: ""}}) { totalCount } }')).toContain(
      'at least one word',
    );
  });

  test('a part of a name without a letter or digit is refused', async () => {
    expect(await refusal('{ papers(filter: {titleContains: "???"}) { totalCount } }')).toContain('at least one letter');
    expect(await refusal('{ conferences(filter: {nameContains: ""}) { totalCount } }')).toContain(
      'at least one letter',
    );
  });

  test('node and nodes find a node of every type by its id', async () => {
    const { data } = await ask(
      store,
      `{ papers(first: 1) { nodes { id edition { id } listings { id page { id source { id } } } } } institutions(first: 1) { nodes { id } }
        conferences(first: 1) { nodes { id } } topics(first: 1) { nodes { id } } }`,
    );
    const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(8);
    const again = await ask(store, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids });
    expect(again.errors).toBeUndefined();
    expect((again.data as { nodes: { id: string }[] }).nodes.map(({ id }) => id)).toEqual(ids);
    expect(again.asked).toHaveLength(8);
  });

  test('bad arguments are refused before anything is sent to the store', async () => {
    expect((await ask(store, '{ papers(first: 101) { nodes { key } } }')).asked).toEqual([]);
    expect(await refusal('{ papers(first: 101) { totalCount } }')).toContain('found 101');
  });

  test('a text that is no cursor, and a cursor of another list, are refused', async () => {
    expect(await refusal('{ papers(after: "nonsense") { nodes { key } } }')).toContain('after: expected a cursor');
    const { data } = await ask(store, '{ papers(first: 2) { pageInfo { endCursor } } }');
    const cursor = (data as { papers: { pageInfo: { endCursor: string } } }).papers.pageInfo.endCursor;
    expect(await refusal(`{ institutions(after: "${cursor}") { nodes { key } } }`)).toContain(
      'comes from another list',
    );
    expect(
      await refusal(`{ papers(after: "${cursor}", orderBy: {by: TITLE, direction: ASC}) { nodes { key } } }`),
    ).toContain('comes from another list');
  });

  test('a bad id is refused, an unknown key is null', async () => {
    expect(await refusal('{ node(id: "nonsense") { id } }')).toContain('id: expected an id');
    const movie = Buffer.from('Movie:1').toString('base64');
    expect(await refusal(`{ node(id: "${movie}") { id } }`)).toContain('id: expected an id');
    expect(
      (await ask(store, '{ paper(by: {key: "nothing"}) { key } institution(by: {name: "Nobody"}) { key } }')).data,
    ).toEqual({
      paper: null,
      institution: null,
    });
    const unknown = Buffer.from('Paper:nothing').toString('base64');
    expect((await ask(store, `{ node(id: "${unknown}") { id } nodes(ids: ["${unknown}"]) { id } }`)).data).toEqual({
      node: null,
      nodes: [null],
    });
    expect(await refusal('{ conference(by: {ror: "042nb2s44"}) { key } }')).toContain('a conference has no ROR id');
  });

  test('node and nodes give what a look-up gives', async () => {
    const { data } = await ask(
      store,
      '{ institution(by: {name: "Google"}) { id key name papers(first: 2) { totalCount nodes { id title } } } }',
    );
    const found = (data as { institution: { id: string } }).institution;
    const again = await ask(
      store,
      `{ node(id: "${found.id}") { ... on Institution { id key name papers(first: 2) { totalCount nodes { id title } } } } }`,
    );
    expect(again.errors).toBeUndefined();
    expect(again.data).toEqual({ node: found });
  });

  test.each([
    ['YEAR', 'ASC'],
    ['YEAR', 'DESC'],
    ['TITLE', 'ASC'],
    ['TITLE', 'DESC'],
  ])('paging by %s %s meets every paper once, forwards and backwards', async (by, direction) => {
    const list = async (page: string) => {
      const { data, errors } = await ask(
        store,
        `{ papers(orderBy: {by: ${by}, direction: ${direction}}, ${page}) { edges { cursor node { title year } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
      expect(errors).toBeUndefined();
      return (data as { papers: PageOfPapers }).papers;
    };
    const all = titles(await list('first: 100'));
    const forwards: string[] = [];
    let page = await list('first: 3');
    forwards.push(...titles(page));
    while (page.pageInfo.hasNextPage) {
      page = await list(`first: 3, after: "${page.pageInfo.endCursor}"`);
      expect(page.pageInfo.hasPreviousPage).toBe(true);
      forwards.push(...titles(page));
    }
    const backwards: string[] = [];
    page = await list('last: 3');
    backwards.unshift(...titles(page));
    while (page.pageInfo.hasPreviousPage) {
      page = await list(`last: 3, before: "${page.pageInfo.startCursor}"`);
      backwards.unshift(...titles(page));
    }
    expect(all).toHaveLength(7);
    expect(forwards).toEqual(all);
    expect(backwards).toEqual(all);
    const sorted = [...all].sort();
    if (by === 'TITLE') expect(all).toEqual(direction === 'ASC' ? sorted : sorted.reverse());
  });

  test('collaborations page by weight with ties in the order of keys', async () => {
    const { data } = await ask(
      store,
      '{ collaborations(orderBy: {by: WEIGHT, direction: DESC}, first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { weight } } }',
    );
    expect(data).toMatchObject({
      collaborations: { totalCount: 1, pageInfo: { hasNextPage: false }, nodes: [{ weight: 7 }] },
    });
  });

  test('first: 0 gives counts alone', async () => {
    expect((await ask(store, '{ papers(first: 0) { totalCount nodes { key } } }')).data).toEqual({
      papers: { totalCount: 7, nodes: [] },
    });
  });

  test.each([
    ['{about: "network"}', 7],
    ['{about: "neural networks"}', 7],
    ['{about: "\\"graph neural network\\""}', 7],
    ['{about: "\\"network graph\\""}', 0],
    ['{about: "remark 3"}', 1],
    ['{titleContains: "PAPER"}', 7],
    ['{year: {min: 2016}}', 4],
    ['{year: {max: 2015}}', 3],
    ['{year: {isKnown: false}}', 0],
    ['{institution: {any: ["google"]}}', 7],
    ['{institution: {all: ["Google", "Intel"]}}', 7],
    ['{institution: {none: ["Google"]}}', 0],
    ['{institution: {isKnown: true}}', 7],
    ['{institutionCount: {min: 3}}', 0],
    ['{conference: {any: ["OSDI"]}}', 7],
    ['{topic: {any: ["Seven papers"]}}', 7],
    ['{topic: {any: ["Seven papers"], narrower: false}}', 7],
    ['{hasLink: [PAPER]}', 7],
    ['{hasLink: [CODE]}', 0],
    ['{award: true}', 0],
    ['{page: ["list.md"]}', 7],
    ['{page: ["other.md"]}', 0],
    ['{type: [ARTICLE]}', 7],
    ['{affiliationsIncomplete: false}', 7],
    ['{and: [{year: {min: 2016}}, {titleContains: "paper1"}]}', 1],
    ['{or: [{titleContains: "paper1"}, {titleContains: "paper2"}]}', 2],
    ['{not: {titleContains: "paper1"}}', 6],
    ['{or: []}', 0],
    ['{not: {year: {min: 9000}}}', 7],
    ['{not: {or: [{year: {min: 2016}}, {not: {institution: {any: ["Intel"]}}}]}}', 3],
  ])('papers(filter: %s) finds %i', async (filter, count) => {
    const { data, errors } = await ask(store, `{ papers(filter: ${filter}, first: 100) { totalCount nodes { key } } }`);
    expect(errors).toBeUndefined();
    const { papers } = data as { papers: { totalCount: number; nodes: unknown[] } };
    expect(papers.totalCount).toBe(count);
    expect(papers.nodes).toHaveLength(count);
  });
});

interface PageOfPapers {
  readonly edges: readonly { readonly node: { readonly title: string } }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

function titles({ edges }: PageOfPapers): string[] {
  return edges.map(({ node }) => node.title);
}
