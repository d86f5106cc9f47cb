import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { list, record, text } from './values.ts';

const papersOfFormerKeys = defineQuery('paper/former-keys', {
  params: { rows: list(record({ formerKey: text, identifierKey: text })) },
  row: { formerKey: text, key: text },
});

/** The identifier under which a key that a paper once had keeps finding it. */
export function retiredKey(formerKey: string): string {
  return `paper-key:${formerKey}`;
}

/** Of keys that papers once had, the keys of these papers now; one that no paper ever had is left out. */
export async function currentPaperKeys(
  store: Pick<GraphStore, 'run'>,
  formerKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (formerKeys.length === 0) return new Map();
  const rows = formerKeys.map((formerKey) => ({ formerKey, identifierKey: retiredKey(formerKey) }));
  const found = await store.run(papersOfFormerKeys, { rows });
  // Rows stand in the order of keys: of several papers the first, as `paper(by: {key:})` gives it.
  return new Map([...found].reverse().map(({ formerKey, key }) => [formerKey, key]));
}
