import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Statement } from '../../src/store/engine.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore } from '../support/engines.ts';
import { hitsOf, stepsBehind } from '../support/neo4j-plan.ts';

/** Where statements with a filter start on Neo4j, read from its own account of them. */

const address = inject('neo4j');
const paperCount = 6_000;

/**
 * Of 6,000 papers each names one of two broad institutions (US, DE) and every 500th also one of two narrow ones (IS, no
 * country); series and topics are likewise.
 */
const graph = `
  CREATE (broad0:Institution {key: 'broad0', name: 'broad0', countryCode: 'US', aliases: [], nameAscending: 'broad0', nameDescending: 'broad0'})
  CREATE (broad1:Institution {key: 'broad1', name: 'broad1', countryCode: 'DE', aliases: [], nameAscending: 'broad1', nameDescending: 'broad1'})
  CREATE (narrow0:Institution {key: 'narrow0', name: 'narrow0', countryCode: 'IS', aliases: [], nameAscending: 'narrow0', nameDescending: 'narrow0'})
  CREATE (narrow1:Institution {key: 'narrow1', name: 'narrow1', aliases: [], nameAscending: 'narrow1', nameDescending: 'narrow1'})
  CREATE (conference:Conference {key: 'narrow-series', acronym: 'narrow-series', aliases: [], kind: 'CONFERENCE', nameAscending: 'n', nameDescending: 'n'})
  CREATE (topic:Topic {key: 'narrow-topic', name: 'narrow-topic', nameFolded: 'narrow topic', path: [], nameAscending: 'n', nameDescending: 'n'})
  CREATE (author:Author {key: 'narrow-author', name: 'Ann Lee', nameFolded: 'ann lee'})
  CREATE (page:Page {key: 'list//narrow.md', path: 'narrow.md', title: 'Narrow', hash: ''})
  CREATE (broad0)-[:COUNTS_UNDER]->(broad0) CREATE (broad1)-[:COUNTS_UNDER]->(broad1)
  CREATE (narrow0)-[:COUNTS_UNDER]->(narrow0) CREATE (narrow1)-[:COUNTS_UNDER]->(narrow1)
  WITH broad0, broad1, narrow0, narrow1, conference, topic, author, page
  UNWIND range(1, $paperCount) AS number
  WITH broad0, broad1, narrow0, narrow1, conference, topic, author, page, number, toString(number + 10000) AS name, 1990 + number % 30 AS year
  CREATE (paper:Paper {key: name, title: name, titleFolded: name, searchText: ' stem' + toString(number % 500) + ' ', type: 'OTHER', year: year,
    yearAscending: toString(year) + '|' + name, yearDescending: toString(9999 - year) + '|' + name,
    titleAscending: name, titleDescending: name, awards: [], affiliationsIncomplete: false})
  FOREACH (each IN CASE WHEN (number / 30) % 2 = 0 THEN [broad0] ELSE [broad1] END | CREATE (paper)-[:AFFILIATED_WITH {position: 0, statedAs: []}]->(each))
  FOREACH (each IN CASE WHEN number % 500 = 0 THEN [narrow0, narrow1] ELSE [] END | CREATE (paper)-[:AFFILIATED_WITH {position: 1, statedAs: []}]->(each))
  FOREACH (each IN CASE WHEN number % 500 = 1 THEN [conference] ELSE [] END | CREATE (paper)-[:PUBLISHED_IN]->(each))
  FOREACH (each IN CASE WHEN number % 500 = 2 THEN [topic] ELSE [] END | CREATE (paper)-[:HAS_TOPIC]->(each))
  FOREACH (each IN CASE WHEN number % 500 = 3 THEN [author] ELSE [] END | CREATE (each)-[:AUTHORED]->(paper))
  FOREACH (each IN CASE WHEN number % 500 = 4 THEN [page] ELSE [] END | CREATE (paper)<-[:OF]-(:Listing {key: 'list//narrow.md#' + name})-[:ON]->(each))`;

describe.skipIf(address === null)('where a filter starts on Neo4j', () => {
  let store: GraphStore;
  let driver: Driver;
  beforeAll(async () => {
    store = await emptyStore('neo4j');
    if (address === null) return;
    driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
    const { database } = address;
    await driver.executeQuery(graph, { paperCount: neo4j.int(paperCount) }, { database });
    await driver.executeQuery('CALL db.prepareForReplanning()', {}, { database });
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await store.close();
  });

  const stepsOf = async (question: string) => {
    const statements: Statement[] = [];
    const { errors, data } = await ask(
      store.observed((statement) => statements.push(statement)),
      question,
    );
    expect(errors).toBeUndefined();
    expect(statements).not.toEqual([]);
    const steps = await stepsBehind(driver, address?.database ?? '', statements);
    return {
      data,
      steps,
      operators: steps.filter(({ dbHits }) => Number(dbHits) > 0).map((step) => step.operatorType),
    };
  };

  const narrow = [
    '{institution: {any: ["narrow0", "narrow1"]}}',
    '{institution: {all: ["broad0", "narrow1"]}}',
    '{country: {any: ["is"]}}',
    '{country: {all: ["IS", "US"]}}',
    '{conference: {any: ["narrow-series"]}, institution: {any: ["broad1"]}}',
    '{topic: {any: ["narrow-topic"]}, year: {min: 1990}}',
    '{author: {any: ["Ann Lee"]}}',
    '{page: ["narrow.md"]}',
    '{key: ["10001", "10002"]}',
    '{about: "stem7"}',
    '{titleContains: "10777"}',
    '{and: [{country: {any: ["US"]}}, {or: [{institution: {any: ["narrow0"]}}, {topic: {any: ["narrow-topic"]}}]}]}',
    '{or: [{conference: {any: ["narrow-series"]}, not: {year: {max: 1991}}}, {author: {any: ["narrow-author"]}}]}',
  ];

  test.each(narrow)('counts and collaborations of %s start at an index', async (filter) => {
    const { steps, operators } = await stepsOf(
      `{ papers(filter: ${filter}) { totalCount } collaborations(papers: ${filter}) { nodes { sharedPaperCount } } }`,
    );
    expect(operators.filter((name) => /LabelScan|AllNodes|TypeScan|CartesianProduct/.test(name))).toEqual([]);
    expect(hitsOf(steps)).toBeLessThan(paperCount / 2);
  });

  test.each(narrow)('a page of %s starts at an index', async (filter) => {
    const { steps, operators } = await stepsOf(`{ papers(filter: ${filter}, first: 10) { nodes { title } } }`);
    expect(operators.filter((name) => /LabelScan|AllNodes|TypeScan|CartesianProduct/.test(name))).toEqual([]);
    expect(hitsOf(steps)).toBeLessThan(paperCount / 2);
  });

  test.each([
    ['{institution: {any: ["broad0"]}}', 'first: 10'],
    ['{institution: {none: ["broad0"]}}', 'first: 10'],
    ['{country: {any: ["US", "DE"]}}', 'last: 10, orderBy: {by: TITLE, direction: DESC}'],
    ['{institution: {any: ["broad1"]}, year: {min: 2000, max: 2010}}', 'first: 10'],
    ['{collaborationKind: [WITHIN_ONE]}', 'first: 10, orderBy: {by: YEAR, direction: ASC}'],
    ['{or: [{institution: {any: ["broad0"]}}, {country: {any: ["DE"]}}]}', 'first: 10'],
    ['{not: {institution: {any: ["narrow0"]}}}', 'first: 10'],
  ])('a page of the broad filter %s, %s, walks the order', async (filter, page) => {
    const { steps, operators } = await stepsOf(`{ papers(filter: ${filter}, ${page}) { nodes { title } } }`);
    expect(operators.filter((name) => /LabelScan|AllNodes|TypeScan|CartesianProduct|Top/.test(name))).toEqual([]);
    expect(hitsOf(steps)).toBeLessThan(paperCount / 6);
  });

  test('years are read from the index of their order, for a page and for a count', async () => {
    const page = await stepsOf('{ papers(filter: {year: {min: 1995, max: 1995}}, first: 10) { nodes { year } } }');
    expect(hitsOf(page.steps)).toBeLessThan(paperCount / 20);
    const count = await stepsOf('{ papers(filter: {year: {min: 1995, max: 1995}}) { totalCount } }');
    expect(count.data).toEqual({ papers: { totalCount: 200 } });
    expect(hitsOf(count.steps)).toBeLessThan(paperCount / 6);
  });

  test('institutions with a paper like this start at these papers', async () => {
    const { steps, data } = await stepsOf(
      '{ institutions(filter: {papers: {topic: {any: ["narrow-topic"]}}}) { nodes { key } } }',
    );
    expect(data).toEqual({ institutions: { nodes: [{ key: 'broad0' }, { key: 'broad1' }] } });
    expect(hitsOf(steps)).toBeLessThan(paperCount / 6);
  });
});
