import type { ConferenceRecord } from '../model/graph.ts';
import type { SourceRecord } from '../model/source-record.ts';

/** What a record states of nothing; it is left out of what is stored, which would be twice as long with it. */
const nothingStated = {
  section: [],
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

/** A paper's record as it is stored, without what it states nothing of. */
export function storedRecord({ position, authors, ...record }: SourceRecord): string {
  const said = Object.entries(record).filter(([, value]) => !isNothing(value));
  const people = authors.map(({ name, institutions, ...author }) =>
    institutions.length === 0 ? { name, ...author } : { name, institutions, ...author },
  );
  return JSON.stringify({ position, ...Object.fromEntries(said), ...(people.length > 0 && { authors: people }) });
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** A listing's record as stored. Only this program's writers store one, and the format version says that it can be read. */
export function parseListingRecord(json: string): SourceRecord | ConferenceRecord {
  const record = JSON.parse(json) as SourceRecord | ConferenceRecord;
  return 'about' in record ? record : withNothing(record);
}

/** A paper's record as stored; see `storedRecord`. */
export function parsePaperRecord(json: string): SourceRecord {
  return withNothing(JSON.parse(json) as SourceRecord);
}

function withNothing(record: SourceRecord): SourceRecord {
  const authors = (record.authors ?? []).map((author) => ({ ...author, institutions: author.institutions ?? [] }));
  return { ...nothingStated, ...record, authors };
}
