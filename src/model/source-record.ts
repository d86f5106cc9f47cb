import type { Described } from './described.ts';
import type { Position, Problem } from './problem.ts';

/** What a link of a paper leads to. */
export const linkKinds = [
  'PAPER',
  'PDF',
  'CODE',
  'ARTIFACT',
  'DATASET',
  'BENCHMARK',
  'SLIDES',
  'VIDEO',
  'POSTER',
  'HOMEPAGE',
  'BLOG',
  'NOTES',
  'OTHER',
] as const;

export type LinkKind = (typeof linkKinds)[number];

/** A link as a row states it. `url` is absolute, or relative to the source's root where it leads to one of its pages, else as written. */
export interface StatedLink {
  readonly kind: LinkKind;
  readonly label: string | null;
  readonly url: string;
  /** The address as written, only while a page is read and only where `url` is not it; see `settleLinks`. */
  readonly written?: string;
}

/** What kind of work a paper is. */
export const paperTypes = [
  'ARTICLE',
  'PREPRINT',
  'REPORT',
  'THESIS',
  'BOOK',
  'CHAPTER',
  'DATASET',
  'ESSAY',
  'OTHER',
] as const;

export type PaperType = (typeof paperTypes)[number];

/** An author as a row states it, with the institutions that the row gives for this author alone. */
export interface StatedAuthor {
  readonly name: string;
  /** Names as written. */
  readonly institutions: readonly string[];
  /** The author's own id, where the source gives one. */
  readonly id?: string;
  /** Ids of institutions that the same source describes; see `Described`. */
  readonly institutionIds?: readonly string[];
  /** As `0000-0002-1825-0097`, without the address. */
  readonly orcid?: string;
}

/**
 * What one row of one source says about one paper, as it says it. Nothing is resolved here: names stay as written, so
 * that a record can be read again when the tables of names change. Absent is null or empty, never guessed.
 */
export interface SourceRecord {
  readonly position: Position;
  /** Headings above the row, outermost first; template headings are left out. */
  readonly section: readonly string[];
  readonly title: string | null;
  readonly shortName: string | null;
  /** Where it was published, as written: "OSDI 2023", "arXiv 2212.00939". */
  readonly venue: string | null;
  /** The year where the row gives one apart from the venue. */
  readonly year: number | null;
  /** Institution names as written, in the order stated, one name an item, placeholders such as "Many others" left out. */
  readonly institutions: readonly string[];
  /** The row says that institutions are missing ("Many others", a "first institution" column). */
  readonly institutionsIncomplete: boolean;
  readonly authors: readonly StatedAuthor[];
  readonly links: readonly StatedLink[];
  /** Text of remarks without markup. */
  readonly remarks: readonly string[];
  readonly awards: readonly string[];
  readonly track: string | null;
  /** What kind of work the row itself says or shows it to be. */
  readonly type?: PaperType;
  /** Words that the row or page gives as keywords or hashtags, as written. */
  readonly keywords?: readonly string[];
  /** Stated as such and not in a link; as `doiOf` gives it. */
  readonly doi?: string;
  /** Stated as such and not in a link; as `arxivIdOf` gives it. */
  readonly arxivId?: string;
  readonly abstract?: string;
  readonly citedByCount?: number;
  /**
   * The record's own id, as an address where it is one ("https://openalex.org/W2741809807"). Two records of one source that
   * have ids of their own are never one paper.
   */
  readonly recordId?: string;
  /** What it cites, in the order stated: ids of records, or DOIs as addresses. */
  readonly references?: readonly string[];
  /** The series that it was published in, by the id under which the same source describes it. */
  readonly conferenceId?: string;
  /** Institutions of the paper by id, those of its authors apart. */
  readonly institutionIds?: readonly string[];
  /** Topics by id, the main one first. */
  readonly topicIds?: readonly string[];
}

/** A record that states nothing but where it stands. */
export const nothingStated: Omit<SourceRecord, 'position'> = {
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

/** What a piece of a data set gives, in its order. */
export interface ReadRecords {
  readonly records: readonly SourceRecord[];
  /** What its records describe of other things than papers, each as often as it is stated. */
  readonly described?: readonly Described[];
  readonly problems: readonly Problem[];
}

/** Reads a data set of any size piece by piece, in bounded memory. */
export interface RecordStream {
  /** Records that the next piece of text completes. */
  push(text: string): ReadRecords;
  /** What is left at the end of the file. */
  end(): ReadRecords;
}

/** What a row is that is no paper. `INDEX` leads to another page of the source, `EDITION` is one year of a conference. */
export type ToldApartKind = 'ESSAY' | 'PRODUCT' | 'TOOL' | 'TRACE' | 'PERSON' | 'INDEX' | 'EDITION' | 'TEXT';

/** A row of a list that was understood and is no paper, so that every row is accounted for. */
export interface ToldApart {
  readonly position: Position;
  readonly kind: ToldApartKind;
  /** The row's text without markup, shortened. */
  readonly text: string;
}

/** One year of a conference as a calendar or a data set of conferences states it. */
export interface StatedEdition {
  readonly position: Position;
  /** "OSDI 2023"; where the source keeps series and year apart, the two joined. */
  readonly name: string;
  /** "Jul 10-12, 2023" */
  readonly dates: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly remarks: readonly string[];
  /** The series, where the source gives it apart from the year. */
  readonly series?: StatedSeriesName;
  /** The year, where the source gives it apart from the name. */
  readonly year?: number;
  /** Papers that were accepted and handed in, where both are stated. */
  readonly acceptance?: { readonly acceptedCount: number; readonly submittedCount: number };
}

/** A series as a data set names it. */
export interface StatedSeriesName {
  readonly acronym: string;
  readonly fullName: string | null;
}

/** A grade that somebody gives a series: scheme "CCF", value "A". */
export interface StatedRank {
  readonly scheme: string;
  readonly value: string;
}

/** What a data set of conferences says of one series, whatever the year. */
export interface StatedConference extends StatedSeriesName {
  readonly position: Position;
  readonly ranks: readonly StatedRank[];
}

/** One page of a source, read: its title, its records in the order of lines, and what could not be taken as it stands. */
export interface ReadPage {
  readonly path: string;
  readonly title: string | null;
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
  /** Rows that are no papers, in the order of lines. */
  readonly toldApart: readonly ToldApart[];
  /** What the page says of years of conferences; a row of a calendar is told apart as an `EDITION` too. */
  readonly editions: readonly StatedEdition[];
  /** What the page says of series, where it is one of a data set of conferences. */
  readonly conferences?: readonly StatedConference[];
}
