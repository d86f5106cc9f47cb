import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Statement } from '../../src/store/engine.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore } from '../support/engines.ts';
import { hitsOf, type Step, stepsBehind } from '../support/neo4j-plan.ts';

/** What Neo4j does for the first page of a list, read from its own account of a statement. */

const address = inject('neo4j');
const nodeCount = 3_000;

describe.skipIf(address === null)('the plans of Neo4j', () => {
  let store: GraphStore;
  let driver: Driver;
  beforeAll(async () => {
    store = await emptyStore('neo4j');
    if (address === null) return;
    driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
    await driver.executeQuery(
      `UNWIND range(1, $nodeCount) AS number
       WITH toString(number) AS name
       CREATE (page:Page {key: 'list//' + name, path: name, title: name, hash: name})
       CREATE (paper:Paper {key: name, title: name, type: 'OTHER', yearAscending: name, yearDescending: name, titleAscending: name, titleDescending: name, awards: [], affiliationsIncomplete: false})
       CREATE (institution:Institution {key: name, name: name, aliases: [], nameAscending: name, nameDescending: name})
       CREATE (topic:Topic {key: name, name: name, path: [name], nameAscending: name, nameDescending: name})
       CREATE (problem:Problem {key: name, code: 'X', severity: 'NOTE', message: '', line: 1, path: name, related: '[]', placeAscending: name})-[:ON]->(page)
       WITH page, toInteger(page.path) AS number
       MERGE (source:Source {key: 'source' + toString(number % 300)})
       CREATE (page)-[:PAGE_OF]->(source)`,
      { nodeCount: neo4j.int(nodeCount) },
      { database: address.database },
    );
    await driver.executeQuery('CALL db.prepareForReplanning()', {}, { database: address.database });
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await store.close();
  });

  /** The steps behind a question, of all its statements. */
  const stepsOf = async (question: string): Promise<readonly Step[]> => {
    const statements: Statement[] = [];
    const { errors } = await ask(
      store.observed((statement) => statements.push(statement)),
      question,
    );
    expect(errors).toBeUndefined();
    expect(statements).not.toEqual([]);
    return stepsBehind(driver, address?.database ?? '', statements);
  };

  test.each([
    ['papers', '{ papers(first: 20) { nodes { title } } }'],
    [
      'papers by title, from the end',
      '{ papers(last: 20, orderBy: { by: TITLE, direction: DESC }) { nodes { title } } }',
    ],
    ['institutions', '{ institutions(first: 20) { nodes { name } } }'],
    ['topics', '{ topics(first: 20) { nodes { name } } }'],
    ['pages', '{ pages(first: 20) { nodes { path } } }'],
    ['problems', '{ problems(first: 20) { nodes { message } } }'],
    ['pages of a source', '{ pages(source: "source7", first: 5) { nodes { path } } }'],
    ['problems of a source', '{ problems(filter: { source: "source7" }, first: 5) { nodes { message } } }'],
    ['problems of a page by its path', '{ problems(filter: { page: "7" }, first: 5) { nodes { message } } }'],
  ])('the first page of %s starts at an index', async (_, question) => {
    const steps = await stepsOf(question);
    expect(steps.map(({ operatorType }) => operatorType).filter((name) => name.startsWith('NodeByLabelScan'))).toEqual(
      [],
    );
    expect(hitsOf(steps)).toBeLessThan(nodeCount / 4);
  });

  test('a page far behind starts at its cursor', async () => {
    let after = '';
    for (let page = 0; page < 10; page += 1) {
      const { data } = await ask(
        store,
        `{ papers(first: 100, after: "${after}") { pageInfo { endCursor } } }`.replace(', after: ""', ''),
      );
      after = (data as { papers: { pageInfo: { endCursor: string } } }).papers.pageInfo.endCursor;
    }
    const steps = await stepsOf(`{ papers(first: 20, after: "${after}") { nodes { title } } }`);
    expect(hitsOf(steps)).toBeLessThan(nodeCount / 4);
  });
});
