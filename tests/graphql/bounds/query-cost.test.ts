import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type DocumentNode, GraphQLError, getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { describe, expect, test } from 'vitest';
import { checkCost } from '../../../src/graphql/bounds/check-cost.ts';
import { checkDocumentSize, documentSize } from '../../../src/graphql/bounds/document-size.ts';
import { queryCost } from '../../../src/graphql/bounds/query-cost.ts';
import { limits } from '../../../src/graphql/limits.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { operation } from '../../support/ask.ts';

function question(document: DocumentNode, values: Record<string, unknown> = {}) {
  const found = getOperationAST(document, null);
  if (!found) throw new Error('The document has no operation, or several.');
  const { coerced, errors } = getVariableValues(schema, found.variableDefinitions ?? [], values);
  if (errors) throw errors[0];
  return { schema, document, operation: found, variables: coerced ?? {} };
}

function costOf(text: string, values?: Record<string, unknown>): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return queryCost(question(document, values)).total;
}

describe('the cost of a query', () => {
  test.each([
    ['a value costs 1', '{ __typename }', 1],
    // The connection, its 20 rows, and a title of each.
    ['a page has 20 rows where nothing else is said', '{ papers { nodes { title } } }', 1 + 20 + 20],
    ['first says how many rows', '{ papers(first: 3) { nodes { title } } }', 1 + 3 + 3],
    ['last says it too', '{ papers(last: 3) { nodes { title } } }', 1 + 3 + 3],
    ['nothing of no rows', '{ papers(first: 0) { nodes { title } } }', 1],
    ['edges cost what nodes cost', '{ papers(first: 3) { edges { node { title } } } }', 1 + 3 + 3],
    [
      'nodes and edges read the rows once',
      '{ papers(first: 3) { nodes { title } edges { node { title } cursor } } }',
      1 + 3 + 3 + 3 + 3,
    ],
    ['pageInfo reads the rows too', '{ papers(first: 3) { pageInfo { hasNextPage } } }', 1 + 3 + 1],
    ['a count has a weight, and reads no rows', '{ papers(first: 3) { totalCount } }', 1 + 51],
    [
      'pages multiply',
      '{ papers(first: 3) { nodes { topics(first: 4) { nodes { name } } } } }',
      1 + 3 + 3 * (1 + 4 + 4),
    ],
    ['a list without pages is taken to have 5 items', '{ papers(first: 3) { nodes { links { url } } } }', 4 + 3 * 10],
    ['or as many as the field says', '{ conferences(first: 1) { nodes { editions { year } } } }', 2 + 20 + 20],
    ['nodes by ids are as many as the ids', '{ nodes(ids: ["a", "b"]) { id } }', 2 + 2 + 2],
    [
      'each value of a filter costs 1',
      '{ papers(first: 0, filter: {key: ["a", "b"], year: {min: 1}}) { nodes { key } } }',
      1 + 3,
    ],
    [
      'an aggregate costs its weight and that of its list',
      '{ collaborations(first: 0) { sharedPaperCount } }',
      1 + 1 + 100 + 2000,
    ],
    ['an alias counts like the field', '{ a: __typename b: __typename }', 2],
    [
      'a fragment counts wherever it is spread',
      '{ a: papers(first: 1) { ...P } b: papers(first: 1) { ...P } } fragment P on PaperConnection { nodes { title } }',
      6,
    ],
    ['what is skipped costs nothing', '{ papers @skip(if: true) { nodes { title } } __typename }', 1],
    ['an interface is asked as its types are', '{ node(id: "a") { id ... on Paper { title } } }', 1 + 1 + 1],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  test('variables, and their defaults, count as what is written in the query does', () => {
    const text =
      'query($n: Int = 4, $keys: [String!], $with: Boolean = true) {' +
      ' papers(first: $n, filter: {key: $keys}) { nodes { title @include(if: $with) } } }';
    expect(costOf(text)).toBe(costOf('{ papers(first: 4) { nodes { title } } }'));
    expect(costOf(text, { n: 9 })).toBe(costOf('{ papers(first: 9) { nodes { title } } }'));
    expect(costOf(text, { n: null })).toBe(costOf('{ papers { nodes { title } } }'));
    expect(costOf(text, { n: 9, keys: ['a', 'b'] })).toBe(
      costOf('{ papers(first: 9, filter: {key: ["a", "b"]}) { nodes { title } } }'),
    );
    expect(costOf(text, { with: false })).toBe(1 + 4);
  });

  const operations = readdirSync(join(import.meta.dirname, '..', '..', '..', 'schema', 'operations'));
  const ours = operations.map((name) => [name, operation(name.replace('.graphql', ''))] as const);
  const readme = readFileSync(join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');
  const firstQuestions = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(
    ([, text = ''], index) => [`question ${index + 1} of the README`, text] as const,
  );
  const introspection = getIntrospectionQuery({
    schemaDescription: true,
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    oneOf: true,
  });
  test.each([...ours, ...firstQuestions, ["GraphiQL's introspection", introspection] as const])(
    '%s passes with room: half of every limit',
    (_, text) => {
      const document = parse(text, { maxTokens: limits.tokens / 2 });
      const size = documentSize(document);
      for (const bound of ['selections', 'depth', 'aliases', 'directives'] as const)
        expect(size[bound]).toBeLessThanOrEqual(limits[bound] / 2);
      expect(costOf(text)).toBeLessThanOrEqual(limits.cost / 2);
    },
  );
});

describe('a query that costs too much', () => {
  function refusal(text: string, values: Record<string, unknown> = {}): Record<string, unknown> {
    try {
      checkCost(question(parse(text), values));
    } catch (error) {
      if (error instanceof GraphQLError) return { message: error.message, ...error.extensions };
      throw error;
    }
    throw new Error('Expected a refusal.');
  }

  test('is told the cost, the limit, the dearest field and a smaller query that passes', () => {
    const text = `query Much($n: Int = 100, $m: Int) {
      papers(first: $n) { nodes { title topics(first: $m) { nodes { papers(first: 100) { nodes { title } } } } } }
    }`;
    const cost = 1 + 100 + 100 + 100 * 101 + 100 * 100 * 101 + 100 * 100 * 100;
    const told = refusal(text, { m: 100 });
    expect(told).toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
      cost,
      limit: limits.cost,
      dearestField: { path: 'papers.nodes.topics.nodes.papers', cost: 1_010_000 },
    });
    expect(told.message).toContain(`at most ${limits.cost}, but this query could cost ${cost}`);
    const smaller = parse(String(told.smallerQuery));
    expect(validate(schema, smaller)).toEqual([]);
    expect(checkCost(question(smaller, { m: 100 }))).toBeLessThanOrEqual(limits.cost);
    expect(told.smallerQuery).toContain('topics(first: 25)');
  });

  test('is refused by one more than the limit, and not by the limit', () => {
    const many = (count: number) => ({ keys: Array.from({ length: count }, (_, index) => `k${index}`) });
    const text = 'query($keys: [String!]) { papers(first: 0, filter: {key: $keys}) { nodes { key } } }';
    expect(checkCost(question(parse(text), many(limits.cost - 1)))).toBe(limits.cost);
    expect(refusal(text, many(limits.cost))).toMatchObject({ cost: limits.cost + 1 });
  });

  const wide = fc.letrec<{ selection: string }>((tie) => ({
    selection: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('key', 'title', 'listings { line }'),
      fc
        .tuple(fc.integer({ min: 1, max: 100 }), fc.boolean(), tie('selection'))
        .map(
          ([size, isAlias, inner]) =>
            `${isAlias ? 'a: ' : ''}topics(first: ${size}) { totalCount nodes { papers(last: ${size}) { nodes { ${inner} } } } }`,
        ),
    ),
  })).selection;

  test('gets a smaller query that is valid and passes, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(wide, { minLength: 1, maxLength: 8 }), (parts) => {
        const fields = parts.map((part, index) => `q${index}: papers(first: 100) { nodes { ${part} } }`);
        const all = question(parse(`query Q { ${fields.join(' ')} }`));
        if (queryCost(all).total <= limits.cost) return;
        const told = refusal(`query Q { ${fields.join(' ')} }`);
        const smaller = parse(String(told.smallerQuery));
        expect(validate(schema, smaller)).toEqual([]);
        expect(queryCost(question(smaller)).total).toBeLessThanOrEqual(limits.cost);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the size of a query', () => {
  const times = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');
  const deep = (depth: number): string => (depth === 1 ? 'key' : `parent { ${deep(depth - 1)} }`);

  test.each([
    ['selections', 'TOO_MANY_SELECTIONS', (size: number) => `{ ${times(size, () => '__typename')} }`],
    ['depth', 'QUERY_TOO_DEEP', (size: number) => `{ conference(by: {key: "a"}) { ${deep(size - 1)} } }`],
    ['aliases', 'TOO_MANY_ALIASES', (size: number) => `{ ${times(size, (index) => `a${index}: __typename`)} }`],
    ['directives', 'TOO_MANY_DIRECTIVES', (size: number) => `{ __typename ${times(size, () => '@aa')} }`],
    [
      'selections',
      'TOO_MANY_SELECTIONS',
      (size: number) =>
        `{ ...A ...A } fragment A on Query { ${times(size / 2 - 1, () => '__typename')} }${size % 2 ? ' { x }' : ''}`,
    ],
  ] as const)('%s: as many as the limit pass, one more is refused', (bound, code, text) => {
    const limit = limits[bound];
    expect(documentSize(parse(text(limit)))[bound]).toBe(limit);
    expect(() => checkDocumentSize(parse(text(limit)))).not.toThrow();
    const over = bound === 'selections' && text(limit).includes('...') ? limit + 2 : limit + 1;
    expect(() => checkDocumentSize(parse(text(over)))).toThrow(expect.objectContaining({ code }));
  });

  test('fragments that double each other are counted without being laid out', () => {
    const doubling = times(60, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`);
    const text = `{ ...F0 } ${doubling} fragment F60 on Query { __typename }`;
    expect(documentSize(parse(text)).selections).toBeGreaterThan(2 ** 60);
  });

  test('a fragment within itself ends', () => {
    expect(documentSize(parse('{ ...A } fragment A on Query { __typename ...A }')).selections).toBe(3);
  });

  test('every directive counts, wherever it stands', () => {
    const text = 'query($a: Int @x) @x { ...A @x ... @x { key } } fragment A on Query @x { key @x }';
    expect(documentSize(parse(text)).directives).toBe(6);
  });
});
