import type { ConferenceKind, InstitutionKind } from './names/facts.ts';
import type { Position } from './problem.ts';
import { compareTexts } from './text.ts';

/**
 * Things that a data set gives an id of its own and describes beside its works: institutions, series, topics and authors.
 * Works name them by id. A description says what one record states; which node it is of is settled in `reconcile`.
 */
export type Described = DescribedInstitution | DescribedConference | DescribedTopic | DescribedAuthor;

interface Description {
  /** As an address where it is one: "https://openalex.org/I136199984". */
  readonly id: string;
  readonly position: Position;
  readonly name: string;
  /** A record of its own describes it, not a work in passing. */
  readonly isOwnRecord: boolean;
}

export interface DescribedInstitution extends Description {
  readonly about: 'INSTITUTION';
  readonly aliases: readonly string[];
  readonly kind: InstitutionKind | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  /** Full ROR address. */
  readonly ror: string | null;
  readonly homepage: string | null;
}

export interface DescribedConference extends Description {
  readonly about: 'CONFERENCE';
  readonly acronym: string | null;
  readonly aliases: readonly string[];
  readonly kind: ConferenceKind;
}

export interface DescribedTopic extends Description {
  readonly about: 'TOPIC';
  /** The id of the topic that it is part of. */
  readonly broaderId: string | null;
}

export interface DescribedAuthor extends Description {
  readonly about: 'AUTHOR';
  /** As `0000-0002-1825-0097`. */
  readonly orcid: string | null;
}

/** The last part of an id's address, which is a readable key: "university-of-michigan", "I136199984". */
export function lastPart(id: string): string {
  const text = id.replace(/\/+$/, '');
  return text.slice(text.lastIndexOf('/') + 1);
}

/** The data set that an id is of; ids that are no addresses are all of one. */
export function hostOf(id: string): string {
  return /^https?:\/\/([^/]+)/i.exec(id)?.[1]?.toLowerCase() ?? '';
}

/** The order of data sets, and of ids within one: OpenAlex before others, since its ids are the most widely used. */
export function byHostAndId(a: { readonly id: string }, b: { readonly id: string }): number {
  const rank = (id: string) => (hostOf(id) === 'openalex.org' ? 0 : 1);
  return rank(a.id) - rank(b.id) || compareTexts(a.id, b.id);
}
