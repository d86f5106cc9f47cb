import { readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questions } from '../../bench/question-statements.ts';
import { encodeCursor } from '../../src/graphql/cursor.ts';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { Statement } from '../../src/store/engine.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { type Counted, expectSameCounts } from '../support/counted.ts';
import { engineNames } from '../support/engines.ts';
import { hitsOf, stepsBehind } from '../support/neo4j-plan.ts';
import { describedGraph, importedAsUsual, importedInBulk, ordinaryGraph } from '../support/real-papers-graph.ts';
import { sharedPath } from '../support/shared.ts';
import { type DescribedInstitution, testQuestions } from './real-questions.ts';

/**
 * 268,491 real papers, taken in once an engine, and asked what separate programs have worked out from the same file. Among
 * equal counts any order is right. Ours are the keys of nodes; the files name them by the last part of the file's ids.
 */
const file = sharedPath('data', 'papers', 'works-2007-2016.jsonl.gz');
const factsFile = sharedPath('data', 'papers', 'facts-2007-2016.json');
const answersFile = sharedPath('data', 'papers', 'answers-2007-2016.json');
const list = sharedPath('data', 'reading-list', 'rev-79bee4a8');

type Pairs = readonly (readonly [string, string, number])[];

const facts = read(factsFile);
const answers = read(answersFile);

// Of another program's answers nothing is known but what each test takes from them.
// biome-ignore lint/suspicious/noExplicitAny: see above
function read(path: string | null): any {
  return path === null ? {} : JSON.parse(readFileSync(path, 'utf8'));
}

/** "Caché" and "<u>c</u>ache": accents and tags are nothing to our reading, and the other program took them as they stand. */
const foldedAlone = ['mobisys-2011-14', 'date-2015-30'];

describe.skipIf(file === null).each(engineNames)('268,491 real papers on %s', (engine) => {
  let store: GraphStore;
  let bulk: Awaited<ReturnType<typeof importedInBulk>> | null = null;
  /** Keys of nodes by the last part of the ids of the file, of institutions and of conferences. */
  let keys: { readonly institution: ReadonlyMap<string, string>; readonly conference: ReadonlyMap<string, string> };

  // The embedded graph is made by the ordinary import, Neo4j's by way of the files for its tool: so both ways are seen, and each once.
  beforeAll(async () => {
    if (engine === 'neo4j') bulk = await importedInBulk(file ?? '');
    store = bulk?.store ?? (await importedAsUsual(file ?? '')).store;
    keys = { institution: await keysOf('Institution'), conference: await keysOf('Conference') };
  }, 1_200_000);
  afterAll(async () => {
    await store.close();
    await bulk?.server.stop();
  }, 600_000);

  async function keysOf(label: 'Institution' | 'Conference'): Promise<ReadonlyMap<string, string>> {
    const rows = await store.read({
      name: 'keys of ids',
      text: `MATCH (node:${label})<-[:IDENTIFIES]-(identifier:Identifier) WHERE identifier.statedAs IS NOT NULL RETURN identifier.key AS id, node.key AS key`,
      parameters: {},
    });
    return new Map(rows.map(({ id, key }) => [String(id).slice(String(id).lastIndexOf('/') + 1), String(key)]));
  }

  async function describedInstitutions(): Promise<ReadonlyMap<string, DescribedInstitution>> {
    const rows = await store.read({
      name: 'institutions',
      text: 'MATCH (institution:Institution)-[:COUNTS_UNDER]->(top:Institution) RETURN institution.key AS key, institution.kind AS kind, institution.countryCode AS country, collect(top.key) AS tops',
      parameters: {},
    });
    const stated = (value: unknown) => (typeof value === 'string' ? value : null);
    return new Map(
      rows.map(({ key, kind, country, tops }) => [
        String(key),
        { kind: stated(kind), country: stated(country), countsUnder: Array.isArray(tops) ? tops.map(String) : [] },
      ]),
    );
  }

  function keyOf(kind: 'institution' | 'conference', id: string): string {
    const key = keys[kind].get(id.slice(id.lastIndexOf('/') + 1));
    if (key === undefined) throw new Error(`The graph knows no ${kind} of the id ${id}.`);
    return key;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the shape follows from the query beside it
  async function asked(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await ask(store, query, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  async function facet(by: string, papers: object, limit: number): Promise<Counted> {
    const { papers: found } = await asked(
      `query ($papers: PaperFilter, $limit: Int!) { papers(filter: $papers, first: 0) { facet(by: ${by}, limit: $limit, rollUpUnits: false) { key paperCount } } }`,
      { papers, limit },
    );
    return found.facet.map(({ key, paperCount }: { key: string; paperCount: number }) => [key, paperCount]);
  }

  async function pairs(
    papers: object,
    first: number,
  ): Promise<{ totalCount: number; sharedPaperCount: number; found: Pairs }> {
    const { collaborations } = await asked(
      `query ($papers: PaperFilter, $first: Int!) { collaborations(papers: $papers, rollUpUnits: false, first: $first) {
        totalCount sharedPaperCount nodes { institutions { key } sharedPaperCount } } }`,
      { papers, first },
    );
    return {
      ...collaborations,
      found: collaborations.nodes.map(
        ({ institutions, sharedPaperCount }: { institutions: { key: string }[]; sharedPaperCount: number }) => [
          ...institutions.map(({ key }) => key),
          sharedPaperCount,
        ],
      ),
    };
  }

  const institutionCounts = (stated: Counted): Counted =>
    stated.map(([id, n]) => [keyOf('institution', String(id)), n]);
  const conferenceCounts = (stated: Counted): Counted => stated.map(([id, n]) => [keyOf('conference', String(id)), n]);
  const pairCounts = (stated: Pairs): Counted =>
    stated.map(([a, b, n]) => [pairName(keyOf('institution', a), keyOf('institution', b)), n]);
  const foundPairs = (found: Pairs): Counted => found.map(([a, b, n]) => [pairName(a, b), n]);

  test.runIf(engine === 'neo4j')(
    "files for Neo4j's bulk import make the graph that the ordinary import makes, node by node",
    async () => {
      const { counts, samples } = await ordinaryGraph(file ?? '');
      const inBulk = await describedGraph(store);
      expect(inBulk.counts).toEqual(counts);
      for (const [place, [label, nodes]] of samples.entries()) {
        expect(nodes.length).toBeGreaterThan(0);
        expect(inBulk.samples[place]).toEqual([label, nodes]);
      }
    },
    600_000,
  );

  test('papers, institutions and affiliations are as many as the file has', async () => {
    const [row] = await store.read({
      name: 'totals',
      text: 'MATCH (:Paper)-[affiliated:AFFILIATED_WITH]->(institution:Institution) RETURN count(affiliated) AS affiliations, count(DISTINCT institution) AS institutions',
      parameters: {},
    });
    expect(row).toEqual({ affiliations: facts.totals.paper_institution, institutions: facts.totals.institutions });
    const { stats } = await asked('{ stats { paperCount coverage { withInstitutionsCount } } }');
    expect(stats).toEqual({
      paperCount: facts.totals.papers,
      coverage: { withInstitutionsCount: facts.all.with_institution },
    });
    expect(keys.conference.size).toBe(facts.totals.venues);
  });

  test('every pair of institutions with shared papers', async () => {
    const { totalCount, sharedPaperCount, found } = await pairs({}, 20);
    expect({ totalCount, sharedPaperCount }).toEqual({
      totalCount: facts.all.distinct_pairs,
      sharedPaperCount: facts.all.with_two,
    });
    expectSameCounts(foundPairs(found), pairCounts(facts.all.top_pairs));
  }, 300_000);

  test.each(['embedding', 'recommend', 'cache', 'graph', 'disaggregat'])(
    'papers with "%s" in the title: their pairs, institutions, conferences and years',
    async (word) => {
      const about = facts.title[word];
      const papers = { titleContains: word, not: { key: foldedAlone } };
      const { totalCount, sharedPaperCount, found } = await pairs(papers, about.top_pairs.length);
      expect({ totalCount, sharedPaperCount }).toEqual({
        totalCount: about.distinct_pairs,
        sharedPaperCount: about.with_two,
      });
      expectSameCounts(foundPairs(found), pairCounts(about.top_pairs));
      expectSameCounts(
        await facet('INSTITUTION', papers, about.top_institutions.length),
        institutionCounts(about.top_institutions),
      );
      expectSameCounts(await facet('CONFERENCE', papers, about.top_venues.length), conferenceCounts(about.top_venues));
      const years = (await facet('YEAR', papers, 100)).filter(([, count]) => count > 0);
      expect(years).toEqual(about.by_year.map(([year, count]: [number, number]) => [String(year), count]));
    },
    120_000,
  );

  // All pairs of authors with the papers of each are more than a Neo4j of 2 GB holds in one statement.
  test.runIf(engine === 'embedded')(
    'the authors who write together most',
    async () => {
      const expected: Pairs = answers['author pairs'];
      const { coAuthorships } = await asked(
        `query ($first: Int!) { coAuthorships(first: $first) { nodes { authors { key } sharedPaperCount } } }`,
        { first: expected.length },
      );
      const found = coAuthorships.nodes.map(
        ({ authors, sharedPaperCount }: { authors: { key: string }[]; sharedPaperCount: number }) => [
          pairName(authors[0]?.key ?? '', authors[1]?.key ?? ''),
          sharedPaperCount,
        ],
      );
      expectSameCounts(
        found,
        expected.map(([a, b, count]) => [pairName(a, b), count]),
      );
    },
    600_000,
  );

  testQuestions({ file: file ?? '', answers, asked, keyOf, institutions: describedInstitutions, foldedAlone });

  test('papers by year descending and id ascending, from the first to the last', async () => {
    const places = answers['papers by year descending, id ascending: the 1st, 1,001st, 50,001st, last id'];
    const query = `query ($after: String, $last: Int, $first: Int) { papers(first: $first, last: $last, after: $after) { nodes { key } pageInfo { endCursor } } }`;
    let after: string | null = null;
    const found: string[] = [];
    // The embedded engine takes no order from an index, so there the walk is shorter.
    const pageCount = engine === 'neo4j' ? 501 : 11;
    for (let page = 0; page < pageCount; page += 1) {
      const { papers } = await asked(query, { first: 100, after });
      if (page === 0 || page === 10 || page === 500) found.push(papers.nodes[0].key);
      after = papers.pageInfo.endCursor;
    }
    const { papers } = await asked(query, { last: 1 });
    found.push(papers.nodes[0].key);
    expect(found).toEqual(engine === 'neo4j' ? places : [places[0], places[1], places[3]]);
  }, 300_000);

  test.runIf(engine === 'neo4j').each(questions.filter(({ engines }) => engines === undefined))(
    'on Neo4j question $name starts at an index and looks at what it must',
    async ({ asked: source, touched }) => {
      const { driver, database } = neo4jDriver();
      try {
        const { after } = await placesOf('{ by: YEAR, direction: DESC }', {
          name: 'yearDescending',
          skipCount: 50_000,
        });
        const steps = await stepsOf({ driver, database }, source, { after });
        const operators = steps.map(({ operatorType }) => operatorType);
        expect(operators.filter((name) => /LabelScan|AllNodes|TypeScan|CartesianProduct/.test(name))).toEqual([]);
        expect(operators.some((name) => /Index/.test(name))).toBe(true);
        const [row] = await store.read({ name: 'rows to touch', text: touched.text, parameters: {} });
        expect(hitsOf(steps)).toBeLessThan(touched.hitsPerRow * Number(row?.rowCount));
      } finally {
        await driver.close();
      }
    },
    120_000,
  );

  test.runIf(engine === 'neo4j').each([
    ['{ by: YEAR, direction: DESC }', 'yearDescending', 'ASC'],
    ['{ by: YEAR, direction: ASC }', 'yearAscending', 'ASC'],
    ['{ by: TITLE, direction: ASC }', 'titleAscending', 'ASC'],
    ['{ by: TITLE, direction: DESC }', 'titleDescending', 'DESC'],
    ['{ by: CITED_BY_COUNT, direction: DESC }', 'citedByCountDescending', 'ASC'],
    ['{ by: CITED_BY_COUNT, direction: ASC }', 'citedByCountAscending', 'ASC'],
  ] as const)(
    'on Neo4j page 4,000 of papers ordered %s costs what page 1 does',
    async (order, name, direction) => {
      const { driver, database } = neo4jDriver();
      try {
        const { after, source } = await placesOf(order, { name, direction, skipCount: 3_999 * 50 - 1 });
        const first = hitsOf(await stepsOf({ driver, database }, source, { after: null }));
        const far = hitsOf(await stepsOf({ driver, database }, source, { after }));
        expect(first).toBeGreaterThan(0);
        expect(far).toBeLessThanOrEqual(1.5 * first);
      } finally {
        await driver.close();
      }
    },
    120_000,
  );

  // The file is not alone any more, so this comes last.
  test.skipIf(list === null)(
    'a list of 161 pages and the file have eight papers in common, and nothing of the list stays when it goes',
    async () => {
      const alone = await sizes();
      await importSource(store, list ?? '', { sourceKey: 'list' });
      const pages = await store.read({
        name: 'pages of the list',
        text: `MATCH (source:Source {key: 'list'})<-[:PAGE_OF]-(page:Page) RETURN count(page) AS count`,
        parameters: {},
      });
      expect(pages).toEqual([{ count: 161 }]);
      expect(
        (await knownToBoth()).map(({ title, ...rest }) => ({ title: String(title).slice(0, 24), ...rest })),
      ).toEqual(
        [
          ['Congestion Control for L', ['mellanox', 'microsoft', 'university-of-california-santa-barbara'], 'sigcomm'],
          ['Evaluating job packing i', ['google'], 'cluster'],
          ['Large-scale cluster mana', ['google'], 'eurosys'],
          ['Multi-Resource Packing f', ['microsoft'], 'sigcomm'],
          ['RDMA over Commodity Ethe', ['microsoft'], 'sigcomm'],
          ['TensorFlow: A System for', ['google', 'google-brain'], 'osdi'],
          ['Why Google stores billio', ['google'], 'cacm'],
          ['vDNN: Virtualized Deep N', ['nvidia'], 'micro'],
        ].map(([title, institutions, conference]) => ({ title, institutions, conferences: [conference] })),
      );
      await removeSource(store, 'list');
      expect(await sizes()).toEqual(alone);
    },
    600_000,
  );

  function neo4jDriver() {
    if (bulk === null) throw new Error('No Neo4j was started.');
    const { uri, username, password, database } = bulk.address;
    return { driver: neo4j.driver(uri, neo4j.auth.basic(username, password)), database };
  }

  async function stepsOf(
    { driver, database }: ReturnType<typeof neo4jDriver>,
    source: string,
    variables: Record<string, unknown>,
  ) {
    const statements: Statement[] = [];
    const observed = store.observed((statement) => statements.push(statement));
    const { errors } = await ask(observed, source, variables);
    expect(errors).toBeUndefined();
    return stepsBehind(driver, database, statements);
  }

  /** A page of an order, and the cursor of a paper far behind: that of the first, moved to where the stored key says. */
  async function placesOf(
    order: string,
    { name, direction = 'ASC', skipCount }: { name: string; direction?: 'ASC' | 'DESC'; skipCount: number },
  ) {
    const source = `query ($after: String) { papers(first: 50, after: $after, orderBy: ${order}) { nodes { key title year } pageInfo { endCursor } } }`;
    const { papers } = await asked(source);
    const [seal] = JSON.parse(Buffer.from(papers.pageInfo.endCursor, 'base64url').toString('utf8'));
    const [row] = await store.read({
      name: 'a place far behind',
      text: `MATCH (paper:Paper) WHERE paper.${name} > '' WITH paper.${name} AS place ORDER BY place ${direction} SKIP ${skipCount} LIMIT 1 RETURN place`,
      parameters: {},
    });
    return { source, after: encodeCursor(seal, [String(row?.place)]) };
  }

  /** Papers that the list and the file state, in the order of titles. "Introduction", a title in both, is none of them. */
  function knownToBoth() {
    return store.read({
      name: 'papers known to both',
      text: `MATCH (source:Source {key: 'list'})<-[:PAGE_OF]-(page:Page)
        MATCH (page)<-[:ON]-(listing:Listing)
        MATCH (listing)-[:OF]->(paper:Paper)
        WITH DISTINCT paper
        MATCH (paper)<-[:OF]-(record:Listing) WHERE record.sourceKey = 'papers'
        WITH DISTINCT paper
        CALL (paper) { MATCH (paper)-[:AFFILIATED_WITH]->(institution:Institution) WITH institution.key AS key ORDER BY key RETURN collect(key) AS institutions }
        CALL (paper) { MATCH (paper)-[:PUBLISHED_IN]->(conference:Conference) WITH conference.key AS key ORDER BY key RETURN collect(key) AS conferences }
        RETURN paper.title AS title, institutions, conferences ORDER BY title`,
      parameters: {},
    });
  }

  /** How many nodes of each label and relationships of each type there are, but for keys that papers once had. */
  async function sizes() {
    const nodes = await store.read({
      name: 'sizes of labels',
      text: `MATCH (node) WITH node, labels(node)[0] AS label WHERE label <> 'Identifier' OR NOT node.key STARTS WITH 'paper-key:' RETURN label, count(*) AS count ORDER BY label`,
      parameters: {},
    });
    const relationships = await store.read({
      name: 'sizes of types',
      text: `MATCH (start)-[relationship]->() WITH start, type(relationship) AS type WHERE type <> 'IDENTIFIES' OR NOT start.key STARTS WITH 'paper-key:' RETURN type, count(*) AS count ORDER BY type`,
      parameters: {},
    });
    return [...nodes, ...relationships];
  }
});

function pairName(a: string, b: string): string {
  return [a, b].sort().join(' + ');
}
