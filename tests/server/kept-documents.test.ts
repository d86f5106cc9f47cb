import { expect, test } from 'vitest';
import { limits } from '../../src/graphql/limits.ts';
import { keptDocuments } from '../../src/server/kept-documents.ts';

test('as many documents are kept as the limit, the last used ones, and no long ones', () => {
  const kept = keptDocuments<{ readonly index: number }>();
  const long = 'x'.repeat(limits.keptDocumentLength + 1);
  kept.set(long, { index: -1 });
  for (let index = 0; index <= limits.keptDocuments; index += 1) {
    kept.set(`text ${index}`, { index });
    kept.get('text 0');
  }
  expect(kept.size).toBe(limits.keptDocuments);
  expect(kept.get(long)).toBeUndefined();
  expect(kept.get('text 0')).toEqual({ index: 0 });
  expect(kept.get('text 1')).toBeUndefined();
  expect(kept.get(`text ${limits.keptDocuments}`)).toEqual({ index: limits.keptDocuments });
});
