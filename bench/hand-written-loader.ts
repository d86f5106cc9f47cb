import { textOf } from '../src/import/data-set-files.ts';
import type { Engine } from '../src/store/engine.ts';
import type { Value } from '../src/store/values.ts';

/** What an engineer in a hurry writes to get such a file into a graph: nodes merged by id, relationships created, in batches. */

interface Work {
  readonly id: string;
  readonly title: string;
  readonly publication_year: number;
  readonly cited_by_count: number;
  readonly primary_location: { readonly source: Named };
  readonly authorships: readonly { readonly author: Named; readonly institutions: readonly Named[] }[];
  readonly institutions?: readonly Named[];
  readonly topics: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly display_name: string;
  readonly country_code?: string;
}

type Row = { readonly [name: string]: Value };

const batchCounts = { embedded: 1_000, neo4j: 10_000 } as const;

const labels = ['Paper', 'Institution', 'Conference', 'Topic', 'Author'];

const statements = {
  papers: `UNWIND $rows AS row MERGE (node:Paper {key: row.key})
    SET node.title = row.title, node.year = row.year, node.citedByCount = row.citedByCount, node.titleLower = row.titleLower, node.sortKey = row.sortKey`,
  institutions:
    'UNWIND $rows AS row MERGE (node:Institution {key: row.key}) SET node.name = row.name, node.countryCode = row.countryCode',
  conferences: 'UNWIND $rows AS row MERGE (node:Conference {key: row.key}) SET node.name = row.name',
  topics: 'UNWIND $rows AS row MERGE (node:Topic {key: row.key}) SET node.name = row.name',
  authors: 'UNWIND $rows AS row MERGE (node:Author {key: row.key}) SET node.name = row.name',
  affiliated: link('(paper)-[:AFFILIATED_WITH]->(other)', 'Institution'),
  published: link('(paper)-[:PUBLISHED_IN]->(other)', 'Conference'),
  topical: link('(paper)-[:HAS_TOPIC]->(other)', 'Topic'),
  authored: `UNWIND $rows AS row MATCH (paper:Paper {key: row.paper}) MATCH (other:Author {key: row.other})
    CREATE (other)-[authored:AUTHORED]->(paper) SET authored.position = row.position`,
} as const;

type Part = keyof typeof statements;

function link(pattern: string, label: string): string {
  return `UNWIND $rows AS row MATCH (paper:Paper {key: row.paper}) MATCH (other:${label} {key: row.other}) CREATE ${pattern}`;
}

/** Loads a file of works, line by line. */
export async function loadByHand(engine: Engine, file: string): Promise<void> {
  for (const label of labels) {
    const text =
      engine.name === 'embedded'
        ? `CREATE INDEX ${label.toLowerCase()}_key IF NOT EXISTS FOR (node:${label}) ON (node.key)`
        : `CREATE CONSTRAINT ${label.toLowerCase()}_key IF NOT EXISTS FOR (node:${label}) REQUIRE node.key IS UNIQUE`;
    const statement = { name: 'index', text, parameters: {} };
    await (engine.name === 'embedded'
      ? engine.read(statement)
      : engine.write((transaction) => transaction.run(statement)));
  }
  let works: Work[] = [];
  let rest = '';
  for await (const text of textOf(file)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') works.push(JSON.parse(line) as Work);
    if (works.length < batchCounts[engine.name]) continue;
    await write(engine, works);
    works = [];
  }
  if (rest.trim() !== '') works.push(JSON.parse(rest) as Work);
  await write(engine, works);
}

async function write(engine: Engine, works: readonly Work[]): Promise<void> {
  const rows = rowsOf(works);
  await engine.write(async (transaction) => {
    for (const [part, some] of Object.entries(rows) as [Part, readonly Row[]][]) {
      await transaction.run({ name: part, text: statements[part], parameters: { rows: some } });
    }
  });
}

function rowsOf(works: readonly Work[]): Readonly<Record<Part, readonly Row[]>> {
  const named = (things: readonly Named[]) =>
    [...new Map(things.map((each) => [each.id, each])).values()].map(({ id, display_name, country_code }) => ({
      key: id,
      name: display_name,
      countryCode: country_code ?? null,
    }));
  const institutionsOf = (work: Work) => [
    ...new Map(
      [...work.authorships.flatMap(({ institutions }) => institutions), ...(work.institutions ?? [])].map((each) => [
        each.id,
        each,
      ]),
    ).values(),
  ];
  const linked = (othersOf: (work: Work) => readonly Named[]) =>
    works.flatMap((work) => othersOf(work).map(({ id }) => ({ paper: work.id, other: id })));
  return {
    papers: works.map(({ id, title, publication_year: year, cited_by_count: citedByCount }) => ({
      key: id,
      title,
      year,
      citedByCount,
      titleLower: title.toLowerCase(),
      sortKey: `${9999 - year}|${id}`,
    })),
    institutions: named(works.flatMap(institutionsOf)),
    conferences: named(works.map((work) => work.primary_location.source)),
    topics: named(works.flatMap(({ topics }) => topics)),
    authors: named(works.flatMap(({ authorships }) => authorships.map(({ author }) => author))),
    affiliated: linked(institutionsOf),
    published: linked((work) => [work.primary_location.source]),
    topical: linked(({ topics }) => topics),
    authored: works.flatMap((work) =>
      work.authorships.map(({ author }, position) => ({ paper: work.id, other: author.id, position })),
    ),
  };
}
