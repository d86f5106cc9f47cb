import type { Listing } from '../model/graph.ts';
import type { Names } from '../model/names/names.ts';
import { identityOf, tokensOf } from '../reconcile/listing-identity.ts';
import type { GraphTransaction } from '../store/graph-store.ts';
import { candidatePaperKeys, listingsOfPapers, paperKeysOfListings } from '../store/identity-queries.ts';

/** Everything that must be looked at again when some listings come, change or go. */
export interface Component {
  /** All listings of it that hold from now on. */
  readonly listings: readonly Listing[];
  /** Papers in the store that they were of. */
  readonly formerPaperKeys: readonly string[];
  /** Which paper each stored listing was of. */
  readonly formerPaperOf: ReadonlyMap<string, string>;
  /** Titles and names that each former paper went by. */
  readonly formerNames: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Of pages that changed, what the graph holds. */
export interface FormerListings {
  readonly storedListingKeys: readonly string[];
  /** Those that no longer hold. */
  readonly removedListingKeys: readonly string[];
}

/**
 * Follows identity tokens from the listings that changed to every stored listing that shares one, until no more come.
 * Two listings outside of it and inside of it share nothing, so reconciling it alone gives what reconciling all would.
 *
 * @param changed - listings as they hold from now on
 * @param former - of the pages that changed, the listings that the graph holds, and those that no longer hold
 * @param names - what places of publication mean
 */
export async function componentOf(
  transaction: Pick<GraphTransaction, 'run'> & Partial<Pick<GraphTransaction, 'isFirst'>>,
  changed: readonly Listing[],
  former: FormerListings,
  names: Names,
): Promise<Component> {
  const listings = new Map(changed.map((listing) => [listing.key, listing]));
  const formerPaperOf = new Map<string, string>();
  const formerNames = new Map<string, Set<string>>();
  const removed = new Set(former.removedListingKeys);
  const visited = new Set<string>();
  let keys = await paperKeysOfListings(transaction, former.storedListingKeys);
  let frontier: readonly Listing[] = transaction.isFirst ? [] : changed;
  do {
    const tokens = tokensOf(frontier.map((listing) => identityOf(listing, names)));
    const candidates = frontier.length === 0 ? [] : await candidatePaperKeys(transaction, tokens);
    keys = [...new Set([...keys, ...candidates])].filter((key) => !visited.has(key));
    for (const key of keys) visited.add(key);
    const found: Listing[] = [];
    for (const { paperKey, listing } of await listingsOfPapers(transaction, keys)) {
      formerPaperOf.set(listing.key, paperKey);
      const { titleKey, nameKey } = identityOf(listing, names);
      const former = formerNames.get(paperKey) ?? new Set();
      formerNames.set(paperKey, former.add(nameKey).add(titleKey ?? nameKey));
      if (listings.has(listing.key)) continue;
      // What a listing shared that goes may hold otherwise without it, so its tokens are followed too.
      found.push(listing);
      if (!removed.has(listing.key)) listings.set(listing.key, listing);
    }
    frontier = found;
    keys = [];
  } while (frontier.length > 0);
  return { listings: [...listings.values()], formerPaperKeys: [...visited].sort(), formerPaperOf, formerNames };
}
