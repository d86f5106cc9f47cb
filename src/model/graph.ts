import type { ConferenceKind, InstitutionKind } from './names/facts.ts';
import type { Problem } from './problem.ts';
import type {
  LinkKind,
  PaperType,
  SourceRecord,
  StatedConference,
  StatedEdition,
  StatedRank,
} from './source-record.ts';

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

/** One source's row about a series or one year of it, kept as stated. Its key is made as a paper's listing's. */
export interface ConferenceListing {
  readonly key: string;
  readonly sourceKey: string;
  readonly pageKey: string;
  readonly record: ConferenceRecord;
}

export type ConferenceRecord =
  | ({ readonly about: 'EDITION' } & StatedEdition)
  | ({ readonly about: 'CONFERENCE' } & StatedConference);

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
  /** Titles of records with ids of their own; other records of their host are never the same paper. */
  readonly recordTitles: readonly { readonly titleKey: string; readonly host: string }[];
  readonly nameKeys: readonly string[];
  readonly recordIds: readonly string[];
}

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

/** An author of one paper. */
export interface PaperAuthorship {
  readonly authorKey: string;
  /** As the paper's record writes it. */
  readonly name: string;
  readonly orcid: string | null;
  /** Place among the authors, from 0. */
  readonly position: number;
  /** Which of the paper's affiliations are the author's, by their positions. */
  readonly affiliationPositions: readonly number[];
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
  /** Second identifiers, as `doi:…`, `arxiv:…`, `title:…`, `name:…`, `record:…`. */
  readonly identifiers: readonly string[];
  /** The id of the first record of a data set about it. */
  readonly recordId: string | null;
  /** Whose records state it, where nothing else does; see `hostOf`. */
  readonly recordHost: string | null;
  /** The id of the first OpenAlex record about it: `W2741809807`. */
  readonly openalexId: string | null;
  readonly citedByCount: number | null;
  readonly abstract: string | null;
  readonly authorships: readonly PaperAuthorship[];
  /** What it cites, by record id or DOI, each once. */
  readonly references: readonly string[];
  readonly listingKeys: readonly string[];
  readonly problems: readonly PaperProblem[];
}

/** A problem that only several listings together show, such as two places of publication, and the page it stands on. */
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
  /**
   * The tables' acronym, else that of a listing about the series; where there is neither, the store takes the first spelling
   * of papers in alphabetical order.
   */
  readonly acronym: string;
  /** The tables or a listing name it. */
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

/** A series with what listings about it and its years state. */
export interface ListedConference extends Conference {
  readonly ranks: readonly StatedRank[];
  /** Listings about the series itself. */
  readonly listingKeys: readonly string[];
}

/** One year of a series with what listings state of it; null is what none states. */
export interface ListedEdition extends Edition {
  /** ISO date. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly place: string | null;
  /** Absolute, or relative to its source's root. */
  readonly url: string | null;
  readonly acceptedCount: number | null;
  readonly submittedCount: number | null;
  readonly coLocatedKeys: readonly string[];
  readonly listingKeys: readonly string[];
}

/** What listings about some series and their years say, resolved. */
export interface ListedConferences {
  readonly conferences: readonly ListedConference[];
  readonly editions: readonly ListedEdition[];
  /** Named by them and told nothing about: series that workshops belong to, editions held together with one of them. */
  readonly mentionedConferences: readonly Conference[];
  readonly mentionedEditions: readonly Edition[];
  readonly problems: readonly ConferenceProblem[];
}

/** A problem that listings about one series show together. */
export interface ConferenceProblem extends PaperProblem {
  readonly conferenceKey: string;
}

export interface Topic {
  /** Source key, `:`, and the headings of the path as readable keys, joined by `/`; signs as words (`c-plus-plus`). Of a data set's topic, the last part of its id. */
  readonly key: string;
  readonly sourceKey: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly broaderKey: string | null;
  /** A data set describes it; else it is a heading of a list. */
  readonly isDescribed: boolean;
}

/** What a set of listings says, resolved: papers and every named thing that they refer to. */
export interface CanonicalGraph {
  readonly papers: readonly Paper[];
  readonly institutions: readonly Institution[];
  readonly conferences: readonly Conference[];
  readonly editions: readonly Edition[];
  readonly topics: readonly Topic[];
}
