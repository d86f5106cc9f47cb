import type { Problem } from '../../../model/problem.ts';
import type { SourceRecord, StatedEdition, ToldApart } from '../../../model/source-record.ts';
import type { Block } from '../tree.ts';

/** Where blocks stand: what the page and the headings above say about every row below. */
export interface Place {
  readonly path: string;
  /** Headings above, outermost first, template headings left out. */
  readonly section: readonly string[];
  /** The conference and year that the page or a heading is about: every row below appeared there. */
  readonly venue?: string;
  readonly year?: number;
  /** The institution that a heading names as the one of all rows below. */
  readonly institution?: string;
  /** The author that a heading names: one of the authors of all rows below. */
  readonly author?: string;
  /** Hashtags of the page's front matter. */
  readonly keywords?: readonly string[];
  /** What the page says of itself in its front matter. */
  readonly description?: string | null;
  /** Below a heading such as "Acronyms" nothing is a paper. */
  readonly isWithoutPapers?: boolean;
  /** The heading is that of a table of contents, which says nothing of headings below it. */
  readonly isContents?: boolean;
}

/** What a layout made of blocks: every row is a record, a problem, or told apart. */
export interface Reading {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
  readonly toldApart: readonly ToldApart[];
  readonly editions: readonly StatedEdition[];
}

/** A recogniser of one way to write rows about papers. */
export interface Layout {
  readonly name: string;
  /**
   * Reads the blocks from `at` on.
   *
   * @returns what it understood and how many blocks that took (at least 1), or null where this is not its layout
   */
  read(blocks: readonly Block[], at: number, place: Place): (Reading & { readonly taken: number }) | null;
}

export const NOTHING: Reading = { records: [], problems: [], toldApart: [], editions: [] };

/** Several readings as one, in their order. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
    toldApart: readings.flatMap(({ toldApart }) => toldApart),
    editions: readings.flatMap(({ editions }) => editions),
  };
}
