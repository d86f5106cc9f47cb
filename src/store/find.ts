import { type FoundKind, foundKinds, kindsOfNodes, searchPredicates, suggestPredicates } from './find-predicates.ts';
import type { GraphStore } from './graph-store.ts';
import { parseListingRecord } from './listing-record.ts';
import { readRelation, readStart } from './read/reader.ts';
import { type ReadRow, type RelationSelection, type Selection, wholeList } from './read/selection.ts';
import { int, text } from './values.ts';

/** Finding nodes by what they are called and what is said of them; each kind is asked by a statement of its own. */

/** Where a node stands among all that a search finds: by rank, then by how known it is, then by kind and key. */
export interface FoundPlace {
  /** 4: one name, or the title, is what was asked; 3: it begins so; 2: all of it stands there; 1: other names or text. */
  readonly rank: number;
  /** Papers of a named thing, citations of a paper. */
  readonly knownCount: number;
  readonly kind: FoundKind;
  readonly key: string;
}

const keyAlone = (label: string): Selection => ({ label, columns: [], relations: new Map() });

/** A page of what a search finds. */
export interface SearchPageSelection {
  readonly limit: number;
  /** Hits behind this place in the order walked. */
  readonly after: FoundPlace | null;
  /** Walks from the end; the hits come in that order. */
  readonly backwards: boolean;
}

/**
 * What a search finds, the best first, or the last first where it is walked backwards. Rows come and go without moving the
 * others, since a place is told by values, not by a number.
 */
export async function searchPage(
  store: GraphStore,
  query: string,
  kinds: readonly FoundKind[],
  { after, limit, backwards }: SearchPageSelection,
): Promise<readonly FoundPlace[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const filters = searchPredicates(query, kind, store);
      if (filters === null) return [];
      const { label, plural } = kindsOfNodes[kind];
      const page = { ...wholeList, limit, backwards, after: after && placeWithin(after, kind) };
      const fragment = `search/${plural}`;
      const rows = await rowsOf(store, { take: 'rows', fragment, args: {}, filters, item: keyAlone(label), page });
      return rows.map(({ columns, extra }) => ({
        rank: int.read(extra.rank),
        knownCount: int.read(extra.knownCount),
        kind,
        key: text.read(columns.key),
      }));
    }),
  );
  const turned = backwards ? -1 : 1;
  return found
    .flat()
    .sort((a, b) => turned * byPlace(a, b))
    .slice(0, limit);
}

/** How many nodes a search finds. */
export async function searchCount(store: GraphStore, query: string, kinds: readonly FoundKind[]): Promise<number> {
  const counts = await Promise.all(
    kinds.map(async (kind) => {
      const filters = searchPredicates(query, kind, store);
      if (filters === null) return 0;
      const fragment = `search/${kindsOfNodes[kind].plural}`;
      return int.read(await readStart(store, { take: 'count', fragment, args: {}, filters }));
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

export interface Suggestion {
  readonly kind: FoundKind;
  readonly key: string;
  readonly name: string;
  /** Papers that name it, are published there or listed under it, or are by the author; 1 for a paper. */
  readonly paperCount: number;
}

/** Nodes of which a name begins with these letters, or a word in it: the best known of each kind, most papers first. */
export async function suggestions(
  store: GraphStore,
  prefix: string,
  kinds: readonly FoundKind[],
  limit: number,
): Promise<readonly Suggestion[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const filters = suggestPredicates(prefix, kind, { store, limit });
      if (filters === null) return [];
      const { label, plural } = kindsOfNodes[kind];
      const name = nameColumn(kind);
      const item = { ...keyAlone(label), columns: [name] };
      const page = { ...wholeList, limit };
      const rows = await rowsOf(store, { take: 'rows', fragment: `suggest/${plural}`, args: {}, filters, item, page });
      return rows.map(({ columns, extra }) => {
        const knownCount = int.read(extra.knownCount);
        const paperCount = kind === 'PAPER' ? 1 : knownCount;
        const suggestion = { kind, key: text.read(columns.key), name: text.read(columns[name]), paperCount };
        return { suggestion, knownCount, place: int.read(extra.place) };
      });
    }),
  );
  return found
    .flat()
    .sort(byPapers)
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
}

interface RankedSuggestion {
  readonly suggestion: Suggestion;
  readonly knownCount: number;
  readonly place: number;
}

/** Among equals papers last, then names that begin so before those of which a word does; the sort leaves the rest as it came. */
function byPapers(a: RankedSuggestion, b: RankedSuggestion): number {
  const isPaper = ({ suggestion: { kind } }: RankedSuggestion) => Number(kind === 'PAPER');
  return (
    b.suggestion.paperCount - a.suggestion.paperCount ||
    isPaper(a) - isPaper(b) ||
    b.knownCount - a.knownCount ||
    a.place - b.place
  );
}

/** A property with what people call a node. */
function nameColumn(kind: FoundKind): string {
  if (kind === 'PAPER') return 'title';
  return kind === 'CONFERENCE' ? 'acronym' : 'name';
}

/** The remarks that listings make about some papers, as they stand there, in the order of the listings. */
export async function remarksOf(
  store: GraphStore,
  paperKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (paperKeys.length === 0) return new Map();
  const found = await readRelation(store, 'Paper', paperKeys, {
    take: 'rows',
    fragment: 'paper/listings',
    args: {},
    filters: {},
    item: { label: 'Listing', columns: ['record'], relations: new Map() },
    page: wholeList,
  });
  return new Map([...found].map(([key, rows]) => [key, Array.isArray(rows) ? rows.flatMap(remarksIn) : []]));
}

function remarksIn({ columns }: ReadRow): readonly string[] {
  const record = parseListingRecord(text.read(columns.record));
  return 'remarks' in record ? record.remarks : [];
}

async function rowsOf(store: GraphStore, selection: RelationSelection): Promise<readonly ReadRow[]> {
  const rows = await readStart(store, selection);
  return Array.isArray(rows) ? rows : [];
}

/** The same place in the list of one kind: equals of earlier kinds are all before it, those of later ones behind. */
function placeWithin({ rank, knownCount, kind, key }: FoundPlace, wanted: FoundKind) {
  const distance = foundKinds.indexOf(wanted) - foundKinds.indexOf(kind);
  if (distance === 0) return [rank, knownCount, key];
  return [rank, knownCount, distance < 0 ? behindEveryKey : ''];
}

const behindEveryKey = '\uffff';

function byPlace(a: FoundPlace, b: FoundPlace): number {
  return (
    b.rank - a.rank ||
    b.knownCount - a.knownCount ||
    foundKinds.indexOf(a.kind) - foundKinds.indexOf(b.kind) ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}
