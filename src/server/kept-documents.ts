import { LRUCache } from 'lru-cache';
import { limits } from '../graphql/limits.ts';

/**
 * Results of reading queries, by their text, so that a query that comes again is not read again. A document takes many times
 * the memory of its text, so both their number and the length of the texts are bounded.
 */
export function keptDocuments<T extends object>(): LRUCache<string, T> {
  return new LRUCache<string, T>({
    max: limits.keptDocuments,
    maxSize: limits.keptDocuments * limits.keptDocumentLength,
    maxEntrySize: limits.keptDocumentLength,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });
}
