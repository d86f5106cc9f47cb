import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLObjectType, getNamedType, isLeafType, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask, operation } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { importWorks, type SaidWork } from '../support/openalex-records.ts';
import { folderOf, tablePage } from '../support/pages.ts';

const operations = readdirSync(join(import.meta.dirname, '..', '..', 'schema', 'operations'))
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace('.graphql', ''));

/** The store statements behind each named operation. A new one is a slower one: change a line here on purpose. */
const statements: Readonly<Record<string, readonly string[]>> = {
  'affiliation-sources': ['graph/keys-of-names', 'paper/all + paper/affiliations + paper/affiliation-sources'],
  'collaborations-about': [
    'network/collaborations-rolled-up',
    'network/collaborations-rolled-up + aggregate/shared-papers',
    'network/collaborations-rolled-up + network/collaboration-institutions + network/evidence',
    'paper/all + aggregate/coverage',
  ],
  'collaborations-between': [
    'network/collaborations-between-rolled-up',
    'network/collaborations-between-rolled-up + network/collaboration-institutions + network/evidence-topics + network/evidence',
    'paper/all + aggregate/coverage',
  ],
  'conference-institutions': ['conference/all + conference/papers + paper/affiliations-rolled-up'],
  'conference-through-time': [
    'conference/by-name + conference/papers + conference/papers + conference/papers + aggregate/cited-by-count + conference/turnover + ' +
      'conference/newcomers + conference/newcomers + conference/leavers + conference/leavers',
    'conference/papers + facet/institutions-rolled-up',
    'conference/papers + facet/years + facet/topics + facet/years + facet/topics',
  ],
  'facets-about': [
    'paper/all',
    'paper/all + aggregate/cited-by-count',
    'paper/all + aggregate/coverage',
    'paper/all + facet/authors',
    'paper/all + facet/conferences',
    'paper/all + facet/countries-rolled-up',
    'paper/all + facet/topics',
    'paper/all + facet/years',
  ],
  'full-text': ['paper/all + paper/listings + listing/page'],
  'institution-and-units': [
    'institution/by-name + institution/parents + institution/units + institution/papers + paper/affiliations + ' +
      'institution/papers + institution/papers-rolled-up + institution/collaborators-rolled-up + institution/collaborators-rolled-up',
  ],
  'institution-and-peers': [
    'institution/all + institution/papers-rolled-up + institution/papers-rolled-up + aggregate/cited-by-count + ' +
      'institution/collaborators-rolled-up + institution/collaborators-rolled-up',
    'institution/papers-rolled-up + facet/topics',
    'institution/papers-rolled-up + facet/years',
  ],
  'kinds-of-collaboration': [
    'institution/by-name + institution/papers-rolled-up',
    'institution/papers-rolled-up + facet/collaboration-kinds-rolled-up',
    'institution/papers-rolled-up + facet/years',
    'institution/papers-rolled-up + facet/years + facet/collaboration-kinds-rolled-up + facet/years + facet/collaboration-kinds-rolled-up',
  ],
  'papers-and-headings': ['paper/all', 'paper/all + paper/topics'],
  'all-papers': ['paper/all', 'paper/all'],
  'co-authors': ['network/co-authorships', 'network/co-authorships + network/co-authorship-authors'],
  'conference-leaders': [
    'graph/keys-of-names',
    'network/collaborations-rolled-up',
    'network/collaborations-rolled-up + aggregate/shared-papers',
    'network/collaborations-rolled-up + network/collaboration-institutions',
    'paper/all',
    'paper/all + aggregate/coverage',
    'paper/all + facet/institutions-rolled-up',
  ],
  'countries-together': [
    'graph/keys-of-names',
    'network/collaborations-between-rolled-up',
    'network/collaborations-between-rolled-up + aggregate/shared-papers',
    'network/collaborations-between-rolled-up + network/collaboration-institutions',
    'paper/all',
    'paper/all + facet/years',
  ],
  'institution-collaborators': [
    'institution/by-name + institution/collaborators-rolled-up + network/evidence-topics + institution/collaborators-rolled-up + institution/papers-rolled-up + aggregate/coverage',
  ],
  'institution-papers': [
    'institution/by-name + institution/papers-rolled-up + institution/papers-rolled-up + aggregate/cited-by-count',
    'institution/papers-rolled-up + facet/topics',
    'institution/papers-rolled-up + facet/years',
  ],
  'institutions-new-to-a-subject': [
    'institution/by-fitting-papers',
    'institution/by-fitting-papers + institution/papers + institution/papers',
  ],
  'most-cited': ['paper/all', 'paper/all + aggregate/cited-by-count', 'paper/all + paper/conference'],
  'papers-across-countries': [
    'paper/all',
    'paper/all',
    'paper/all + aggregate/coverage',
    'paper/all + facet/years',
    'paper/all + paper/affiliations',
  ],
  'papers-behind-links': [
    'network/collaborations-between-rolled-up',
    'network/collaborations-between-rolled-up + aggregate/shared-papers',
    'network/collaborations-between-rolled-up + network/collaboration-institutions + network/evidence + paper/authorships',
  ],
  'papers-together': [
    'graph/keys-of-names',
    'paper/all',
    'paper/all + facet/years',
    'paper/all + paper/conference + paper/authorships + authorship/institutions',
  ],
  'partners-and-their-partners': [
    'graph/keys-of-names',
    `institution/by-name + ${Array(6).fill('institution/collaborators-rolled-up').join(' + ')}`,
    'network/collaborations-between-rolled-up',
    'network/collaborations-between-rolled-up + network/collaboration-institutions',
  ],
  'units-and-total': [
    'graph/keys-of-names',
    'institution/by-name + institution/papers-rolled-up + institution/papers + institution/units + institution/papers-rolled-up + paper/affiliations + institution/papers-rolled-up',
    'institution/papers-rolled-up',
  ],
  'what-is-missing': [
    'paper/all',
    'paper/all',
    'paper/all',
    'paper/all',
    'paper/all + aggregate/coverage',
    'problem/all',
    'problem/all',
  ],
  'papers-with-links': ['paper/all + paper/links + paper/link-sources'],
  problems: ['problem/all', 'problem/all'],
  // The second is the count, and the papers of the page and their remarks are read only where the search found some.
  search: ['search/papers', 'search/papers'],
  // Papers like one are looked for only where it is there.
  'similar-papers': ['paper/by-key'],
  'series-and-years': ['conference/all + conference/editions + edition/co-located + edition/listings + listing/page'],
  stats: ['graph/state', 'graph/stats', 'source/all + source/pages'],
  suggest: ['suggest/authors', 'suggest/conferences', 'suggest/institutions', 'suggest/papers', 'suggest/topics'],
  'where-topics-meet': [
    'graph/keys-of-names',
    'network/collaborations-rolled-up',
    'network/collaborations-rolled-up + network/collaboration-institutions',
    'paper/all',
    'paper/all',
    'paper/all + facet/institutions-rolled-up',
  ],
  'where-and-when': ['paper/all + paper/conference + paper/edition + paper/listings'],
};

test('every named operation is valid, and its statements are written down here', () => {
  for (const name of operations) expect(validate(schema, parse(operation(name)))).toEqual([]);
  expect(Object.keys(statements).sort()).toEqual([...operations].sort());
});

/** What fields that ask for arguments are given. */
const required: Readonly<Record<string, string>> = {
  facet: '(by: INSTITUTION)',
  cross: '(rows: YEAR, columns: COLLABORATION_KIND)',
  share: '(of: { topic: { any: ["Made up"] } })',
};

/** Every relation field of the schema, as a query that reaches it from a list. */
const relationQueries = Object.entries({
  Paper: 'papers(first: 100) { nodes { @ } }',
  Institution: 'institutions(first: 100) { nodes { @ } }',
  Conference: 'conferences(first: 100) { nodes { @ } }',
  Turnover: 'conferences(first: 100) { nodes { turnover { @ } } }',
  Edition: 'conferences(first: 100) { nodes { editions { @ } } }',
  Topic: 'topics(first: 100) { nodes { @ } }',
  Source: 'sources { @ }',
  Page: 'pages(first: 100) { nodes { @ } }',
  Listing: 'pages(first: 100) { nodes { listings(first: 100) { nodes { @ } } } }',
  CoAuthorship: 'coAuthorships(first: 100) { nodes { @ } }',
  CoAuthor: 'authors(first: 100) { nodes { coAuthors(first: 100) { edges { node { @ } } } } }',
  Author: 'authors(first: 100) { nodes { @ } }',
  Authorship: 'papers(first: 100) { nodes { authorships { @ } } }',
  Affiliation: 'papers(first: 100) { nodes { affiliations { @ } } }',
  PaperLink: 'papers(first: 100) { nodes { links { @ } } }',
  Collaboration: 'collaborations(first: 100) { nodes { @ } }',
  Collaborator: 'institutions(first: 100) { nodes { collaborators(first: 100) { edges { node { @ } } } } }',
}).flatMap(([type, path]) =>
  relationFieldsOf(type).map((field) => [`${type}.${field.name}`, `{ ${path.replace('@', field.text)} }`] as const),
);

function relationFieldsOf(name: string): { name: string; text: string }[] {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLObjectType)) throw new Error(`The schema has no type ${name}.`);
  return Object.values(type.getFields())
    .filter(({ extensions }) => 'relation' in extensions)
    .map((field) => ({
      name: field.name,
      text: `key: __typename ${field.name} { ${selectionOf(getNamedType(field.type), 3)} }`,
    }));
}

/** Everything that a type shows, a few steps deep. */
function selectionOf(type: unknown, depth: number): string {
  if (!(type instanceof GraphQLObjectType)) return '__typename';
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    const name = `${field.name}${required[field.name] ?? ''}`;
    if (isLeafType(inner)) return name;
    const isPart = !('relation' in field.extensions);
    return isPart && depth > 0 ? `${name} { ${selectionOf(inner, depth - 1)} }` : '';
  });
  return ['__typename', ...fields].join(' ');
}

const institutions = ['UMich', 'Meta', 'Meta AI', 'Google', 'Intel', 'Cornell', 'Alibaba', 'A Small College'];

function rows(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `**System${index}**`,
    venue: index % 3 === 0 ? `OSDI ${2000 + (index % 24)}` : `DLRS ${2000 + (index % 24)}`,
    institutions: `<ul><li>${institutions[index % 8]}</li><li>${institutions[(index * 3 + 1) % 8]}</li>${index % 10 === 0 ? '<li>Many others</li>' : ''}</ul>`,
    links: `<a href="https://example.org/papers/${index}">Paper</a>`,
    remarks: index % 2 === 0 ? 'About embedding, deployed' : 'Plain',
  }));
}

const works: readonly SaidWork[] = [
  {
    id: 'W1',
    title: 'What the authors of this paper found out',
    authors: [
      { name: 'Ada Byron', institutions: [{ id: 'I1', name: 'University of Michigan', country: 'US' }] },
      { name: 'Grace Murray', institutions: [{ id: 'I2', name: 'Institute of Nowhere' }] },
    ],
    references: ['W2'],
    topics: ['caching'],
    citedByCount: 3,
  },
  { id: 'W2', title: 'What the authors of that paper found out', authors: [{ name: 'Ada Byron' }] },
];

const calendar = `# Calendar

| Conference | When | Where | Remarks |
| --- | --- | --- | --- |
| OSDI 2000 | Jul 10-12, 2000 | Hill Valley | Co-located with DLRS 2000 |
| ISPA/OSDI 2003 | TBD | Virtual | |
`;
const series = `- title: OSDI
  description: USENIX Symposium on Operating Systems Design and Implementation
  rank: { ccf: A }
  confs:
    - { year: 2003, date: 'May 1-2, 2003', place: Hill Valley, link: 'https://example.org' }
`;

describe.each(engineNames)('statements on %s', (engine) => {
  let small: GraphStore;
  beforeAll(async () => {
    small = await emptyStore(engine);
    await importSource(small, await pageFolder(5), { sourceKey: 'made' });
    await importWorks(small, works);
  });
  afterAll(() => small.close());

  test.each(operations)('%s sends its statements', async (name) => {
    const { errors, asked } = await ask(small, operation(name));
    expect(errors).toBeUndefined();
    expect(asked).toEqual([...(statements[name] ?? [])].sort());
  });

  test.each(relationQueries)('%s gives the same rows inlined and batched', async (_, query) => {
    const inlined = await ask(small, query);
    const batched = await ask(small, query, {}, { isInlined: false });
    expect(inlined.errors).toBeUndefined();
    expect(batched.data).toEqual(inlined.data);
  });

  test('a facet costs one statement for each place that it is asked at, and none where it is not', async () => {
    const without = await ask(small, '{ institutions(first: 100) { nodes { papers(first: 0) { totalCount } } } }');
    const of = (facets: string) =>
      ask(small, `{ institutions(first: 100) { nodes { papers(first: 0) { totalCount ${facets} } } } }`);
    const one = await of('facet(by: YEAR) { key paperCount }');
    const several = await of(
      'facet(by: YEAR) { key paperCount share(of: {hasLink: [CODE]}) } topics: facet(by: TOPIC) { name } cross(rows: TYPE, columns: YEAR) { row }',
    );
    expect(several.errors).toBeUndefined();
    expect(without.asked).toHaveLength(1);
    expect(one.asked).toHaveLength(2);
    expect(several.asked).toHaveLength(4);
  });

  test('the number of statements is the same for 5 papers as for 500, inlined and batched', async () => {
    const query = `{ papers(first: 100) { totalCount coverage { paperCount } nodes { title
      affiliations(rollUpUnits: true) { institution { name units { name } } sources { line } }
      topics { totalCount nodes { name broader { name } } } listings { page { source { key } } } } } }`;
    const few = await ask(small, query);
    const fewBatched = await ask(small, query, {}, { isInlined: false });
    await importSource(small, await pageFolder(500), { sourceKey: 'made' });
    const many = await ask(small, query);
    const manyBatched = await ask(small, query, {}, { isInlined: false });
    expect(many.errors).toBeUndefined();
    expect(many.data).toMatchObject({ papers: { totalCount: 502 } });
    expect(many.asked).toEqual(few.asked);
    expect(many.asked).toHaveLength(3);
    expect(manyBatched.asked).toEqual(fewBatched.asked);
    expect(manyBatched.data).toEqual(many.data);
  });
});

async function pageFolder(count: number): Promise<string> {
  return folderOf({ 'list.md': tablePage('Made up', rows(count)), 'calendar.md': calendar, 'series.yml': series });
}
