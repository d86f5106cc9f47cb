import { createHash } from 'node:crypto';
import type { ConferenceRecord } from '../model/graph.ts';
import type { SourceRecord } from '../model/source-record.ts';

/** Of what the row says, not of where it stands. */
export function contentHash({ position: _, ...said }: SourceRecord | ConferenceRecord): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
