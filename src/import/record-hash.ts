import { createHash } from 'node:crypto';
import type { SourceRecord } from '../model/source-record.ts';

/** Of what a record of a data set says, not of where it stands. */
export function recordHash({ position: _, ...said }: SourceRecord): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 12);
}
