import { lastPart } from '../model/described.ts';
import type { DescribedNames } from '../model/names/described-names.ts';
import type { SourceRecord } from '../model/source-record.ts';

/** What the first reading tells of some records of a file. */
export interface SeenRecords {
  readonly records: readonly { readonly id: string; readonly line: number }[];
  /** Institutions that they name by id, each once. */
  readonly institutionIds: readonly string[];
}

/** What finds out beforehand what an import would look up, where nothing can be looked up in the store. */
export interface LookingAhead {
  /** Told of all records, in the order of files. */
  readonly note: (path: string, seen: SeenRecords) => Promise<void>;
  /**
   * Told at the end of the first reading what ids mean.
   * @returns keys (`sharedKey`) of the records that are written together, after all others
   */
  readonly settled: (described: DescribedNames) => Promise<ReadonlySet<string>>;
}

/** What the papers of two records share that are, or could be taken for, one. */
export function sharedKey(recordId: string | undefined): string {
  return lastPart(recordId ?? '');
}

export function seenIn(records: readonly SourceRecord[]): SeenRecords {
  const institutionIds = new Set<string>();
  for (const { authors, institutionIds: ids = [] } of records) {
    for (const id of ids) institutionIds.add(id);
    for (const author of authors) for (const id of author.institutionIds ?? []) institutionIds.add(id);
  }
  return {
    records: records.map(({ recordId = '', position: { line } }) => ({ id: recordId, line })),
    institutionIds: [...institutionIds],
  };
}
