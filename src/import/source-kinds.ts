import { UsageError } from '../model/errors.ts';
import type { StoredSource } from '../store/source-queries.ts';
import { pageSeparator } from './read-listings.ts';

/** What kinds of source there are; a source's pages are all of one kind. */
export const sourceKinds = {
  list: 'reading list',
  dataSet: 'data set',
  register: 'register of organisations',
  aliases: 'alias file',
} as const;

export type SourceKind = (typeof sourceKinds)[keyof typeof sourceKinds];

/** Whether a source holds names, not papers. */
export function holdsNames(kind: string): boolean {
  return kind === sourceKinds.register || kind === sourceKinds.aliases;
}

/** @throws UsageError BAD_SOURCE_KEY */
export function requireSourceKey(key: string): void {
  if (key !== '' && !key.includes(pageSeparator)) return;
  throw new UsageError('BAD_SOURCE_KEY', `--source: expected a name without "${pageSeparator}", but found "${key}".`);
}

/**
 * @param stored - the source of that key as the graph has it
 * @throws UsageError SOURCE_OF_OTHER_KIND
 */
export function requireSourceKind(stored: StoredSource | undefined, kind: SourceKind): void {
  if (stored === undefined || stored.kind === kind) return;
  throw new UsageError(
    'SOURCE_OF_OTHER_KIND',
    `${stored.key}: expected a ${kind}, but the graph has a source of that name that is a ${stored.kind}. Name another with --source.`,
  );
}
