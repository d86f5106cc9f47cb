import fc from 'fast-check';
import type { Engine } from '../../src/store/engine.ts';
import { nameOrderKeys, orderKeys } from '../../src/store/stored-text.ts';

/** Small graphs for tests of counts: papers drawn at random between a few fixed institutions, series, topics and authors. */

export interface CountedInstitution {
  readonly key: string;
  readonly country: string | null;
  readonly kind: string | null;
  /** Index of the institution that it is a unit of. */
  readonly unitOf: number | null;
}

/** Units two steps deep, one in another country than its parent; countries that are not known. */
export const institutions: readonly CountedInstitution[] = [
  { key: 'alpha', country: 'US', kind: 'COMPANY', unitOf: null },
  { key: 'alpha-labs', country: 'GB', kind: 'FACILITY', unitOf: 0 },
  { key: 'alpha-labs-vision', country: null, kind: null, unitOf: 1 },
  { key: 'beta', country: 'CN', kind: 'EDUCATION', unitOf: null },
  { key: 'gamma', country: 'US', kind: 'EDUCATION', unitOf: null },
  { key: 'delta', country: null, kind: null, unitOf: null },
];
export const conferences = [
  { key: 'osdi', acronym: 'OSDI', kind: 'CONFERENCE' },
  { key: 'tods', acronym: 'TODS', kind: 'JOURNAL' },
  { key: 'arxiv', acronym: 'arXiv', kind: 'PREPRINT_SERVER' },
] as const;
/** The second is narrower than the first. */
export const topics = ['list/systems', 'list/systems/storage', 'list/vision'] as const;
export const authors = ['ada', 'grace', 'barbara'] as const;

export interface CountedPaper {
  readonly key: string;
  readonly year: number | null;
  readonly type: string;
  readonly citedByCount: number | null;
  readonly awards: readonly string[];
  readonly linkKinds: readonly string[];
  readonly affiliationsIncomplete: boolean;
  /** Indices. */
  readonly institutions: readonly number[];
  readonly conferences: readonly number[];
  readonly topics: readonly number[];
  readonly authors: readonly number[];
}

const some = (count: number, maxLength: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength });

const paper = fc.record({
  year: fc.option(fc.constantFrom(1998, 1999, 2003, 2004, 2011), { freq: 6 }),
  type: fc.constantFrom('ARTICLE', 'PREPRINT', 'OTHER'),
  citedByCount: fc.option(fc.integer({ min: 0, max: 50 })),
  awards: fc.subarray(['Best Paper', 'Test of Time']),
  linkKinds: fc.array(fc.constantFrom('CODE', 'PDF'), { maxLength: 3 }),
  affiliationsIncomplete: fc.boolean(),
  institutions: some(institutions.length, 4),
  conferences: some(conferences.length, 2),
  topics: some(topics.length, 2),
  authors: some(authors.length, 3),
});

export const drawnPapers: fc.Arbitrary<readonly CountedPaper[]> = fc
  .array(paper, { minLength: 1, maxLength: 9 })
  .map((papers) => papers.map((each, index) => ({ key: `p${index}`, ...each })));

/** Writes everything but papers; once. */
export async function writeSurroundings(engine: Engine): Promise<void> {
  await write(engine, 'UNWIND $rows AS row CREATE (node:Institution) SET node = row', [
    ...institutions.map(({ key, kind, country }) => ({
      key,
      name: key,
      kind,
      countryCode: country,
      aliases: [],
      namesFolded: ` ${key} `,
      ...nameOrderKeys({ key, name: key }),
    })),
  ]);
  await write(
    engine,
    `UNWIND $rows AS row MATCH (unit:Institution {key: row.from}) MATCH (parent:Institution {key: row.to}) CREATE (unit)-[:PART_OF {kind: 'unit'}]->(parent)`,
    institutions.flatMap(({ key, unitOf }) => (unitOf === null ? [] : [{ from: key, to: keyAt(unitOf) }])),
  );
  await write(
    engine,
    'UNWIND $rows AS row MATCH (unit:Institution {key: row.from}) MATCH (parent:Institution {key: row.to}) CREATE (unit)-[:COUNTS_UNDER]->(parent)',
    institutions.map(({ key }, index) => ({ from: key, to: keyAt(rootOf(index)) })),
  );
  await write(
    engine,
    'UNWIND $rows AS row CREATE (node:Conference) SET node = row',
    conferences.map((each) => ({ ...each, aliases: [], ...nameOrderKeys({ key: each.key, name: each.acronym }) })),
  );
  await write(
    engine,
    'UNWIND $rows AS row CREATE (node:Topic) SET node = row',
    topics.map((key) => ({ key, name: key, path: [key], nameFolded: key, ...nameOrderKeys({ key, name: key }) })),
  );
  await write(
    engine,
    'UNWIND $rows AS row MATCH (narrow:Topic {key: row.from}) MATCH (broad:Topic {key: row.to}) CREATE (narrow)-[:BROADER]->(broad)',
    [{ from: topics[1], to: topics[0] }],
  );
  await write(
    engine,
    'UNWIND $rows AS row CREATE (node:Author) SET node = row',
    authors.map((key) => ({ key, name: key })),
  );
  await write(
    engine,
    'UNWIND $rows AS row CREATE (node:Link) SET node = row',
    [0, 1, 2].map((place) => ({ key: `link${place}`, url: `https://example.org/${place}` })),
  );
}

/** Writes papers in the place of those before. */
export async function writePapers(engine: Engine, papers: readonly CountedPaper[]): Promise<void> {
  await write(engine, 'UNWIND $rows AS row MATCH (paper:Paper {key: row.key}) DETACH DELETE paper', [
    ...Array.from({ length: 9 }, (_, index) => ({ key: `p${index}` })),
  ]);
  await write(
    engine,
    'UNWIND $rows AS row CREATE (node:Paper) SET node = row',
    papers.map(({ key, year, type, citedByCount, awards, affiliationsIncomplete }) => ({
      key,
      title: key,
      year,
      type,
      citedByCount,
      awards,
      affiliationsIncomplete,
      ...orderKeys({ key, year, title: key, citedByCount }),
    })),
  );
  const relationships = [
    ['institutions', 'Institution', '(paper)-[:AFFILIATED_WITH {position: row.place, statedAs: []}]->(other)'],
    ['conferences', 'Conference', '(paper)-[:PUBLISHED_IN {position: row.place}]->(other)'],
    ['topics', 'Topic', '(paper)-[:HAS_TOPIC]->(other)'],
    ['authors', 'Author', '(other)-[:AUTHORED {position: row.place}]->(paper)'],
  ] as const;
  const keys = {
    institutions: institutions.map(({ key }) => key),
    conferences: conferences.map(({ key }) => key),
    topics,
    authors,
  };
  for (const [name, label, pattern] of relationships) {
    await write(
      engine,
      `UNWIND $rows AS row MATCH (paper:Paper {key: row.paper}) MATCH (other:${label} {key: row.other}) CREATE ${pattern}`,
      papers.flatMap((each) =>
        each[name].map((index, place) => ({ paper: each.key, other: keys[name][index] ?? '', place })),
      ),
    );
  }
  await write(
    engine,
    'UNWIND $rows AS row MATCH (paper:Paper {key: row.paper}) MATCH (link:Link {key: row.link}) CREATE (paper)-[:HAS_LINK {kind: row.kind, position: 0}]->(link)',
    papers.flatMap(({ key, linkKinds }) =>
      linkKinds.map((kind, place) => ({ paper: key, link: `link${place}`, kind })),
    ),
  );
}

/** The index of the institution that one counts under. */
export function rootOf(index: number): number {
  const above = institutions[index]?.unitOf ?? null;
  return above === null ? index : rootOf(above);
}

export function keyAt(index: number): string {
  return institutions[index]?.key ?? '';
}

type Rows = Parameters<Parameters<Parameters<Engine['write']>[0]>[0]['run']>[0]['parameters'][string];

async function write(engine: Engine, text: string, rows: Rows): Promise<void> {
  await engine.write((transaction) => transaction.run({ name: 'test', text, parameters: { rows } }));
}
