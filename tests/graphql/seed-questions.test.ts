import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask, operation } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { sharedPath } from '../support/shared.ts';

/** The questions that people ask of one page of a real list, as named operations, with the answers that must come back. */

const seedPage = sharedPath('seeds', 'dlrm.md');

describe.runIf(seedPage !== null).each(engineNames)('the seed page on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    await importSource(store, seedPage ?? '');
  });
  afterAll(() => store.close());

  // biome-ignore lint/suspicious/noExplicitAny: answers are compared whole or picked apart by hand
  async function answer(name: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await ask(store, operation(name), variables);
    expect(errors).toBeUndefined();
    return data;
  }

  test('which papers are on the page, under which headings', async () => {
    const { papers } = await answer('papers-and-headings', { page: ['dlrm.md'] });
    const page = 'Deep Learning Recommendation Model (DLRM)';
    const under = (heading: string) =>
      papers.nodes
        .filter((paper: { topics: { nodes: { path: string[] }[] } }) =>
          paper.topics.nodes.some(({ path }) => path.join(' > ') === heading),
        )
        .map(({ title }: { title: string }) => title);
    expect(papers.totalCount).toBe(5);
    expect(under(`${page} > Optimizing Embedding Tables`)).toEqual(['AdaEmbed', 'DisaggRec', 'EVStore']);
    expect(under(`${page} > Deep Learning Recommendation Model`)).toEqual(['ETA', 'WDL']);
  });

  const disaggRec = [
    'Cornell University',
    'Intel',
    'Meta',
    'University of Pennsylvania',
    'Washington University in St. Louis',
  ];
  const tenPairs = disaggRec.flatMap((one, index) => disaggRec.slice(index + 1).map((other) => [one, other]));

  test('which institutions co-author embedding papers, on what evidence', async () => {
    const { collaborations } = await answer('collaborations-about');
    expect(pairsOf(collaborations)).toEqual(
      [...tenPairs.map((pair) => [...pair, 1, 'DisaggRec']), ['Meta', 'University of Michigan', 1, 'AdaEmbed']].sort(),
    );
    expect(collaborations).toMatchObject({
      totalCount: 11,
      sharedPaperCount: 2,
      counting: 'FULL',
      coverage: { paperCount: 3, withInstitutionsCount: 3, incompleteCount: 1 },
    });
  });

  test('the eleven pairs counted fractionally and shared', async () => {
    const fractional = await answer('collaborations-about', { counting: 'FRACTIONAL' });
    expect(pairsOf(fractional.collaborations)).toEqual(
      [
        ...tenPairs.map((pair) => [...pair, 0.25, 'DisaggRec']),
        ['Meta', 'University of Michigan', 1, 'AdaEmbed'],
      ].sort(),
    );
    expect(fractional.collaborations).toMatchObject({
      counting: 'FRACTIONAL',
      coverage: { paperCount: 3, withInstitutionsCount: 3, incompleteCount: 1 },
    });
    const shared = await answer('collaborations-about', { counting: 'SHARED' });
    expect(pairsOf(shared.collaborations)).toEqual(
      [
        ...tenPairs.map((pair) => [...pair, 0.1, 'DisaggRec']),
        ['Meta', 'University of Michigan', 1, 'AdaEmbed'],
      ].sort(),
    );
    expect(shared.collaborations.counting).toBe('SHARED');
  });

  test('EVStore gives no pair, and says that its list is incomplete', async () => {
    const { data } = await ask(
      store,
      '{ papers(filter: {titleContains: "EVStore"}) { nodes { affiliationsIncomplete affiliations { institution { name } } } } }',
    );
    expect(data?.papers).toEqual({
      nodes: [{ affiliationsIncomplete: true, affiliations: [{ institution: { name: 'University of Chicago' } }] }],
    });
  });

  test('what "Meta AI" is: written on DisaggRec, a unit of Meta, counted under it unless units are kept apart', async () => {
    const { institution } = await answer('institution-and-units');
    expect(institution).toMatchObject({ name: 'Meta AI', parents: [{ name: 'Meta' }], itself: { totalCount: 1 } });
    expect(institution.itself.nodes[0].title).toBe('DisaggRec');
    expect(institution.itself.nodes[0].affiliations[0]).toEqual({
      statedAs: ['Meta AI'],
      institution: { name: 'Meta AI' },
    });
    const { data } = await ask(
      store,
      '{ collaborations(papers: {about: "embedding"}, rollUpUnits: false, first: 100) { nodes { institutions { name } } } }',
    );
    expect(JSON.stringify(data)).toContain('"Meta AI"');
  });

  test('where and when papers appeared', async () => {
    const { papers } = await answer('where-and-when');
    const places = papers.nodes.map(
      (paper: {
        title: string;
        year: number;
        arxivId: string | null;
        conference: { acronym: string; kind: string };
      }) => [
        paper.title,
        paper.conference.acronym,
        paper.conference.kind,
        paper.year,
        paper.conference.kind === 'PREPRINT_SERVER' ? paper.arxivId : null,
      ],
    );
    expect(places).toEqual([
      ['AdaEmbed', 'OSDI', 'CONFERENCE', 2023, null],
      ['DisaggRec', 'arXiv', 'PREPRINT_SERVER', 2022, '2212.00939'],
      ['ETA', 'DLP-KDD', 'WORKSHOP', 2022, null],
      ['EVStore', 'ASPLOS', 'CONFERENCE', 2023, null],
      ['WDL', 'DLRS', 'WORKSHOP', 2016, null],
    ]);
  });

  test('which papers have code, which have notes, whose addresses outside the import stay as written', async () => {
    const code = await answer('papers-with-links', { kind: ['CODE'] });
    expect(code.papers.nodes.map(({ title }: { title: string }) => title)).toEqual(['EVStore']);
    const { papers } = await answer('papers-with-links', { kind: ['NOTES'] });
    expect(papers.nodes.map(({ title }: { title: string }) => title)).toEqual(['DisaggRec', 'EVStore', 'WDL']);
    const notes = papers.nodes[1].links.find(({ kind }: { kind: string }) => kind === 'NOTES');
    expect(notes).toMatchObject({
      url: '../../reading-notes/conference/asplos-2023/evstore.md',
      sources: [{ path: 'dlrm.md', line: 5 }],
    });
  });

  test('who published at a conference with "KDD" in its name since 2020', async () => {
    const { conferences } = await answer('conference-institutions');
    expect(conferences.nodes).toMatchObject([
      {
        acronym: 'DLP-KDD',
        papers: { nodes: [{ title: 'ETA', affiliations: [{ institution: { name: 'Alibaba' } }] }] },
      },
    ]);
  });

  test('which papers say "deployed", with the listing that says so', async () => {
    const { papers } = await answer('full-text');
    expect(papers.nodes).toHaveLength(1);
    expect(papers.nodes[0].title).toBe('ETA');
    expect(papers.nodes[0].listings[0]).toMatchObject({ line: 11, page: { path: 'dlrm.md' } });
    expect(papers.nodes[0].listings[0].remarks.join(' ')).toContain('deployed on Taobao');
  });

  test('where it says that Cornell worked on DisaggRec', async () => {
    const { papers } = await answer('affiliation-sources');
    const cornell = papers.nodes[0].affiliations.find(
      (each: { institution: { name: string } }) => each.institution.name === 'Cornell University',
    );
    expect(cornell).toEqual({
      institution: { name: 'Cornell University' },
      statedAs: ['Cornell'],
      sources: [{ path: 'dlrm.md', line: 5 }],
    });
  });

  test('papers about embedding by year, country and topic, with the part that has code', async () => {
    const { papers } = await answer('facets-about');
    expect(papers.totalCount).toBe(3);
    expect(papers.years).toEqual([
      { key: '2022', paperCount: 1 },
      { key: '2023', paperCount: 2 },
    ]);
    expect(papers.countries).toEqual([{ key: 'US', name: 'United States', paperCount: 3 }]);
    expect(papers.conferences).toEqual([
      { key: 'arxiv', name: 'arXiv', paperCount: 1, share: 0 },
      { key: 'asplos', name: 'ASPLOS', paperCount: 1, share: 1 },
      { key: 'osdi', name: 'OSDI', paperCount: 1, share: 0 },
    ]);
    expect(
      papers.topics.map(({ name, paperCount }: { name: string; paperCount: number }) => [name, paperCount]),
    ).toEqual([['Optimizing Embedding Tables', 3]]);
    expect(papers.authors).toEqual([]);
  });

  test('universities and companies that work together, and since when', async () => {
    const { collaborations } = await answer('collaborations-between');
    const pairs = collaborations.nodes.map(
      ({
        institutions,
        firstYear,
        lastYear,
      }: {
        institutions: { name: string }[];
        firstYear: number;
        lastYear: number;
      }) => [...institutions.map(({ name }) => name), firstYear, lastYear],
    );
    const universities = ['Cornell University', 'University of Pennsylvania', 'Washington University in St. Louis'];
    const disaggregated = ['Intel', 'Meta'].flatMap((company) =>
      universities.map((university) => [...[company, university].sort(), 2022, 2022]),
    );
    expect(pairs.sort()).toEqual([...disaggregated, ['Meta', 'University of Michigan', 2023, 2023]].sort());
    expect(collaborations.totalCount).toBe(7);
  });

  test('the kinds of collaboration of an institution by year', async () => {
    const { institution } = await answer('kinds-of-collaboration');
    expect(institution.papers.totalCount).toBe(2);
    expect(institution.papers.kinds).toEqual([{ key: 'NATIONAL', name: 'National', paperCount: 2 }]);
    expect(institution.papers.kindsByYear).toEqual([
      { row: '2022', column: 'NATIONAL', paperCount: 1 },
      { row: '2023', column: 'NATIONAL', paperCount: 1 },
    ]);
  });

  const names = (partners: readonly { readonly institution: { readonly name: string } }[]) =>
    partners.map(({ institution }) => institution.name);

  test('whom Meta works with, since when, on what, and its papers a year', async () => {
    const { institution } = await answer('institution-collaborators');
    const others = [...disaggRec.filter((name) => name !== 'Meta'), 'University of Michigan'];
    expect(names(institution.collaborators.nodes).sort()).toEqual(others.sort());
    const intel = institution.collaborators.nodes.find(
      (each: { institution: { name: string } }) => each.institution.name === 'Intel',
    );
    expect(intel).toMatchObject({ sharedPaperCount: 1, firstYear: 2022, lastYear: 2022 });
    expect(intel.topics).toEqual([{ topic: { name: 'Optimizing Embedding Tables' }, paperCount: 1 }]);
    const { institution: counted } = await answer('institution-papers');
    expect(counted.papers.years).toEqual([
      { key: '2022', paperCount: 1 },
      { key: '2023', paperCount: 1 },
    ]);
  });

  test('what Meta and Michigan have written together, and who leads at OSDI', async () => {
    const { papers } = await answer('papers-together');
    expect(papers.nodes).toMatchObject([{ title: 'AdaEmbed', year: 2023, conference: { acronym: 'OSDI' } }]);
    const { papers: at, collaborations } = await answer('conference-leaders');
    expect(at.institutions.map(({ name }: { name: string }) => name)).toEqual(['Meta', 'University of Michigan']);
    expect(collaborations).toMatchObject({ totalCount: 1, sharedPaperCount: 1 });
  });

  test('partners of Michigan, and theirs without the direct ones: the others of DisaggRec', async () => {
    const { institution, theirPartners } = await answer('partners-and-their-partners');
    expect(names(institution.partners.nodes)).toEqual(['Meta']);
    expect(names(institution.companies.nodes)).toEqual(['Meta']);
    expect(institution.abroad.nodes).toEqual([]);
    expect(pairsOfNames(theirPartners)).toEqual(
      disaggRec.filter((name) => name !== 'Meta').map((name) => [name, 'Meta'].sort().join(' + ')),
    );
  });

  test('the paper behind the links among Meta, Intel and Cornell', async () => {
    const { collaborations } = await answer('papers-behind-links');
    expect(collaborations).toMatchObject({ totalCount: 3, sharedPaperCount: 1 });
    for (const { papers } of collaborations.nodes) expect(papers.nodes).toMatchObject([{ title: 'DisaggRec' }]);
  });

  test('Meta with its units, and the paper that makes the difference', async () => {
    const { institution } = await answer('units-and-total');
    expect(institution).toMatchObject({
      total: { totalCount: 2 },
      itself: { totalCount: 1 },
      units: [{ name: 'Meta AI', papers: { totalCount: 1 } }],
      difference: { totalCount: 1, nodes: [{ title: 'DisaggRec' }] },
    });
  });

  test('what is missing on the page', async () => {
    const { withoutInstitutions, incomplete, problems } = await answer('what-is-missing', {
      papers: { page: ['dlrm.md'] },
      problems: { page: 'dlrm.md' },
    });
    expect(withoutInstitutions.totalCount).toBe(0);
    expect(incomplete.nodes).toMatchObject([{ title: 'EVStore' }]);
    expect(problems.nodes).toMatchObject([{ code: 'INSTITUTIONS_INCOMPLETE' }]);
  });

  test('what on this page could not be taken as it stands', async () => {
    const { problems } = await answer('problems', { page: 'dlrm.md' });
    expect(problems.nodes).toHaveLength(1);
    expect(problems.nodes[0]).toMatchObject({ code: 'INSTITUTIONS_INCOMPLETE', path: 'dlrm.md', line: 5 });
    expect(problems.nodes[0].message).toContain('Many others');
    const { data } = await ask(store, '{ institutions(filter: {nameContains: "other"}) { totalCount } }');
    expect(data?.institutions).toEqual({ totalCount: 0 });
  });
});

interface Pairs {
  readonly nodes: readonly { readonly institutions: readonly { readonly name: string }[] }[];
}

function pairsOfNames({ nodes }: Pairs): readonly string[] {
  return nodes.map(({ institutions }) => institutions.map(({ name }) => name).join(' + '));
}

interface Collaborations {
  readonly nodes: readonly {
    readonly institutions: readonly { readonly name: string }[];
    readonly weight: number;
    readonly papers: { readonly nodes: readonly { readonly title: string }[] };
  }[];
}

function pairsOf({ nodes }: Collaborations) {
  return nodes
    .map(({ institutions, weight, papers }) => [
      ...institutions.map(({ name }) => name),
      weight,
      papers.nodes[0]?.title,
    ])
    .sort();
}
