import type { ConferenceRecord } from '../model/graph.ts';
import type { SourceRecord } from '../model/source-record.ts';

/** A listing's record as stored. Only this program's writers store one, and the format version says that it can be read. */
export function parseListingRecord(json: string): SourceRecord | ConferenceRecord {
  return JSON.parse(json) as SourceRecord | ConferenceRecord;
}
