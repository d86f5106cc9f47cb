import type { ExplainedLine } from '../model/explanation.ts';
import type { AliasTable } from '../model/names/alias-table.ts';
import type { Names } from '../model/names/names.ts';
import type { Position } from '../model/problem.ts';
import type { TableLines } from '../reconcile/explain-named.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { linesOfOrganizations, storedTables } from '../store/name-table-queries.ts';
import { parseAliases } from './load-names.ts';
import { placeOfPage } from './read-listings.ts';

type Reader = Pick<GraphStore, 'run'>;

/** Lines of alias files and registers that are about an institution or conference; none for nodes of other kinds. */
export async function tableLinesOf(
  reader: Reader,
  { kind, key }: { readonly kind: string; readonly key: string },
  names: Names,
): Promise<TableLines> {
  const tables = await storedTables(reader);
  const settled = tables.flatMap(({ aliases }) => (aliases === null ? [] : [parseAliases(aliases)]));
  const aliasFiles = settled.flatMap((table) => positionsIn(table, { kind, key }, names)).map(lineAt);
  const ror = kind === 'institution' ? (names.institutionByKey(key)?.ror ?? null) : null;
  const pages = new Map(tables.flatMap(({ register, pageKey }) => (register === null ? [] : [[register, pageKey]])));
  const found = ror === null ? [] : await linesOfOrganizations(reader, [ror], [...pages.keys()]);
  const registers = found.flatMap(({ register, line }) => {
    const path = pages.get(register);
    return path === undefined ? [] : [lineAt({ path, line })];
  });
  return { aliasFiles, registers };
}

function positionsIn(
  { institutions, conferences }: AliasTable,
  { kind, key }: { readonly kind: string; readonly key: string },
  names: Names,
): readonly Position[] {
  if (kind === 'conference') {
    return conferences
      .filter(({ acronym }) => names.findConference(acronym)?.key === key)
      .map(({ position }) => position);
  }
  if (kind !== 'institution') return [];
  const means = (name: string) => names.readInstitution(name).candidates.some((facts) => facts.key === key);
  return institutions
    .filter(({ name, parent }) => means(name) || (parent !== null && means(parent.name)))
    .map(({ position }) => position);
}

/** Positions in tables have the page's key as path. */
function lineAt({ path: pageKey, line }: Position): ExplainedLine {
  return { ...placeOfPage(pageKey), pageKey, line, statedAs: null };
}
