import type { GraphTransaction } from './graph-store.ts';
import * as queries from './write-queries.ts';

/** Nodes that lost a reference, by label. */
export type References = readonly { readonly label: string; readonly key: string }[];

export interface Lost {
  readonly references: References;
  /** Identifiers that lost what they mean. */
  readonly identifierKeys: readonly string[];
}

/** Editions first: they hold conferences. */
const sweeps = [
  { label: 'Edition', above: 'Conference', query: queries.forgetUnusedEditions },
  { label: 'Conference', above: 'Conference', query: queries.forgetUnusedConferences },
  { label: 'Institution', above: 'Institution', query: queries.forgetUnusedInstitutions },
  { label: 'Topic', above: 'Topic', query: queries.forgetUnusedTopics },
  { label: 'Author', above: 'Author', query: queries.forgetUnusedAuthors },
  { label: 'Link', above: 'Link', query: queries.forgetUnusedLinks },
] as const;

/** Removes what nothing refers to any more, then what that stood under, and names that mean nothing any more. */
export async function forgetUnused(transaction: GraphTransaction, { references, identifierKeys }: Lost): Promise<void> {
  const keys = new Map<string, Set<string>>(sweeps.map(({ label }) => [label, new Set<string>()]));
  for (const { label, key } of references) keys.get(label)?.add(key);
  const names = new Set(identifierKeys);
  for (const { label, above, query } of sweeps) {
    let round = [...(keys.get(label) ?? [])];
    while (round.length > 0) {
      const rows = await transaction.run(query, { keys: round });
      for (const row of rows) for (const key of row.identifierKeys) names.add(key);
      const freed = rows.flatMap(({ aboveKeys }) => aboveKeys);
      if (above !== label) for (const key of freed) keys.get(above)?.add(key);
      round = above === label ? [...new Set(freed)] : [];
    }
  }
  if (names.size > 0) await transaction.run(queries.forgetUnusedIdentifiers, { keys: [...names] });
}
