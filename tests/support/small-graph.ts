import fc from 'fast-check';
import type { ConferenceKind, InstitutionKind } from '../../src/model/names/facts.ts';
import type { LinkKind, PaperType } from '../../src/model/source-record.ts';

/**
 * Graphs small enough to be gone through by hand, with everything that a filter asks for: names that two nodes have, units of
 * units, narrower topics, unknown years, countries and citations, papers that name nobody. Every text begins with `zq`, so
 * that a value in a statement's text is seen.
 */
export interface SmallGraph {
  readonly institutions: readonly SmallInstitution[];
  readonly conferences: readonly SmallConference[];
  readonly topics: readonly SmallTopic[];
  readonly authors: readonly SmallAuthor[];
  /** Paths; the key is `zqlist//` and the path. */
  readonly pages: readonly string[];
  readonly papers: readonly SmallPaper[];
}

export interface SmallInstitution {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: InstitutionKind | null;
  readonly countryCode: string | null;
  /** The institution that it is a unit of. */
  readonly unitOf: string | null;
}

interface SmallConference {
  readonly key: string;
  readonly acronym: string;
  readonly aliases: readonly string[];
  readonly kind: ConferenceKind;
  readonly ranks: readonly string[];
}

interface SmallTopic {
  readonly key: string;
  readonly name: string;
  readonly broader: string | null;
}

interface SmallAuthor {
  readonly key: string;
  readonly name: string;
}

export interface SmallPaper {
  readonly key: string;
  readonly title: string;
  readonly year: number | null;
  readonly citedByCount: number | null;
  readonly type: PaperType;
  readonly awards: readonly string[];
  readonly affiliationsIncomplete: boolean;
  /** What full text searches beside the title. */
  readonly remarks: readonly string[];
  readonly institutions: readonly string[];
  readonly conferences: readonly string[];
  readonly topics: readonly string[];
  readonly authors: readonly { readonly key: string; readonly institutions: readonly string[] }[];
  readonly links: readonly LinkKind[];
  readonly pages: readonly string[];
}

/** Words of remarks, and the stem that a search compares; worked out by hand. */
export const stems: Readonly<Record<string, string>> = {
  zqgraph: 'zqgraph',
  zqgraphs: 'zqgraph',
  zqlearning: 'zqlearn',
  zqlearned: 'zqlearn',
  zqcache: 'zqcach',
  zqcaches: 'zqcach',
};

/** None begins another, so that titles stand in the order of their words. */
const titleWords = ['Zqalpha', 'zqbéta', 'ZQGAMMA', 'zqdelta'];

export const institutionNames = ['Zqone Lab', 'zqone-lab', 'Zqtwo', 'Zqthree (Éast)', 'Zqfour', 'Zqshared'];
export const institutionKeys = ['zqi-a', 'zqi-b', 'zqi-c', 'zqi-d', 'zqi-e'];
export const countryCodes = ['ZQ', 'ZX', 'ZZ'];
export const conferenceNames = ['ZQCONF', 'Zq Workshop', 'zqshared'];
export const conferenceKeys = ['zqc-a', 'zqc-b', 'zqc-c'];
export const topicNames = ['Zqtopic', 'ZqC++', 'ZqC'];
export const topicKeys = ['zqlist:a', 'zqlist:a/b', 'zqlist:a/b/c', 'zqlist:d'];
export const authorNames = ['Zqann Lee', 'Zqbo Lée', 'ZQANN LEE'];
export const authorKeys = ['zqa-a', 'zqa-b', 'zqa-c', 'zqa-d'];
export const pagePaths = ['zqa.md', 'zqb.md'];
export const paperKeys = Array.from({ length: 12 }, (_, index) => `zqp-${'abcdefghijkl'[index]}`);
export const ranks = ['ZQ A', 'ZQ B*'];
export const linkKindsUsed = ['PAPER', 'CODE', 'SLIDES'] as const;
export const typesUsed = ['ARTICLE', 'PREPRINT', 'OTHER'] as const;
export const institutionKindsUsed = ['EDUCATION', 'COMPANY'] as const;
export const conferenceKindsUsed = ['CONFERENCE', 'WORKSHOP'] as const;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const some = <T>(values: readonly T[], maxLength = values.length) => fc.subarray([...values], { maxLength });

const institutions = fc.tuple(
  ...institutionKeys.map((key, index) =>
    fc.record({
      key: fc.constant(key),
      name: fc.constantFrom(...institutionNames),
      aliases: some(institutionNames, 2),
      kind: maybe(fc.constantFrom(...institutionKindsUsed)),
      countryCode: maybe(fc.constantFrom(...countryCodes)),
      // Of an earlier one alone, so that no units go in a circle.
      unitOf: index === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...institutionKeys.slice(0, index))),
    }),
  ),
);
const conferences = fc.tuple(
  ...conferenceKeys.map((key) =>
    fc.record({
      key: fc.constant(key),
      acronym: fc.constantFrom(...conferenceNames),
      aliases: some(conferenceNames, 1),
      kind: fc.constantFrom(...conferenceKindsUsed),
      ranks: some(ranks),
    }),
  ),
);
const topics = fc.tuple(
  ...topicKeys.map((key) =>
    fc.record({
      key: fc.constant(key),
      name: fc.constantFrom(...topicNames),
      broader: fc.constant(key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : null),
    }),
  ),
);
const authors = fc.tuple(
  ...authorKeys.map((key) => fc.record({ key: fc.constant(key), name: fc.constantFrom(...authorNames) })),
);
const words = fc.array(fc.constantFrom(...Object.keys(stems)), { minLength: 1, maxLength: 3 });

const paper = (key: string): fc.Arbitrary<SmallPaper> =>
  paperOf(key).map((each) => ({
    ...each,
    // The paper names every institution that it states for one of its authors.
    authors: each.authors.map((author) => ({
      ...author,
      institutions: author.institutions.filter((institution) => each.institutions.includes(institution)),
    })),
  }));

const paperOf = (key: string): fc.Arbitrary<SmallPaper> =>
  fc.record({
    key: fc.constant(key),
    title: fc.tuple(fc.constantFrom(...titleWords), fc.constantFrom(...titleWords)).map((two) => two.join(' ')),
    year: maybe(fc.integer({ min: 1997, max: 2004 })),
    citedByCount: maybe(fc.constantFrom(0, 7001, 7002, 7005)),
    type: fc.constantFrom(...typesUsed),
    awards: fc.constantFrom([], ['Zqbest']),
    affiliationsIncomplete: fc.boolean(),
    remarks: fc.array(
      words.map((each) => each.join(' ')),
      { maxLength: 2 },
    ),
    institutions: some(institutionKeys, 4),
    conferences: some(conferenceKeys, 2),
    topics: some(topicKeys, 2),
    authors: some(authorKeys, 2).chain((keys) =>
      fc.tuple(...keys.map((each) => fc.record({ key: fc.constant(each), institutions: some(institutionKeys, 2) }))),
    ),
    links: some(linkKindsUsed),
    pages: some(pagePaths),
  });

export const smallGraph: fc.Arbitrary<SmallGraph> = fc.record({
  institutions,
  conferences,
  topics,
  authors,
  pages: fc.constant(pagePaths),
  papers: fc.subarray(paperKeys, { minLength: 3 }).chain((keys) => fc.tuple(...keys.map(paper))),
});
