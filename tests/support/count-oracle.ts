import { authors, type CountedPaper, conferences, institutions, keyAt, rootOf, topics } from './counted-graph.ts';

/** Counts in plain TypeScript, to compare the store's with. */

/** The groups that one paper stands in, each once. */
function groupsOf(by: string, paper: CountedPaper, rollUpUnits: boolean): readonly string[] {
  const named = institutionsOf(paper, rollUpUnits).map((index) => institutions[index]);
  const known = (values: readonly (string | null | undefined)[]) => [
    ...new Set(values.flatMap((value) => (value === null || value === undefined ? [] : [value]))),
  ];
  switch (by) {
    case 'YEAR':
      return paper.year === null ? [] : [String(paper.year)];
    case 'DECADE':
      return paper.year === null ? [] : [String(Math.floor(paper.year / 10) * 10)];
    case 'TYPE':
      return [paper.type];
    case 'CONFERENCE':
      return paper.conferences.map((index) => conferences[index]?.key ?? '');
    case 'CONFERENCE_KIND':
      return known(paper.conferences.map((index) => conferences[index]?.kind));
    case 'INSTITUTION':
      return known(named.map((each) => each?.key));
    case 'INSTITUTION_KIND':
      return known(named.map((each) => each?.kind));
    case 'COUNTRY':
      return known(named.map((each) => each?.country));
    case 'TOPIC':
      return paper.topics.map((index) => topics[index] ?? '');
    case 'AUTHOR':
      return paper.authors.map((index) => authors[index] ?? '');
    case 'LINK_KIND':
      return known(paper.linkKinds);
    case 'AWARD':
      return paper.awards;
    case 'COLLABORATION_KIND':
      return [collaborationKind(named.map((each) => each?.country ?? null))];
    default:
      throw new Error(`No facet ${by}.`);
  }
}

function collaborationKind(countries: readonly (string | null)[]): string {
  const known = new Set(countries.filter((country) => country !== null));
  if (known.size > 1) return 'INTERNATIONAL';
  if (countries.length === 1) return 'WITHIN_ONE';
  return known.size === 1 && !countries.includes(null) ? 'NATIONAL' : 'UNKNOWN';
}

/** Indices of the institutions of a paper. */
export function institutionsOf(paper: CountedPaper, rollUpUnits: boolean): readonly number[] {
  return [...new Set(paper.institutions.map((index) => (rollUpUnits ? rootOf(index) : index)))];
}

export interface Count {
  readonly key: string;
  readonly paperCount: number;
}

/** Groups with their counts: largest first and ties by key, or for years in their order with gaps filled. */
export function facetOf(by: string, papers: readonly CountedPaper[], rollUpUnits: boolean): readonly Count[] {
  const groups = papers.flatMap((paper) => groupsOf(by, paper, rollUpUnits));
  const count = (key: string) => ({ key, paperCount: groups.filter((each) => each === key).length });
  if (by === 'YEAR' || by === 'DECADE') return yearsOf(groups, by === 'YEAR' ? 1 : 10).map(count);
  const counts = [...new Set(groups)].map(count);
  return counts.sort((one, other) => other.paperCount - one.paperCount || (one.key < other.key ? -1 : 1));
}

function yearsOf(groups: readonly string[], step: number): readonly string[] {
  const years = groups.map(Number);
  const from = Math.min(...years);
  const length = years.length === 0 ? 0 : (Math.max(...years) - from) / step + 1;
  return Array.from({ length }, (_, place) => String(from + place * step));
}

/** Cells of the first rows and columns, row by row. */
export function crossOf(
  rows: string,
  columns: string,
  papers: readonly CountedPaper[],
  rollUpUnits: boolean,
): readonly { readonly row: string; readonly column: string; readonly paperCount: number }[] {
  return facetOf(rows, papers, rollUpUnits).flatMap(({ key: row }) =>
    facetOf(columns, papers, rollUpUnits).map(({ key: column }) => ({
      row,
      column,
      paperCount: papers.filter(
        (paper) =>
          groupsOf(rows, paper, rollUpUnits).includes(row) && groupsOf(columns, paper, rollUpUnits).includes(column),
      ).length,
    })),
  );
}

/** Pairs of institutions with the papers that they share. */
export function pairsOf(papers: readonly CountedPaper[], rollUpUnits: boolean) {
  const keys = [...new Set(papers.flatMap((paper) => institutionsOf(paper, rollUpUnits)))].map(keyAt).sort();
  const pairs = keys.flatMap((first, place) => keys.slice(place + 1).map((second) => [first, second] as const));
  return pairs.flatMap(([first, second]) => {
    const shared = papers.filter((paper) => {
      const named = institutionsOf(paper, rollUpUnits).map(keyAt);
      return named.includes(first) && named.includes(second);
    });
    const years = shared.flatMap(({ year }) => year ?? []);
    const [firstYear, lastYear] = years.length === 0 ? [null, null] : [Math.min(...years), Math.max(...years)];
    return shared.length === 0 ? [] : [{ first, second, sharedPaperCount: shared.length, firstYear, lastYear }];
  });
}
