import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { folderOf, tablePage } from '../support/pages.ts';

/** What filters find in a list as an import takes it in; what they mean at large is compared in `filter-oracle.test.ts`. */

const papers = tablePage('Systems', [
  { name: '**One**', venue: 'OSDI 2020', institutions: '<ul><li>UMich</li><li>Meta AI</li></ul>' },
  { name: '**Two**', venue: 'OSDI 2021', institutions: '<ul><li>Cambridge</li><li>UMich</li></ul>' },
  { name: '**Three**', venue: 'SOSP 2021', institutions: '<ul><li>Intel</li><li>Many others</li></ul>' },
  { name: '**Four**', venue: 'SOSP 2019' },
]);
const calendar = `| Conference | When | Where |
| --- | --- | --- |
| OSDI 2020 | Nov 4-6, 2020 | Virtual |
`;

describe.each(engineNames)('filters on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    const folder = await folderOf({ 'list.md': papers, 'both.md': `${papers}\n${calendar}`, 'calendar.md': calendar });
    await importSource(store, folder, { sourceKey: 'made' });
  });
  afterAll(() => store.close());

  test.each([
    ['{country: {any: ["gb"]}}', ['Two']],
    ['{country: {all: ["US", "GB"]}}', ['Two']],
    ['{country: {isKnown: false}}', ['Four']],
    ['{countryCount: {min: 2}}', ['Two']],
    ['{countryCount: {max: 1}}', ['One', 'Three']],
    ['{collaborationKind: [INTERNATIONAL]}', ['Two']],
    ['{collaborationKind: [NATIONAL]}', ['One']],
    ['{collaborationKind: [WITHIN_ONE, UNKNOWN]}', ['Four', 'Three']],
    ['{institution: {kind: [COMPANY]}}', ['One', 'Three']],
    ['{institutionCount: {max: 1}}', ['Three']],
    ['{institutionCount: {isKnown: false}}', ['Four']],
    ['{citedByCount: {min: 0}}', []],
    ['{citedByCount: {isKnown: false}}', ['Four', 'One', 'Three', 'Two']],
    ['{author: {any: ["Nobody"]}}', []],
    ['{page: ["both.md"]}', ['Four', 'One', 'Three', 'Two']],
    ['{page: ["calendar.md"]}', []],
  ])('papers(filter: %s) finds %j', async (filter, titles) => {
    const { data, errors } = await ask(store, `{ papers(filter: ${filter}) { totalCount nodes { title } } }`);
    expect(errors).toBeUndefined();
    const found = (data as { papers: { totalCount: number; nodes: { title: string }[] } }).papers;
    expect(found.nodes.map(({ title }) => title).sort()).toEqual(titles);
    expect(found.totalCount).toBe(titles.length);
  });

  test.each([
    ['{and: [{country: {any: ["US"]}}, {not: {kind: [COMPANY]}}]}', ['university-of-michigan']],
    ['{paperCount: {min: 2}}', ['university-of-michigan']],
    ['{papers: {year: {min: 2021}}, noPapers: {year: {max: 2020}}}', ['intel', 'university-of-cambridge']],
    ['{or: [{key: ["intel"]}, {nameContains: "cambridge"}]}', ['intel', 'university-of-cambridge']],
  ])('institutions(filter: %s) finds %j', async (filter, keys) => {
    const { data, errors } = await ask(store, `{ institutions(filter: ${filter}) { nodes { key } } }`);
    expect(errors).toBeUndefined();
    expect((data as { institutions: unknown }).institutions).toEqual({ nodes: keys.map((key) => ({ key })) });
  });

  test('problems of an institution stand in the rows of its papers', async () => {
    const of = async (name: string) => {
      const { data, errors } = await ask(
        store,
        `{ problems(filter: {institution: ["${name}"], page: "list.md"}) { totalCount nodes { code line } } }`,
      );
      expect(errors).toBeUndefined();
      return (data as { problems: { totalCount: number; nodes: unknown[] } }).problems;
    };
    expect(await of('Intel')).toEqual({ totalCount: 1, nodes: [{ code: 'INSTITUTIONS_INCOMPLETE', line: 7 }] });
    expect(await of('UMich')).toEqual({ totalCount: 0, nodes: [] });
  });

  test('a filter nested too deep is refused with its place, before anything is sent to the store', async () => {
    const deep = (inner: string) => `${'{not: '.repeat(4)}{or: [${inner}]}${'}'.repeat(4)}`;
    const papersOf = await ask(store, `{ papers(filter: ${deep('{award: true}')}) { totalCount } }`);
    expect(papersOf.errors?.[0]?.message).toContain('filter.not.not.not.not.or[0]: expected');
    expect(papersOf.asked).toEqual([]);
    const institutionsOf = await ask(store, `{ institutions(filter: ${deep('{key: []}')}) { totalCount } }`);
    expect(institutionsOf.errors?.[0]?.message).toContain('at most 5 deep');
    expect(institutionsOf.asked).toEqual([]);
  });

  test('a filter costs at most one statement for its names, whatever it names', async () => {
    const filter =
      '{or: [{country: {any: ["US"]}}, {author: {any: ["A"]}}, {and: [{topic: {any: ["Systems"]}}, {page: ["list.md"]}, {key: ["x"]}]}]}';
    const { asked, errors } = await ask(store, `{ papers(filter: ${filter}) { nodes { title } totalCount } }`);
    expect(errors).toBeUndefined();
    expect(asked).toEqual(['graph/keys-of-names', 'paper/all', 'paper/all']);
  });
});
