import type { ConferenceListing } from '../model/graph.ts';
import type { Names } from '../model/names/names.ts';
import { reconcileConferences, seriesKeysOf } from '../reconcile/reconcile-conferences.ts';
import {
  conferenceKeysOfListings,
  editionsOfConferences,
  listingsOfConferences,
} from '../store/conference-listings.ts';
import type { GraphTransaction } from '../store/graph-store.ts';
import type { ConferenceChange } from '../store/write-conferences.ts';

/**
 * Everything that must be looked at again when listings about series and their years come, change or go: all listings about
 * one of the series that they are about, and of the other series of a joint edition among those, until no more come.
 *
 * @param changed - listings as they hold from now on
 * @param removedKeys - listings of any kind that no longer hold
 * @param names - what names of series mean
 */
export async function conferenceChangeOf(
  transaction: GraphTransaction,
  changed: readonly ConferenceListing[],
  removedKeys: readonly string[],
  names: Names,
): Promise<ConferenceChange> {
  const removed = new Set(removedKeys);
  const listings = new Map(changed.map((listing) => [listing.key, listing]));
  const formerListingKeys = new Set<string>();
  const visited = new Set<string>();
  const former = transaction.isFirst
    ? []
    : await conferenceKeysOfListings(transaction, [...listings.keys(), ...removedKeys]);
  let keys = [...new Set([...former, ...changed.flatMap((listing) => seriesKeysOf(listing, names))])];
  while (keys.length > 0) {
    for (const key of keys) visited.add(key);
    const found = transaction.isFirst ? [] : await listingsOfConferences(transaction, keys);
    for (const listing of found) {
      formerListingKeys.add(listing.key);
      if (!listings.has(listing.key) && !removed.has(listing.key)) listings.set(listing.key, listing);
    }
    keys = [...new Set(found.flatMap((listing) => seriesKeysOf(listing, names)))].filter((key) => !visited.has(key));
  }
  const conferenceKeys = [...visited].sort();
  const formerEditions = transaction.isFirst ? [] : await editionsOfConferences(transaction, conferenceKeys);
  const listed = reconcileConferences([...listings.values()], { conferenceKeys, editions: formerEditions }, names);
  return { listings: changed, formerListingKeys: [...formerListingKeys], conferenceKeys, formerEditions, listed };
}
