import { parseAliasFile } from '../importers/names/alias-file.ts';
import { InputError } from '../model/errors.ts';
import { contradictionIn } from '../model/names/alias-contradictions.ts';
import { type AliasTable, joinAliases } from '../model/names/alias-table.ts';
import type { Names } from '../model/names/names.ts';
import { namesFromTables } from '../model/names/names-from-tables.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type StoredTable, storedTables } from '../store/name-table-queries.ts';
import { storedPages } from '../store/source-queries.ts';
import { parseAliases } from './load-names.ts';
import {
  type NamesImportOptions,
  type NamesSummary,
  namesSource,
  putTable,
  requireNamesSource,
  tablePageOf,
} from './name-sources.ts';
import { readTextFile } from './read-file.ts';
import { textHash } from './read-listings.ts';
import {
  countReadOtherwise,
  finishSettling,
  nothingSettled,
  settledCounts,
  settleNamesAgain,
} from './settle-names-again.ts';
import { sourceKinds } from './source-kinds.ts';

/** The source that alias files are pages of where nothing else is said. */
const defaultAliasSource = 'aliases';

/** Moves when the reading of alias files changes, so that they are read again. */
const aliasVersion = 'aliases 1';

/**
 * Takes an alias file in. What it says applies to what is in the graph already: the papers whose names mean something else
 * are reconciled again, and no other.
 *
 * @throws InputError BAD_ALIASES, ALIAS_CONTRADICTION with both lines, those of `readTextFile`; nothing is changed then
 */
export async function importAliases(
  store: GraphStore,
  named: string,
  { sourceKey = defaultAliasSource, dryRun = false, signal }: NamesImportOptions = {},
): Promise<NamesSummary> {
  await requireNamesSource(store, sourceKey, sourceKinds.aliases);
  const text = await readTextFile(named);
  const page = tablePageOf(named, sourceKey);
  const hash = textHash(text, aliasVersion);
  const aliases = parseAliasFile(text, named, page.key);
  const stored = (await storedPages(store, sourceKey)).filter(({ pageKey }) => pageKey === page.key);
  const recordCount = aliases.institutions.length + aliases.conferences.length;
  const summary = {
    source: sourceKey,
    dryRun,
    recordCount,
    nameCount: nameCountOf(aliases),
    problems: [],
    isStopped: false,
  };
  const source = namesSource(sourceKey, sourceKinds.aliases);
  const left = dryRun ? nothingSettled : await finishSettling(store, source, signal);
  if (stored[0]?.hash === hash) return { ...summary, ...settledCounts(left), isUnchanged: true };
  if (signal?.aborted) return { ...summary, ...settledCounts(left), isStopped: true, isUnchanged: false };
  const others = (await storedTables(store)).filter(({ pageKey }) => pageKey !== page.key);
  refuseContradiction(aliases, others, named, page.key);
  const table: StoredTable = { pageKey: page.key, register: null, aliases: JSON.stringify(aliases), stated: null };
  if (dryRun) {
    const changedListingCount = await countReadOtherwise(store, [...others, table]);
    return { ...summary, isUnchanged: false, changedListingCount, paperCount: 0 };
  }
  await store.write((transaction) =>
    putTable(transaction, source, { page: { ...page, hash, problems: [] }, table, replaced: stored }),
  );
  return { ...summary, isUnchanged: false, ...settledCounts(await settleNamesAgain(store, source, signal)) };
}

/**
 * What names mean with one alias file beside the built-in tables.
 * @throws InputError as `importAliases`
 */
export async function namesOfAliasFile(named: string): Promise<Names> {
  const aliases = parseAliasFile(await readTextFile(named), named, named);
  refuseContradiction(aliases, [], named, named);
  return namesFromTables({
    aliases: [aliases],
    organizations: [],
    organizationNames: [],
    nearNames: [],
    stated: new Map(),
  });
}

function refuseContradiction(
  aliases: AliasTable,
  others: readonly StoredTable[],
  named: string,
  pageKey: string,
): void {
  const tables = others.flatMap((table) => (table.aliases === null ? [] : [parseAliases(table.aliases)]));
  const found = contradictionIn(joinAliases([...tables, aliases]));
  if (found === null) return;
  const [one, other] = found.lines.map(({ path, line }) => `${path === pageKey ? named : path}:${line}`);
  const lines = one === other ? one : `${one} and ${other}`;
  throw new InputError(
    'ALIAS_CONTRADICTION',
    `${lines}: ${found.message}. Mend one of the lines and import the file again; nothing was changed.`,
  );
}

function nameCountOf({ institutions, conferences }: AliasTable): number {
  return [...institutions, ...conferences].reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
}
