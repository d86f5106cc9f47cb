import type { ConferenceKind, InstitutionKind } from '../../model/names/facts.ts';
import type { ProblemSeverity } from '../../model/problem.ts';
import type { LinkKind, PaperType } from '../../model/source-record.ts';

/** Filters as callers state them: names or keys, every field optional, every field given must hold. */

type Maybe<T> = T | null | undefined;

export interface IntRange {
  readonly min?: Maybe<number>;
  readonly max?: Maybe<number>;
  readonly isKnown?: Maybe<boolean>;
}

export interface KeySet {
  readonly any?: Maybe<readonly string[]>;
  readonly all?: Maybe<readonly string[]>;
  readonly none?: Maybe<readonly string[]>;
  readonly isKnown?: Maybe<boolean>;
}

export interface InstitutionSet extends KeySet {
  readonly kind?: Maybe<readonly InstitutionKind[]>;
  readonly rollUpUnits?: Maybe<boolean>;
}

interface TopicSet extends Omit<KeySet, 'isKnown'> {
  readonly narrower?: Maybe<boolean>;
}

/** Where the institutions of a paper are, as far as is known. */
export type CollaborationKind = 'INTERNATIONAL' | 'NATIONAL' | 'WITHIN_ONE' | 'UNKNOWN';

export interface PaperFilter {
  readonly and?: Maybe<readonly PaperFilter[]>;
  readonly or?: Maybe<readonly PaperFilter[]>;
  readonly not?: Maybe<PaperFilter>;
  readonly about?: Maybe<string>;
  readonly titleContains?: Maybe<string>;
  readonly key?: Maybe<readonly string[]>;
  readonly year?: Maybe<IntRange>;
  readonly citedByCount?: Maybe<IntRange>;
  readonly institutionCount?: Maybe<IntRange>;
  readonly countryCount?: Maybe<IntRange>;
  readonly type?: Maybe<readonly PaperType[]>;
  readonly conference?: Maybe<KeySet>;
  readonly institution?: Maybe<InstitutionSet>;
  /** ISO 3166-1 alpha-2, in either case. */
  readonly country?: Maybe<KeySet>;
  readonly topic?: Maybe<TopicSet>;
  readonly author?: Maybe<KeySet>;
  readonly collaborationKind?: Maybe<readonly CollaborationKind[]>;
  readonly hasLink?: Maybe<readonly LinkKind[]>;
  readonly award?: Maybe<boolean>;
  readonly page?: Maybe<readonly string[]>;
  readonly affiliationsIncomplete?: Maybe<boolean>;
}

export interface InstitutionFilter {
  readonly and?: Maybe<readonly InstitutionFilter[]>;
  readonly or?: Maybe<readonly InstitutionFilter[]>;
  readonly not?: Maybe<InstitutionFilter>;
  readonly key?: Maybe<readonly string[]>;
  readonly nameContains?: Maybe<string>;
  readonly kind?: Maybe<readonly InstitutionKind[]>;
  /** ISO 3166-1 alpha-2, in either case. */
  readonly country?: Maybe<KeySet>;
  readonly papers?: Maybe<PaperFilter>;
  readonly noPapers?: Maybe<PaperFilter>;
  readonly paperCount?: Maybe<IntRange>;
}

export interface ConferenceFilter {
  readonly key?: Maybe<readonly string[]>;
  readonly nameContains?: Maybe<string>;
  readonly kind?: Maybe<readonly ConferenceKind[]>;
  readonly rank?: Maybe<readonly string[]>;
  readonly papers?: Maybe<PaperFilter>;
}

export interface TopicFilter {
  readonly key?: Maybe<readonly string[]>;
  readonly nameContains?: Maybe<string>;
  /** A topic by key or name: it and its narrower topics. */
  readonly within?: Maybe<string>;
  readonly papers?: Maybe<PaperFilter>;
}

export interface AuthorFilter {
  readonly key?: Maybe<readonly string[]>;
  readonly nameContains?: Maybe<string>;
  /** Institutions, by key or name, that some paper states for the author. */
  readonly institution?: Maybe<readonly string[]>;
  readonly papers?: Maybe<PaperFilter>;
  readonly noPapers?: Maybe<PaperFilter>;
}

export interface ProblemFilter {
  readonly source?: Maybe<string>;
  readonly page?: Maybe<string>;
  readonly institution?: Maybe<readonly string[]>;
  readonly code?: Maybe<readonly string[]>;
  readonly severity?: Maybe<readonly ProblemSeverity[]>;
}
