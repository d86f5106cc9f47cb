import type { Position } from '../../model/problem.ts';
import type { SourceRecord } from '../../model/source-record.ts';

/** A record that states nothing yet. */
export function emptyRecord(position: Position, section: readonly string[]): SourceRecord {
  return {
    position,
    section,
    title: null,
    shortName: null,
    venue: null,
    year: null,
    institutions: [],
    institutionsIncomplete: false,
    authors: [],
    links: [],
    remarks: [],
    awards: [],
    track: null,
  };
}

/** What a message calls the paper. */
export function nameOf({ title, shortName }: Pick<SourceRecord, 'title' | 'shortName'>): string {
  return shortName ?? title ?? '';
}

/** The year that a text states, 1900 to 2099, or null: "2023", "2023-05", "May 2023". */
export function readYear(text: string): number | null {
  const year = /(?<![\d.])(?:19|20)\d{2}(?!\d)/u.exec(text);
  return year ? Number(year[0]) : null;
}
