import type { Described } from './described.ts';
import type { ConferenceListing, Listing } from './graph.ts';
import type { ConferenceKind } from './names/facts.ts';
import type { Problem } from './problem.ts';
import type { LinkKind, PaperType } from './source-record.ts';

/** The version of the lines that `papergraph export` writes; it moves when older programs could not read them. */
export const graphLineVersion = 1;

/** A graph as lines, in the order of these kinds but that sources and pages stand before the first paper that needs them. */
export type GraphLine =
  | HeadLine
  | SourceLine
  | PageLine
  | DescriptionLine
  | PaperLine
  | ConferenceListingLine
  | EndLine;

/** The first line. */
export interface HeadLine {
  readonly kind: 'export';
  readonly graphVersion: number;
  /** Every paper, page and row of the graph; else what a filter let through. */
  readonly isWhole: boolean;
  /** Sources of names (a register, alias files) that the graph was read with; they are not exported. */
  readonly nameSources: readonly string[];
}

export interface SourceLine {
  readonly kind: 'source';
  readonly key: string;
  readonly sourceKind: string;
  readonly url: string | null;
  readonly revision: string | null;
  readonly importedAt: string;
}

export interface PageLine {
  readonly kind: 'page';
  readonly key: string;
  readonly sourceKey: string;
  readonly path: string;
  readonly url: string | null;
  readonly title: string | null;
  /** Of the page's text and the rules that it was read by. */
  readonly hash: string;
  /** Paths that its links within the source may lead to. */
  readonly lookedUp: readonly string[];
  /** Of a data set's file: which revision of it was read, and how many of its records. */
  readonly progress?: { readonly revision: string; readonly recordCount: number };
  /** What the page alone shows. */
  readonly problems: readonly Problem[];
}

/** What a page of a data set describes beside papers; stands behind the page. */
export interface DescriptionLine {
  readonly kind: 'description';
  readonly pageKey: string;
  readonly described: Described;
}

/** A paper's facts, for readers; what comes back into a graph is its listings, which the facts follow from. */
export interface PaperLine {
  readonly kind: 'paper';
  readonly key: string;
  readonly title: string;
  readonly shortName: string | null;
  /** As the listing that names most of them has them; the first of several. */
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly type: PaperType;
  readonly doi: string | null;
  readonly arxivId: string | null;
  /** Where it was published, the main place first. */
  readonly conferences: readonly PaperConference[];
  /** The year of the main place. */
  readonly edition: { readonly key: string; readonly year: number } | null;
  readonly institutions: readonly PaperInstitution[];
  /** Headings that it is listed under. */
  readonly topics: readonly { readonly key: string; readonly path: readonly string[] }[];
  readonly links: readonly PaperAddress[];
  readonly awards: readonly string[];
  readonly track: string | null;
  readonly affiliationsIncomplete: boolean;
  /** In the order of pages and lines. */
  readonly listings: readonly Listing[];
}

interface PaperConference {
  readonly key: string;
  readonly acronym: string;
  readonly name: string | null;
  readonly kind: ConferenceKind;
}

interface PaperInstitution {
  readonly key: string;
  readonly name: string;
  readonly statedAs: readonly string[];
}

interface PaperAddress {
  readonly kind: LinkKind;
  readonly label: string | null;
  readonly url: string;
}

/** A row about a series or one year of it. */
export interface ConferenceListingLine extends ConferenceListing {
  readonly kind: 'conference-listing';
}

/** The last line: a file without it was cut. */
export interface EndLine {
  readonly kind: 'end';
  readonly paperCount: number;
}
