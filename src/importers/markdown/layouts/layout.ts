import type { Problem } from '../../../model/problem.ts';
import type { SourceRecord, ToldApart } from '../../../model/source-record.ts';
import type { Block } from '../tree.ts';

/** Where blocks stand: what the page and the headings above say about every row below. */
export interface Place {
  readonly path: string;
  /** Headings above, outermost first, template headings left out. */
  readonly section: readonly string[];
}

/** What a layout made of blocks: every row is a record, a problem, or told apart. */
export interface Reading {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
  readonly toldApart: readonly ToldApart[];
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

export const NOTHING: Reading = { records: [], problems: [], toldApart: [] };

/** Several readings as one, in their order. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
    toldApart: readings.flatMap(({ toldApart }) => toldApart),
  };
}
