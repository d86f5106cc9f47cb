import { expect, test } from 'vitest';
import type { Listing } from '../../src/model/graph.ts';
import { topicsOf } from '../../src/reconcile/topics.ts';
import { statedRecord } from '../support/stated-record.ts';

function under(...section: readonly string[]): Listing {
  const record = statedRecord({ section, shortName: 'Ada' });
  return { key: `list//a.md#${section.join('>')}`, sourceKey: 'list', pageKey: 'list//a.md', record };
}

const keysOf = (...headings: readonly string[]) =>
  topicsOf(headings.map((heading) => under(heading))).map(({ key }) => key);

test('headings that differ in signs alone are topics of their own, with readable keys', () => {
  expect(keysOf('C', 'C++', 'C#', '.NET', 'NET', 'A*', 'A')).toEqual([
    'list:a',
    'list:a-star',
    'list:c',
    'list:c-plus-plus',
    'list:c-sharp',
    'list:dot-net',
    'list:net',
  ]);
});

test('marks between words part words and no more, and case does not matter', () => {
  expect(keysOf('One-Page', 'one page', 'ONE / page:')).toEqual(['list:one-page']);
  expect(keysOf('Node.js')).toEqual(['list:node-js']);
});

test('a heading of signs that have no word has a key of its own', () => {
  const keys = keysOf('???', '★★★');
  expect(new Set(keys).size).toBe(2);
  for (const key of keys) expect(key).toMatch(/^list:heading-[0-9a-f]{6}$/);
});

test('the key of a heading does not depend on what other headings there are, or their order', () => {
  expect(keysOf('C++')).toEqual(['list:c-plus-plus']);
  expect(keysOf('C++', 'C')).toEqual(keysOf('C', 'C++'));
});
