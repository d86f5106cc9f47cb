/**
 * The shapes of the tables of names: what this project knows of institutions and conferences before any source is read.
 * The facts are ours and small; `institutions.ts` and `conferences.ts` hold them.
 */

export const institutionKinds = [
  'EDUCATION',
  'COMPANY',
  'GOVERNMENT',
  'FACILITY',
  'NONPROFIT',
  'HEALTHCARE',
  'ARCHIVE',
  'OTHER',
] as const;

export type InstitutionKind = (typeof institutionKinds)[number];

export interface InstitutionFacts {
  /** Slug of the canonical name. */
  readonly key: string;
  readonly name: string;
  /** Other names and acronyms, compared folded; the canonical name need not be repeated. */
  readonly aliases: readonly string[];
  readonly kind: InstitutionKind | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  /** Full ROR address, `https://ror.org/…`. */
  readonly ror: string | null;
  readonly homepage: string | null;
  /** `unit`: counted under the parent when units are rolled up. `member`: independent, never rolled up. */
  readonly parents: readonly { readonly key: string; readonly kind: 'unit' | 'member' }[];
}

/** What is stated of an institution beside the built-in table; null where nobody states it. */
export type StatedFacts = Pick<InstitutionFacts, 'kind' | 'countryCode'>;

export const conferenceKinds = [
  'CONFERENCE',
  'WORKSHOP',
  'JOURNAL',
  'PREPRINT_SERVER',
  'REPORT_SERIES',
  'BOOK_SERIES',
  'OTHER',
] as const;

export type ConferenceKind = (typeof conferenceKinds)[number];

export interface ConferenceFacts {
  /** Slug of the acronym. */
  readonly key: string;
  readonly acronym: string;
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly kind: ConferenceKind;
  /** The series that this workshop belongs to, by key. */
  readonly parentKey: string | null;
  /** The acronym means other things too ("Networking", "SAT"): it names the series only where a place of publication stands. */
  readonly isAlsoWord?: true;
}
