import type { ConferenceKind, InstitutionKind } from './names/facts.ts';
import type { Problem } from './problem.ts';
import type { LinkKind, SourceRecord } from './source-record.ts';

/**
 * The canonical graph as values: what reconcile derives from listings and the store writes. Every list is in a total
 * order, so that the same listings give the same values.
 */

/** One source's row about one paper, kept as stated. A fact stands while a listing states it. */
export interface Listing {
  /** Page key, `#`, and a hash of what the row says, so that a row that only moved keeps its key. */
  readonly key: string;
  readonly sourceKey: string;
  readonly pageKey: string;
  readonly record: SourceRecord;
}

/**
 * What the store looks a listing's possible papers up by. Two listings that could be about one paper, or whose papers
 * could claim one key, share a token; sharing one joins nothing yet.
 */
export interface IdentityTokens {
  readonly dois: readonly string[];
  readonly arxivIds: readonly string[];
  /** As `addressKey` gives them. */
  readonly addresses: readonly string[];
  readonly titleKeys: readonly string[];
  readonly nameKeys: readonly string[];
}

export type PaperType =
  | 'ARTICLE'
  | 'PREPRINT'
  | 'REPORT'
  | 'THESIS'
  | 'BOOK'
  | 'CHAPTER'
  | 'DATASET'
  | 'ESSAY'
  | 'OTHER';

export interface PaperAffiliation {
  readonly institutionKey: string;
  /** Place in the order stated, from 0. */
  readonly position: number;
  /** Every spelling under which listings name the institution for this paper. */
  readonly statedAs: readonly string[];
}

export interface PaperPublication {
  readonly conferenceKey: string;
  /** Null where the year is unknown or the series has no editions (arXiv, a journal). */
  readonly editionKey: string | null;
  readonly year: number | null;
  readonly position: number;
  /** The series as the listing names it. */
  readonly statedAs: string;
}

/** A topic that a paper is listed under. */
export interface PaperTopic {
  readonly topicKey: string;
  /** The heading path as written; the first in alphabetical order where listings write it differently. */
  readonly path: readonly string[];
}

export interface PaperLink {
  /** The address, or `source:` and the address where it is relative to a source. */
  readonly linkKey: string;
  readonly url: string;
  readonly kind: LinkKind;
  readonly label: string | null;
  readonly position: number;
}

/** One paper with all that its listings state, resolved. */
export interface Paper {
  readonly key: string;
  readonly title: string;
  readonly shortName: string | null;
  readonly year: number | null;
  readonly type: PaperType;
  readonly doi: string | null;
  readonly arxivId: string | null;
  /** Folded title that identifies the paper, null where it is too short to do so. */
  readonly titleKey: string | null;
  /** Name, series and year as a slug: the key where no identifier is known. */
  readonly nameKey: string;
  readonly awards: readonly string[];
  readonly track: string | null;
  readonly affiliationsIncomplete: boolean;
  /** Everything that full text searches. */
  readonly text: readonly string[];
  readonly affiliations: readonly PaperAffiliation[];
  readonly publications: readonly PaperPublication[];
  readonly topics: readonly PaperTopic[];
  readonly links: readonly PaperLink[];
  /** Second identifiers, as `doi:…`, `arxiv:…`, `title:…`, `name:…`. */
  readonly identifiers: readonly string[];
  readonly listingKeys: readonly string[];
  readonly problems: readonly PaperProblem[];
}

/** A problem that only several listings together show, such as two places of publication. */
export interface PaperProblem {
  readonly pageKey: string;
  readonly problem: Problem;
}

export interface Institution {
  readonly key: string;
  /** The tables' name; where no table knows the institution, the store takes the first spelling in alphabetical order. */
  readonly name: string;
  readonly isKnown: boolean;
  readonly aliases: readonly string[];
  readonly kind: InstitutionKind | null;
  readonly countryCode: string | null;
  readonly ror: string | null;
  readonly homepage: string | null;
  readonly parents: readonly { readonly key: string; readonly kind: 'unit' | 'member' }[];
  /** The institution it counts under when units are rolled up: itself unless it is a unit. */
  readonly countsUnderKey: string;
}

export interface Conference {
  readonly key: string;
  /** The tables' acronym; where no table knows the series, the store takes the first spelling in alphabetical order. */
  readonly acronym: string;
  readonly isKnown: boolean;
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly kind: ConferenceKind;
  readonly parentKey: string | null;
}

export interface Edition {
  readonly key: string;
  readonly conferenceKey: string;
  readonly year: number;
}

export interface Topic {
  /** Source key, `:`, and the slugs of the heading path joined by `/`. */
  readonly key: string;
  readonly sourceKey: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly broaderKey: string | null;
}

/** What a set of listings says, resolved: papers and every named thing that they refer to. */
export interface CanonicalGraph {
  readonly papers: readonly Paper[];
  readonly institutions: readonly Institution[];
  readonly conferences: readonly Conference[];
  readonly editions: readonly Edition[];
  readonly topics: readonly Topic[];
}
