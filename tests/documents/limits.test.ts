import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { queryCost } from '../../src/graphql/bounds/query-cost.ts';
import { limits } from '../../src/graphql/limits.ts';
import { schema } from '../../src/graphql/schema.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'limits.md'), 'utf8');

test('docs/limits.md names every limit with its value, and none that there is not', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gmu)].map(([, name = '', value]) => [name, Number(value)]);
  expect(Object.fromEntries(rows)).toEqual(limits);
});

test('the cost that docs/limits.md works out is the cost', () => {
  const [, text = '', cost] = /^`(\{.*\})` costs[\s\S]*?: (\d+)\./mu.exec(page) ?? [];
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('Expected a query.');
  expect(queryCost({ schema, document, operation, variables: {} }).total).toBe(Number(cost));
});
