import type { Listing } from '../model/graph.ts';
import type { SourceRecord } from '../model/source-record.ts';
import type { StoredRecord } from '../store/data-set-queries.ts';
import { storedRecord } from '../store/listing-record.ts';
import type { RecordState } from '../store/write-graph.ts';
import { contentHash } from './content-hash.ts';

/** Records of a data set's file that are written in one transaction. */
export interface RecordBatch {
  /** Of the file. */
  readonly revision: string;
  readonly recordCount: number;
  /** One an id. */
  readonly listings: readonly Listing[];
  /** Records whose ids stand in the batch before. */
  readonly repeated: readonly Listing[];
  readonly states: ReadonlyMap<string, RecordState>;
}

/** A file of a source as its records name it. */
export interface RecordsFile {
  readonly pageKey: string;
  readonly sourceKey: string;
  /** Of the file. */
  readonly revision: string;
}

/** The batch that some records of a file make. */
export function recordBatch(
  { pageKey, sourceKey, revision }: RecordsFile,
  records: readonly SourceRecord[],
): RecordBatch {
  const own = new Map<string, Listing>();
  const states = new Map<string, RecordState>();
  const repeated: Listing[] = [];
  for (const record of records) {
    const key = listingKey(pageKey, record);
    const listing = { key, sourceKey, pageKey, record };
    if (own.has(key)) repeated.push(listing);
    else {
      own.set(key, listing);
      states.set(key, { hash: contentHash(record), revision, stored: storedRecord(record) });
    }
  }
  return { revision, recordCount: records.length, listings: [...own.values()], repeated, states };
}

/** A batch that holds no record, for what is to be told of a file alone. */
export function emptyBatch(revision: string): RecordBatch {
  return { revision, recordCount: 0, listings: [], repeated: [], states: new Map() };
}

/** What of a batch the graph has: from this file already, from an older one that says the same, or not. */
export function comparedWith(
  stored: ReadonlyMap<string, StoredRecord>,
  { listings, repeated, revision, states }: RecordBatch,
) {
  const isRead = ({ key }: Listing) => stored.get(key)?.revision === revision;
  const isSame = ({ key }: Listing) => stored.has(key) && stored.get(key)?.hash === states.get(key)?.hash;
  return {
    again: [...repeated, ...listings.filter(isRead)],
    same: listings.filter((listing) => !isRead(listing) && isSame(listing)),
    changed: listings.filter((listing) => !isRead(listing) && !isSame(listing)),
  };
}

/** A record keeps its listing while its id stays. */
function listingKey(pageKey: string, { recordId = '' }: SourceRecord): string {
  return `${pageKey}#${recordId.replace(/^https?:\/\//, '')}`;
}
