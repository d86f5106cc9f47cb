import type { ConferenceRecord } from '../model/graph.ts';
import { nothingStated, type SourceRecord, type StatedAuthor } from '../model/source-record.ts';

/**
 * A paper's record as it is stored: without what it states nothing of, authors as short lists, and ids without the address
 * that all ids of its data set begin with. A record of a data set is half as long like this.
 */
export function storedRecord({ position, authors, ...record }: SourceRecord): string {
  const base = baseOf(record.recordId);
  const short = (id: string) => (base !== null && id.startsWith(base) ? `~${id.slice(base.length)}` : id);
  const said = Object.fromEntries(Object.entries(record).filter(([, value]) => !isNothing(value)));
  return JSON.stringify({
    position,
    ...said,
    ...(authors.length > 0 && { authors: authors.map((author) => storedAuthor(author, short)) }),
    ...(record.conferenceId !== undefined && { conferenceId: short(record.conferenceId) }),
    ...(record.institutionIds && { institutionIds: record.institutionIds.map(short) }),
    ...(record.topicIds && { topicIds: record.topicIds.map(short) }),
    ...(record.references && { references: record.references.map(short) }),
  });
}

/** Name, id, ids of institutions, names of institutions, ORCID; what is behind the last that is stated is left out. */
type StoredAuthor = readonly [string, string?, (readonly string[])?, (readonly string[])?, string?];

function storedAuthor(author: StatedAuthor, short: (id: string) => string): StoredAuthor {
  const { name, id = '', institutionIds = [], institutions, orcid = '' } = author;
  const parts = [name, short(id), institutionIds.map(short), institutions, orcid] as const;
  const count = parts.findLastIndex((part) => part.length > 0) + 1;
  // The parts are in the order of the tuple, cut at its end.
  return parts.slice(0, Math.max(1, count)) as unknown as StoredAuthor;
}

function readAuthor(
  [name, id = '', institutionIds = [], institutions = [], orcid = '']: StoredAuthor,
  long: (id: string) => string,
): StatedAuthor {
  return {
    name,
    institutions,
    ...(id !== '' && { id: long(id) }),
    ...(orcid !== '' && { orcid }),
    ...(institutionIds.length > 0 && { institutionIds: institutionIds.map(long) }),
  };
}

/** "https://openalex.org/" */
function baseOf(recordId: string | undefined): string | null {
  return /^https?:\/\/[^/]+\//.exec(recordId ?? '')?.[0] ?? null;
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** A listing's record as stored. Only this program's writers store one, and the format version says that it can be read. */
export function parseListingRecord(json: string): SourceRecord | ConferenceRecord {
  const record = JSON.parse(json) as StoredRecord | ConferenceRecord;
  return 'about' in record ? record : withNothing(record);
}

/** A paper's record as stored; see `storedRecord`. */
export function parsePaperRecord(json: string): SourceRecord {
  return withNothing(JSON.parse(json) as StoredRecord);
}

type StoredRecord = Omit<SourceRecord, 'authors'> & { readonly authors?: readonly StoredAuthor[] };

function withNothing(record: StoredRecord): SourceRecord {
  const base = baseOf(record.recordId);
  const long = (id: string) => (base !== null && id.startsWith('~') ? base + id.slice(1) : id);
  const { conferenceId, institutionIds, topicIds, references } = record;
  return {
    ...nothingStated,
    ...record,
    authors: (record.authors ?? []).map((author) => readAuthor(author, long)),
    ...(conferenceId !== undefined && { conferenceId: long(conferenceId) }),
    ...(institutionIds && { institutionIds: institutionIds.map(long) }),
    ...(topicIds && { topicIds: topicIds.map(long) }),
    ...(references && { references: references.map(long) }),
  };
}
