import { lastPart } from '../model/described.ts';
import type { PaperAffiliation, PaperAuthorship } from '../model/graph.ts';
import type { Names } from '../model/names/names.ts';
import type { StatedAuthor } from '../model/source-record.ts';
import { slug } from '../model/text.ts';
import type { ListingIdentity } from './listing-identity.ts';
import type { PaperListings } from './same-paper.ts';

/**
 * The authors of a paper, in the order stated by one listing: the first that gives them ids, else the first that names the
 * most. Two listings write one person in two ways too often to be added up. An author with an id has its last part as key;
 * one without is known on this paper alone.
 *
 * @param affiliations - of the paper; an author's are told by their positions, so that their keys may change
 */
export function authorshipsOf(
  listings: PaperListings,
  paperKey: string,
  affiliations: readonly PaperAffiliation[],
  names: Names,
): readonly PaperAuthorship[] {
  const chosen = listingWithAuthors(listings);
  if (!chosen) return [];
  const seen = new Set<string>();
  return chosen.listing.record.authors.flatMap((author): readonly PaperAuthorship[] => {
    const authorKey = author.id === undefined ? `${slug(author.name)}@${paperKey}` : lastPart(author.id);
    // Twice on one paper is a slip of the record, or one author of two groups.
    if (seen.has(authorKey)) return [];
    seen.add(authorKey);
    const keys = institutionKeys(author, chosen, names);
    return [
      {
        authorKey,
        name: author.name,
        orcid: author.orcid ?? null,
        position: seen.size - 1,
        affiliationPositions: affiliations
          .filter(({ institutionKey }) => keys.has(institutionKey))
          .map(({ position }) => position),
      },
    ];
  });
}

function listingWithAuthors(listings: PaperListings): ListingIdentity | undefined {
  const counted = listings.filter(({ listing: { record } }) => record.authors.length > 0);
  const withIds = counted.find(({ listing: { record } }) => record.authors.some(({ id }) => id !== undefined));
  const most = Math.max(...counted.map(({ listing: { record } }) => record.authors.length));
  return withIds ?? counted.find(({ listing: { record } }) => record.authors.length === most);
}

function institutionKeys(
  author: StatedAuthor,
  { institutions }: ListingIdentity,
  { described }: Names,
): ReadonlySet<string> {
  const byId = (author.institutionIds ?? []).flatMap((id) => described.institutions.get(id)?.facts.key ?? []);
  const byName = institutions.filter(({ statedAs }) => author.institutions.includes(statedAs)).map(({ key }) => key);
  return new Set([...byId, ...byName]);
}
