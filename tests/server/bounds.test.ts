import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../src/graphql/limits.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { codeOf, startApi } from '../support/api.ts';
import { emptyStore, engineNames } from '../support/engines.ts';

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

/** A query of some levels: two, and parents of conferences in between. */
function deep(levels: number): string {
  return `{ conference(by: {key: "osdi"}) { ${'parent { '.repeat(levels - 2)}key${' }'.repeat(levels - 2)} } }`;
}

/** A list of keys between 16 other words and signs. */
function long(tokens: number): string {
  return `{ papers(filter: {key: [${'"k" '.repeat(tokens - 16)}]}) { totalCount } }`;
}

const atLimit: readonly (readonly [string, string, (size: number) => string, number])[] = [
  ['tokens', 'TOO_MANY_TOKENS', long, limits.tokens],
  [
    'selections',
    'TOO_MANY_SELECTIONS',
    (size) => `{ ${times(size - 2, () => '__typename')} stats { version } }`,
    limits.selections,
  ],
  ['levels', 'QUERY_TOO_DEEP', deep, limits.depth],
  [
    'aliases',
    'TOO_MANY_ALIASES',
    (size) => `{ ${times(size, (index) => `a${index}: papers(first: 1) { totalCount }`)} }`,
    limits.aliases,
  ],
  [
    'directives',
    'TOO_MANY_DIRECTIVES',
    (size) => `{ stats { ${times(size, () => 'version @include(if: true)')} } }`,
    limits.directives,
  ],
];

/** Pages below pages below pages. */
const dear = '{ papers(first: %n) { nodes { topics(first: %m) { nodes { papers(first: %k) { nodes { key } } } } } } }';
const dearInVariables = `query($n: Int, $m: Int = 1, $k: Int) ${dear.replaceAll('%', '$')}`;

function written(n: number, m: number, k: number): string {
  return dear.replace('%n', String(n)).replace('%m', String(m)).replace('%k', String(k));
}

describe.each(engineNames)('bounds of queries on %s', (engine) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore(engine);
    await importSource(store, join(import.meta.dirname, '..', '..', 'samples', 'reading-list'), {
      sourceKey: 'sample',
    });
  });
  afterAll(() => store.close());

  test.each(atLimit)(
    '%s: a query at the limit is answered, one above it sends no statement',
    async (_, code, text, limit) => {
      const api = await startApi(store);
      const passing = await api.post({ query: text(limit) });
      expect(passing.body.errors).toBeUndefined();
      expect(passing.asked).not.toEqual([]);
      const refused = await api.post({ query: text(limit + 1) });
      expect(codeOf(refused)).toBe(code);
      expect(refused.body.errors?.[0]?.message).toContain(String(limit));
      expect(refused.asked).toEqual([]);
    },
  );

  // 1 + 20 + 20 (1 + 49 + 49 (1 + 50 + 50)) = 100,001: a connection and its rows, for each of them another, and a key a row.
  test.each([
    ['written in the query', (n: number, m: number, k: number) => ({ query: written(n, m, k) })],
    ['in variables', (n: number, m: number, k: number) => ({ query: dearInVariables, variables: { n, m, k } })],
    [
      'in a default of a variable',
      (n: number, m: number, k: number) => ({
        query: dearInVariables.replace('$m: Int = 1', `$m: Int = ${m}`),
        variables: { n, k },
      }),
    ],
  ])(
    'cost with sizes %s: one just below the limit is answered, one above it sends no statement',
    async (_, request) => {
      const api = await startApi(store);
      const passing = await api.post(request(20, 49, 49));
      expect(passing.body.errors).toBeUndefined();
      expect(passing.body.extensions?.cost).toMatchObject({ cost: 1 + 20 + 20 * (1 + 49 + 49 * 99), limit: 100_000 });
      expect(passing.asked).not.toEqual([]);
      const refused = await api.post(request(20, 49, 50));
      expect(codeOf(refused)).toBe('QUERY_TOO_EXPENSIVE');
      expect(refused.body.errors?.[0]?.extensions).toMatchObject({
        cost: limits.cost + 1,
        limit: 100_000,
        dearestField: { path: 'papers.nodes.topics.nodes.papers', cost: 20 * 49 * 51 },
      });
      expect(refused.asked).toEqual([]);
      const smaller = { ...request(20, 49, 50), query: refused.body.errors?.[0]?.extensions?.smallerQuery };
      expect((await api.post(smaller)).body.errors).toBeUndefined();
    },
  );

  test('a request that is too large is refused before it is read, whether it tells its length or not', async () => {
    const api = await startApi(store);
    const body = JSON.stringify({ query: '{ stats { version } }', variables: { x: 'x'.repeat(limits.requestBytes) } });
    const told = await api.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const stream = new Blob([body]).stream();
    const untold = await api.send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect([told.status, codeOf(told), told.asked]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE', []]);
    expect([untold.status, codeOf(untold), untold.asked]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE', []]);
  });

  test('a deadline that has passed ends the request with an error, and sends no more statements', async () => {
    const api = await startApi(store, { deadlineMs: 0 });
    const answer = await api.post({ query: '{ papers { nodes { title } } }' });
    expect(codeOf(answer)).toBe('DEADLINE_EXCEEDED');
    expect(answer.body.errors?.[0]?.message).toContain('--deadline');
    expect(answer.asked.filter((name) => name !== 'graph/state')).toEqual([]);
  });
});
