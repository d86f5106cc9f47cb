import { nothingStated, type SourceRecord } from '../../src/model/source-record.ts';

/** A record of line 1 of `a.md` that says what is given and nothing else. */
export function statedRecord(said: Partial<SourceRecord>): SourceRecord {
  return { position: { path: 'a.md', line: 1 }, ...nothingStated, ...said };
}
