import type { Grouping } from '../store/read/selection.ts';
import { anything, int, list, optional, record, text } from '../store/values.ts';
import type { PaperFacet } from './types/enums.ts';

/** What papers can be counted by, and how counted groups are shown. */

export interface FacetCountRow {
  readonly key: string;
  readonly name: string;
  readonly paperCount: number;
  /** Of the papers, how many each share's filter lets through, by the share's name in the request. */
  readonly fittingCounts: ReadonlyMap<string, number>;
}

export interface CrossCountRow {
  readonly row: string;
  readonly column: string;
  readonly paperCount: number;
}

interface Facet {
  readonly fragment: string;
  /** Another fragment counts units under their parents. */
  readonly rollsUp?: true;
  readonly args?: Grouping['args'];
  /** The property that names a group which is a node. */
  readonly nodeName?: string;
  /** Groups are years, so many apart. */
  readonly step?: number;
  /** The name of a group that is a value. */
  readonly nameOf?: (value: string) => string;
}

const collaborationKinds = {
  international: 'INTERNATIONAL',
  national: 'NATIONAL',
  withinOne: 'WITHIN_ONE',
  unknown: 'UNKNOWN',
};

const facets: Readonly<Record<PaperFacet, Facet>> = {
  YEAR: { fragment: 'facet/years', step: 1 },
  DECADE: { fragment: 'facet/decades', step: 10, nameOf: (value) => `${value}s` },
  TYPE: { fragment: 'facet/types', nameOf: inWords },
  CONFERENCE: { fragment: 'facet/conferences', nodeName: 'acronym' },
  CONFERENCE_KIND: { fragment: 'facet/conference-kinds', nameOf: inWords },
  INSTITUTION: { fragment: 'facet/institutions', rollsUp: true, nodeName: 'name' },
  INSTITUTION_KIND: { fragment: 'facet/institution-kinds', rollsUp: true, nameOf: inWords },
  COUNTRY: { fragment: 'facet/countries', rollsUp: true, nameOf: countryName },
  TOPIC: { fragment: 'facet/topics', nodeName: 'name' },
  AUTHOR: { fragment: 'facet/authors', nodeName: 'name' },
  LINK_KIND: { fragment: 'facet/link-kinds', nameOf: inWords },
  AWARD: { fragment: 'facet/awards' },
  COLLABORATION_KIND: {
    fragment: 'facet/collaboration-kinds',
    rollsUp: true,
    args: collaborationKinds,
    nameOf: inWords,
  },
};

export function groupingOf(by: PaperFacet, rollUpUnits: boolean): Grouping {
  const { fragment, rollsUp, args = {}, nodeName = null, step } = facets[by];
  return {
    fragment: rollsUp && rollUpUnits ? `${fragment}-rolled-up` : fragment,
    args,
    name: nodeName,
    isSeries: step !== undefined,
  };
}

const fitting = list(record({ share: text, paperCount: int }));
const groups = list(record({ value: anything, name: optional(text), paperCount: int, fitting }));
const facetTable = record({ groups });
const crossTable = record({ rows: facetTable, columns: facetTable, cells: list(list(anything)) });

/** The groups of a facet as the store worked them out, those of a series with its gaps filled. */
export function facetCounts(by: PaperFacet, table: unknown): readonly FacetCountRow[] {
  const { step, nameOf = String } = facets[by];
  const counts = facetTable.read(table).groups.map((group) => ({
    key: String(group.value),
    name: group.name ?? nameOf(String(group.value)),
    paperCount: group.paperCount,
    fittingCounts: new Map(group.fitting.map(({ share, paperCount }) => [share, paperCount])),
  }));
  return step === undefined ? counts : filled(counts, step, nameOf);
}

/** Every cell of a cross table, row by row. */
export function crossCounts(rows: PaperFacet, columns: PaperFacet, table: unknown): readonly CrossCountRow[] {
  const read = crossTable.read(table);
  const counts = new Map(read.cells.map(([row, column, count]) => [cellKey(row, column), int.read(count)]));
  const columnKeys = facetCounts(columns, read.columns).map(({ key }) => key);
  return facetCounts(rows, read.rows).flatMap(({ key: row }) =>
    columnKeys.map((column) => ({ row, column, paperCount: counts.get(cellKey(row, column)) ?? 0 })),
  );
}

function cellKey(row: unknown, column: unknown): string {
  return JSON.stringify([String(row), String(column)]);
}

/** A slip of a year must not become an answer without end. */
const longestGap = 1_000;

function filled(
  counts: readonly FacetCountRow[],
  step: number,
  nameOf: (value: string) => string,
): readonly FacetCountRow[] {
  return counts.flatMap((count, index) => {
    const year = Number(count.key);
    const before = index === 0 ? year : Number(counts[index - 1]?.key);
    const missing = year - before > longestGap ? 0 : Math.max(0, (year - before) / step - 1);
    const gap = Array.from({ length: missing }, (_, place) => {
      const key = String(before + (place + 1) * step);
      return { key, name: nameOf(key), paperCount: 0, fittingCounts: new Map() };
    });
    return [...gap, count];
  });
}

/** "PREPRINT_SERVER" is "Preprint server". */
function inWords(word: string): string {
  const words = word.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
