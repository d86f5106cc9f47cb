import type { StatedFacts } from '../model/names/facts.ts';
import { builtInNames } from '../model/names/names.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { dropTables, type StoredTable, storedTables, storeTables } from '../store/name-table-queries.ts';
import { parseStated } from './load-names.ts';
import { writeNamedAsMeant } from './named-as-meant.ts';

/** No page's key: that of a page has its source's name before the slashes. */
const tableKey = '//data-sets';

/**
 * Makes this what data sets state of institutions of the built-in table, and writes those of them again of which they state something
 * else than before, in one transaction.
 */
export async function settleStated(store: GraphStore, stated: ReadonlyMap<string, StatedFacts>): Promise<void> {
  const former = formerlyStated(await storedTables(store));
  const changed = [...new Set([...former.keys(), ...stated.keys()])].filter(
    (key) => JSON.stringify(former.get(key)) !== JSON.stringify(stated.get(key)),
  );
  if (changed.length === 0) return;
  await store.write(async (transaction) => {
    if (stated.size === 0) await dropTables(transaction, [tableKey]);
    else await storeTables(transaction, [statedTable(stated)]);
    const ror = (key: string) => builtInNames.institutionByKey(key)?.ror ?? null;
    await writeNamedAsMeant(
      transaction,
      changed.map((key) => ({ label: 'Institution', key, ror: ror(key) })),
    );
  });
}

function statedTable(stated: ReadonlyMap<string, StatedFacts>): StoredTable {
  return { pageKey: tableKey, register: null, aliases: null, stated: JSON.stringify([...stated]) };
}

function formerlyStated(tables: readonly StoredTable[]): ReadonlyMap<string, StatedFacts> {
  return new Map(tables.flatMap(({ stated }) => (stated === null ? [] : parseStated(stated))));
}
