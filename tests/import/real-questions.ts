import { beforeAll, expect, test } from 'vitest';
import { operation } from '../support/ask.ts';
import { expectSameCounts } from '../support/counted.ts';
import { countsOf, pairsAmong, readWorksFile, type WorksFile, type WorksFilePaper } from '../support/works-file.ts';

/** The graph of the real papers, asked; nodes are named by the last part of the file's ids. */
export interface RealGraph {
  readonly file: string;
  // biome-ignore lint/suspicious/noExplicitAny: another program's answers, and ours, whose shapes follow from the operations
  readonly answers: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  asked(query: string, variables?: Record<string, unknown>): Promise<any>;
  keyOf(kind: 'institution' | 'conference', id: string): string;
  /** By key. Of kind and country the tables of names give what the file leaves open. */
  institutions(): Promise<ReadonlyMap<string, DescribedInstitution>>;
  /** Papers of which our reading of the title and the other program's differ. */
  readonly foldedAlone: readonly string[];
}

export interface DescribedInstitution {
  readonly kind: string | null;
  readonly country: string | null;
  /** Keys of what it counts under, itself among them. */
  readonly countsUnder: readonly string[];
}

type Counted = readonly (readonly [string, number])[];
type Named = { readonly key: string };
type Pair = { readonly institutions: readonly Named[]; readonly sharedPaperCount: number };
type Partner = { readonly institution: Named; readonly sharedPaperCount: number };
type Group = { readonly key: string; readonly paperCount: number };

const apart = { rollUpUnits: false };

/**
 * Registers a test for each question, asked by its named operation, of a graph that stands when they run. Where the files hold no
 * answer, a pass over the papers in plain TypeScript gives it.
 */
export function testQuestions({ file, answers, asked, keyOf, foldedAlone, institutions }: RealGraph): void {
  let works: readonly WorksFilePaper[];
  let stated: WorksFile['institutions'];
  let described: ReadonlyMap<string, DescribedInstitution>;
  beforeAll(async () => {
    ({ papers: works, institutions: stated } = await readWorksFile(file));
    described = await institutions();
  }, 120_000);

  const ask = (name: string, variables: Record<string, unknown> = {}) => asked(operation(name), variables);
  const key = (id: string) => keyOf('institution', id);
  const countryOf = (id: string) => stated.get(id)?.country ?? described.get(key(id))?.country ?? undefined;
  // "Other" says nothing, so the table has the word there as where the file leaves the kind open.
  const kindOf = (id: string) => {
    const kind = stated.get(id)?.kind;
    return kind && kind !== 'OTHER' ? kind : described.get(key(id))?.kind;
  };
  const countriesOf = (paper: WorksFilePaper) =>
    [...new Set(paper.institutions.map(countryOf))].flatMap((country) => country ?? []);
  const pairKey = (pair: string) => pair.split(' + ').map(key).sort().join(' + ');
  const pairCounts = (pairs: readonly Pair[]): Counted =>
    pairs.map(({ institutions, sharedPaperCount }) => [
      institutions.map((each) => each.key).join(' + '),
      sharedPaperCount,
    ]);
  const partnerCounts = (partners: readonly Partner[]): Counted =>
    partners.map(({ institution, sharedPaperCount }) => [institution.key, sharedPaperCount]);
  const groups = (counted: readonly Group[]): Counted =>
    counted.filter(({ paperCount }) => paperCount > 0).map((each) => [each.key, each.paperCount]);
  const statedPairs = (stated: readonly [string, string, number][]): Counted =>
    stated.map(([a, b, count]) => [[key(a), key(b)].sort().join(' + '), count]);
  const keyed = (kind: 'institution' | 'conference', counted: Counted): Counted =>
    counted.map(([id, count]) => [keyOf(kind, id), count]);
  const slug = (counted: readonly (readonly [string | number, number])[]): Counted =>
    counted.map(([name, count]) => [String(name).replace(/[^a-z0-9]+/g, '-'), count]);
  const nameOf = async (id: string): Promise<string> =>
    (await asked('query ($key: String!) { institution(by: { key: $key }) { name } }', { key: key(id) })).institution
      .name;
  const withInstitution = (id: string) => works.filter(({ institutions }) => institutions.includes(id));
  const partnersOf = (id: string, papers: readonly WorksFilePaper[]) => {
    const counts = countsOf(
      papers.filter(({ institutions }) => institutions.includes(id)),
      ({ institutions }) => institutions.filter((each) => each !== id),
    );
    return new Map([...counts].map(([other, count]) => [key(other), count]));
  };

  test.each(['embedding', 'recommend', 'cache'])(
    '1, 6 and 7: who co-authors "%s", its counts, its most cited',
    async (word) => {
      const papers = { titleContains: word, not: { key: foldedAlone } };
      const { collaborations } = await ask('collaborations-about', { about: null, papers, ...apart });
      const pairs = answers['coauthoring institutions, title contains word'][word];
      expectLeading(pairCounts(collaborations.nodes), statedPairs(pairs));
      const facets = answers['facets, title contains word'][word];
      const { papers: found } = await ask('facets-about', { about: null, papers, ...apart });
      expect(groups(found.years)).toEqual(slug(facets.year));
      expectLeading(groups(found.countries), facets.country);
      expectLeading(groups(found.conferences), keyed('conference', facets.conference));
      expectLeading(groups(found.topics), slug(facets.topic));
      expectLeading(groups(found.authors), facets.author);
      const cited: Counted = answers['most cited (unknown counts last), title contains word, then by id'][word];
      const { papers: most } = await ask('most-cited', { word });
      const counted = most.nodes.map(({ key: paper, citedByCount }: { key: string; citedByCount: number }) => [
        paper,
        citedByCount,
      ]);
      expect(counted.slice(0, cited.length)).toEqual(cited);
    },
    120_000,
  );

  test.each(['microsoft', 'alibaba-group', 'facebook', 'university-of-michigan'])(
    '2, 4 and 22: whom %s works with, its papers a year, its topics, its kinds of collaboration',
    async (id) => {
      const institution = await nameOf(id);
      const { institution: one } = await ask('institution-collaborators', { institution, ...apart });
      expectLeading(
        partnerCounts(one.collaborators.nodes),
        keyed('institution', answers['collaborators of an institution'][id]),
      );
      const papers = withInstitution(id);
      expect(one.collaborators.totalCount).toBe(partnersOf(id, papers).size);
      const { institution: counted } = await ask('institution-papers', { institution, ...apart });
      expect(groups(counted.papers.years)).toEqual(slug(answers['papers of an institution by year'][id]));
      expectLeading(groups(counted.papers.topics), slug(answers['topics of an institution'][id]));
      const { institution: kinds } = await ask('kinds-of-collaboration', { institution, ...apart });
      expect(new Map(groups(kinds.papers.kinds))).toEqual(countsOf(papers, (paper) => [kindOfCollaboration(paper)]));
      const isJoint = ({ institutions }: WorksFilePaper) =>
        ['EDUCATION', 'COMPANY'].every((kind) => institutions.some((each) => kindOf(each) === kind));
      for (const { key: year, paperCount, universityAndCompany } of kinds.papers.years) {
        const joint = papers.filter((paper) => String(paper.year) === year && isJoint(paper)).length;
        expect(universityAndCompany).toBeCloseTo(paperCount === 0 ? 0 : joint / paperCount, 9);
      }
    },
    120_000,
  );

  function kindOfCollaboration({ institutions }: WorksFilePaper): string {
    const countries = institutions.map((each) => countryOf(each));
    const known = new Set(countries.filter((each) => each !== undefined));
    if (known.size > 1) return 'INTERNATIONAL';
    if (institutions.length === 1) return 'WITHIN_ONE';
    return institutions.length > 1 && !countries.includes(undefined) ? 'NATIONAL' : 'UNKNOWN';
  }

  test.each(Object.keys(answers['pair: count, first year, last year, 3 newest then by id'] ?? {}))(
    '3: what %s have written together, newest first',
    async (pair) => {
      const [count, firstYear, lastYear, newest] =
        answers['pair: count, first year, last year, 3 newest then by id'][pair];
      const { papers } = await ask('papers-together', { institutions: pair.split(' ').map(key), ...apart });
      expect(papers.totalCount).toBe(count);
      expect([papers.years.at(0).key, papers.years.at(-1).key]).toEqual([String(firstYear), String(lastYear)]);
      const found = papers.nodes.map(({ key: paper, year }: { key: string; year: number }) => [paper, year]);
      expect(found.slice(0, newest.length)).toEqual(newest);
    },
  );

  test.each(Object.keys(answers['institutions at a conference'] ?? {}))('5: who publishes most at %s', async (id) => {
    const { papers, collaborations } = await ask('conference-leaders', {
      conference: keyOf('conference', id),
      ...apart,
    });
    expectLeading(groups(papers.institutions), keyed('institution', answers['institutions at a conference'][id]));
    expectLeading(pairCounts(collaborations.nodes), statedPairs(answers['collaborations at a conference'][id]));
  });

  test.each(['US CN', 'DE FR'])(
    '8: which institutions of %s work together most',
    async (countries) => {
      const [one, other] = countries.split(' ');
      const { papers, collaborations } = await ask('countries-together', { one, other, ...apart });
      expect(papers.totalCount).toBe(answers['papers with institutions of both countries'][countries]);
      expectLeading(
        pairCounts(collaborations.nodes),
        statedPairs(answers['institution pairs across two countries'][countries]),
      );
    },
    120_000,
  );

  test('10: which institutions have embedding papers since 2012 and none before', async () => {
    const since = works.filter(({ title }) => title.toLowerCase().includes('embedding'));
    const counts = (papers: readonly WorksFilePaper[]) => countsOf(papers, ({ institutions }) => institutions);
    const before = counts(since.filter(({ year }) => year < 2012));
    const expected = [...counts(since.filter(({ year }) => year >= 2012))].filter(([id]) => !before.has(id));
    const found: (readonly [string, number])[] = [];
    for (let after: string | null = null, hasMore = true; hasMore; ) {
      const { institutions } = await ask('institutions-new-to-a-subject', {
        word: 'embedding',
        since: 2012,
        before: 2011,
        after,
      });
      expect(institutions.totalCount).toBe(expected.length);
      for (const each of institutions.nodes) found.push([each.key, each.papers.totalCount]);
      after = institutions.pageInfo.endCursor;
      hasMore = institutions.pageInfo.hasNextPage;
    }
    expect(new Map(found)).toEqual(new Map(expected.map(([id, count]) => [key(id), count])));
    expect(found.map(([, count]) => count)).toEqual(largest(new Map(found), found.length).map(([, count]) => count));
    expectLeading(
      found,
      keyed('institution', answers['institutions with embedding papers since 2012 and none before']),
    );
  }, 120_000);

  test('12: which authors write together most, at one conference', async () => {
    const at = works.filter(({ conference }) => conference === 'nips');
    const counts = countsOf(at, ({ authors }) => pairsAmong(authors));
    const { coAuthorships } = await ask('co-authors', {
      papers: { conference: { any: [keyOf('conference', 'nips')] } },
    });
    expect(coAuthorships.totalCount).toBe(counts.size);
    for (const { authors, sharedPaperCount } of coAuthorships.nodes)
      expect(counts.get(authors.map((each: Named) => each.key).join(' + '))).toBe(sharedPaperCount);
    expect(coAuthorships.nodes.map((each: Pair) => each.sharedPaperCount)).toEqual(
      largest(counts, 10).map(([, count]) => count),
    );
  }, 120_000);

  test('15: all papers, from either end', async () => {
    const places = answers['papers by year descending, id ascending: the 1st, 1,001st, 50,001st, last id'];
    const { papers: first } = await ask('all-papers', { first: 1 });
    const { papers: last } = await ask('all-papers', { last: 1 });
    expect([first.nodes[0].key, last.nodes[0].key]).toEqual([places[0], places[3]]);
    expect(first.totalCount).toBe(works.length);
  }, 120_000);

  test('20: which papers carry institutions from three or more countries, and their share by year', async () => {
    const { papers, all } = await ask('papers-across-countries');
    const across = works.filter((paper) => countriesOf(paper).length >= 3);
    expect(papers.totalCount).toBe(across.length);
    const byYear = countsOf(across, ({ year }) => [String(year)]);
    for (const { key: year, paperCount, share } of all.years)
      expect(share).toBeCloseTo((byYear.get(year) ?? 0) / paperCount, 9);
  }, 120_000);

  test('21: partners on a topic in some years, companies, abroad, and their partners', async () => {
    const id = 'facebook';
    const on = works.filter(({ topics, year }) => topics.includes('databases') && year >= 2012 && year <= 2014);
    const { institution, theirPartners } = await ask('partners-and-their-partners', {
      institution: await nameOf(id),
      papers: { topic: { any: ['databases'] }, year: { min: 2012, max: 2014 } },
      ...apart,
    });
    const partners = partnersOf(id, on);
    const only = (lets: (id: string) => boolean) =>
      new Map(
        [
          ...countsOf(
            on.filter(({ institutions }) => institutions.includes(id)),
            ({ institutions }) => institutions,
          ),
        ]
          .filter(([other]) => other !== id && lets(other))
          .map(([other, count]) => [key(other), count]),
      );
    const expectPartners = (found: { totalCount: number; nodes: Partner[] }, expected: ReadonlyMap<string, number>) => {
      expect(found.totalCount).toBe(expected.size);
      for (const [other, count] of partnerCounts(found.nodes))
        expect([other, expected.get(other)]).toEqual([other, count]);
    };
    expectPartners(institution.partners, partners);
    expectPartners(
      institution.companies,
      only((other) => kindOf(other) === 'COMPANY'),
    );
    expectPartners(
      institution.abroad,
      only((other) => !['US', undefined].includes(countryOf(other))),
    );
    const further = countsOf(on, ({ institutions }) =>
      pairsAmong(institutions.map(key)).filter((pair) => {
        const direct = pair.split(' + ').map((each) => partners.has(each));
        return !pair.split(' + ').includes(key(id)) && direct[0] !== direct[1];
      }),
    );
    expect(theirPartners.totalCount).toBe(further.size);
    for (const [pair, count] of pairCounts(theirPartners.nodes))
      expect([pair, further.get(pair)]).toEqual([pair, count]);
  }, 120_000);

  test('23 and 24: the papers behind links among some institutions, and these side by side', async () => {
    const ids = ['facebook', 'microsoft', 'peking-university'];
    const { collaborations } = await ask('papers-behind-links', { institutions: ids.map(key), ...apart });
    const among = countsOf(works, ({ institutions }) => pairsAmong(institutions.filter((each) => ids.includes(each))));
    expect(new Map(pairCounts(collaborations.nodes))).toEqual(
      new Map([...among].map(([pair, count]) => [pairKey(pair), count])),
    );
    const byKey = new Map(works.map((paper) => [paper.key, paper]));
    for (const { papers } of collaborations.nodes)
      for (const paper of papers.nodes)
        expect(paper.authorships).toHaveLength(byKey.get(paper.key)?.authors.length ?? -1);
    const { institutions } = await ask('institution-and-peers', { institutions: ids.map(key), ...apart });
    expect(institutions.nodes).toHaveLength(ids.length);
    for (const { key: one, papers, collaborators } of institutions.nodes) {
      const id = ids.find((each) => key(each) === one) ?? '';
      const own = withInstitution(id);
      expect(papers.totalCount).toBe(own.length);
      expect(papers.citedByCount).toBe(own.reduce((sum, { citedByCount }) => sum + (citedByCount ?? 0), 0));
      expect(collaborators.totalCount).toBe(partnersOf(id, own).size);
    }
  }, 120_000);

  test('25: one conference, most cited first, its topics through time', async () => {
    const { conference } = await ask('conference-through-time', { conference: 'OSDI' });
    const at = works.filter((paper) => paper.conference === 'osdi');
    const cited = [...at].sort((a, b) => (b.citedByCount ?? -1) - (a.citedByCount ?? -1)).slice(0, 20);
    expect(conference.papers.totalCount).toBe(at.length);
    expect(conference.papers.nodes.map(({ citedByCount }: WorksFilePaper) => citedByCount)).toEqual(
      cited.map(({ citedByCount }) => citedByCount),
    );
    const cells = countsOf(at, ({ topics, year }) => topics.map((topic) => `${year} ${topic}`));
    for (const { row, column, paperCount } of conference.papers.topicsByYear)
      expect(cells.get(`${row} ${column}`) ?? 0).toBe(paperCount);
    expect(conference.turnover.map(({ year }: { year: number }) => year).at(0)).toBe(
      Math.min(...at.map(({ year }) => year)),
    );
  });

  test('26: where two topics meet, and who joins them', async () => {
    const topics = ['databases', 'operating-systems'];
    const meeting = works.filter((paper) => topics.every((topic) => paper.topics.includes(topic)));
    const { papers, collaborations } = await ask('where-topics-meet', { topics, ...apart });
    expect(papers.totalCount).toBe(meeting.length);
    const institutions = countsOf(meeting, (paper) => paper.institutions.map(key));
    for (const [one, count] of groups(papers.institutions)) expect([one, institutions.get(one)]).toEqual([one, count]);
    expect(collaborations.totalCount).toBe(countsOf(meeting, (paper) => pairsAmong(paper.institutions)).size);
  });

  test('27: a total over units, none counted twice, and the papers that make the difference', async () => {
    const { institution } = await ask('units-and-total', { institution: key('microsoft') });
    const itself = withInstitution('microsoft').length;
    const total = works.filter(({ institutions }) =>
      institutions.some((id) => described.get(key(id))?.countsUnder.includes(key('microsoft'))),
    ).length;
    expect(total).toBeGreaterThan(itself);
    expect(institution).toMatchObject({
      total: { totalCount: total },
      itself: { totalCount: itself },
      difference: { totalCount: total - itself },
    });
  });

  test('28: what is missing', async () => {
    const { papers, withoutInstitutions, incomplete } = await ask('what-is-missing');
    const without = works.filter(({ institutions }) => institutions.length === 0).length;
    expect(withoutInstitutions.totalCount).toBe(without);
    expect(papers.coverage.withInstitutionsCount).toBe(works.length - without);
    expect(incomplete.totalCount).toBe(0);
  }, 120_000);
}

/** The largest counts, ties by name. */
function largest(counts: ReadonlyMap<string, number>, limit: number): Counted {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit);
}

/** The first rows are those expected; where counts are equal, in any order. */
function expectLeading(found: Counted, expected: Counted): void {
  expectSameCounts(found.slice(0, expected.length), expected);
}
