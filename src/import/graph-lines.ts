import { InputError } from '../model/errors.ts';
import type { GraphLine, PageLine, PaperLine } from '../model/graph-line.ts';
import { listedConferenceKeys, listingsOfConferences } from '../store/conference-listings.ts';
import { descriptionsOfPages } from '../store/data-set-queries.ts';
import { exportedPages, exportedPapers, paperKeysAfter } from '../store/export-queries.ts';
import type { PaperFilter } from '../store/filters/filters.ts';
import { lookUpNames } from '../store/filters/name-lookup.ts';
import { paperPredicate } from '../store/filters/paper-predicate.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { allPageKeys } from '../store/reading-queries.ts';
import { type StoredSource, storedSources } from '../store/source-queries.ts';
import { placeOfPage } from './read-listings.ts';
import { holdsNames } from './source-kinds.ts';

export interface GraphLinesOptions {
  /** Which papers; all of them where it is null. */
  readonly filter: PaperFilter | null;
  /** Leaves out everything but papers. */
  readonly isOfPapers: boolean;
  readonly graphVersion: number;
  readonly signal: AbortSignal | undefined;
}

/** Keys asked for at once: each such statement walks the keys of all papers, so there are few of them. */
const keysAtOnce = 5_000;
/** Papers, pages or series whose facts are read in one statement, and held in memory. */
const nodesAtOnce = 250;

/**
 * The graph as lines, some hundred at a time: papers in the order of keys, and sources and pages before what needs them.
 * Sources of names, and what they gave, are left out.
 * @throws InputError EXPORT_STOPPED
 */
export async function* graphLines(store: GraphStore, options: GraphLinesOptions): AsyncGenerator<readonly GraphLine[]> {
  const { filter, isOfPapers, graphVersion, signal } = options;
  const sources = await storedSources(store);
  const places = new Places(store, sources);
  const isWhole = filter === null;
  if (!isOfPapers) {
    const nameSources = sources.filter(({ kind }) => holdsNames(kind)).map(({ key }) => key);
    yield [{ kind: 'export', graphVersion, isWhole, nameSources }];
  }
  let paperCount = 0;
  const conferenceKeys = new Set<string>();
  for await (const keys of paperKeys(store, filter ?? {})) {
    requireGoing(signal);
    const papers = await exportedPapers(store, keys);
    paperCount += papers.length;
    for (const { conferences } of papers) for (const { key } of conferences) conferenceKeys.add(key);
    yield isOfPapers ? papers : [...(await places.of(pageKeysOf(papers))), ...papers];
  }
  if (isOfPapers) return;
  yield* conferenceLines(store, places, isWhole ? null : conferenceKeys, signal);
  if (isWhole) for (const keys of chunks(await allPageKeys(store))) yield await places.of(keys);
  yield [{ kind: 'end', paperCount }];
}

function requireGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new InputError('EXPORT_STOPPED', 'The export was stopped; nothing was kept of it.');
}

async function* paperKeys(store: GraphStore, filter: PaperFilter): AsyncGenerator<readonly string[]> {
  const predicate = paperPredicate(filter, await lookUpNames(store, [filter]));
  for (let after: string | null = null; ; ) {
    const keys: readonly string[] = await paperKeysAfter(store, predicate, after, keysAtOnce);
    yield* chunks(keys);
    after = keys.at(-1) ?? null;
    if (keys.length < keysAtOnce) return;
  }
}

function pageKeysOf(papers: readonly PaperLine[]): readonly string[] {
  return papers.flatMap(({ listings }) => listings.map(({ pageKey }) => pageKey));
}

/** Rows about series and their years, of these series or of all. One about several series comes once. */
async function* conferenceLines(
  store: GraphStore,
  places: Places,
  wanted: ReadonlySet<string> | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly GraphLine[]> {
  const told = new Set<string>();
  const conferenceKeys = (await listedConferenceKeys(store)).filter((key) => wanted?.has(key) ?? true);
  for (const keys of chunks(conferenceKeys)) {
    requireGoing(signal);
    const listings = (await listingsOfConferences(store, keys)).filter(({ key }) => !told.has(key));
    for (const { key } of listings) told.add(key);
    yield [
      ...(await places.of(listings.map(({ pageKey }) => pageKey))),
      ...listings.map((listing) => ({ kind: 'conference-listing' as const, ...listing })),
    ];
  }
}

/** Gives each source and page once, the first time that it is needed. */
class Places {
  readonly #store: GraphStore;
  readonly #sources: ReadonlyMap<string, StoredSource>;
  readonly #told = new Set<string>();

  constructor(store: GraphStore, sources: readonly StoredSource[]) {
    this.#store = store;
    this.#sources = new Map(sources.filter(({ kind }) => !holdsNames(kind)).map((source) => [source.key, source]));
  }

  async of(pageKeys: readonly string[]): Promise<readonly GraphLine[]> {
    const placed = [...new Set(pageKeys)].map((key) => ({ key, ...placeOfPage(key) }));
    const wanted = placed.filter(
      ({ key, sourceKey }) => this.#sources.has(sourceKey) && !this.#told.has(`page ${key}`),
    );
    const lines: GraphLine[] = [...new Set(wanted.map(({ sourceKey }) => sourceKey))]
      .sort()
      .flatMap((key) => this.#source(key));
    for (const keys of chunks(wanted.map(({ key }) => key).sort())) {
      for (const page of await exportedPages(this.#store, keys)) {
        this.#told.add(`page ${page.key}`);
        lines.push({ kind: 'page', sourceKey: placeOfPage(page.key).sourceKey, ...page } satisfies PageLine);
      }
      for (const stated of await descriptionsOfPages(this.#store, keys)) lines.push({ kind: 'description', ...stated });
    }
    return lines;
  }

  #source(key: string): readonly GraphLine[] {
    const source = this.#sources.get(key);
    if (source === undefined || this.#told.has(`source ${key}`)) return [];
    this.#told.add(`source ${key}`);
    const { kind: sourceKind, url, revision, importedAt } = source;
    return [{ kind: 'source', key, sourceKind, url, revision, importedAt }];
  }
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += nodesAtOnce) yield items.slice(start, start + nodesAtOnce);
}
