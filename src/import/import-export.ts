import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { brokenExport, missingNames, type ReadGraphLine, readGraphLine } from '../importers/graph-line.ts';
import { UsageError } from '../model/errors.ts';
import type { ConferenceListing, Listing } from '../model/graph.ts';
import type { PageLine, SourceLine } from '../model/graph-line.ts';
import { type DescribedNames, noDescribedNames } from '../model/names/described-names.ts';
import type { Problem } from '../model/problem.ts';
import type { StatedDescription } from '../store/data-set-queries.ts';
import { knownListingKeys } from '../store/export-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type StoredSource, storedPages, storedSources } from '../store/source-queries.ts';
import type { PageToWrite, RecordState, SourceToWrite } from '../store/write-graph.ts';
import { addListings, type Batch } from './apply-batch.ts';
import { contentHash } from './content-hash.ts';
import { joinListedNames, settleDescriptions } from './described-things.ts';
import type { ImportOptions, ImportSummary } from './import-source.ts';
import { pageKeyOf, textHash } from './read-listings.ts';
import { finishSettling } from './settle-names-again.ts';
import { holdsNames, requireSourceKey, sourceKinds } from './source-kinds.ts';

const marker = '{"papergraph":';
/** Listings written in one transaction. */
const batchListingCount = 500;
/** Pages written in one transaction. */
const batchPageCount = 200;

/** Under which a page is known whose rows are being taken from an export. */
const unfinishedHash = textHash('', 'export at work');
/** Under which a page is known that has rows from an export and perhaps others: its list's next import reads it. */
const mixedHash = textHash('', 'export');

/** Whether a file is what `papergraph export` wrote, by its first bytes; false for a folder, or what cannot be opened. */
export async function isGraphExport(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => null);
  try {
    const { buffer, bytesRead } = (await handle?.read(Buffer.alloc(marker.length))) ?? { buffer: null, bytesRead: 0 };
    return buffer?.toString('utf8', 0, bytesRead) === marker;
  } catch {
    // A folder opens and does not read.
    return false;
  } finally {
    await handle?.close();
  }
}

/**
 * Takes an export into the graph. It adds sources, pages and rows and withdraws nothing, so the same file twice changes
 * nothing, and several parts of one graph can be laid together. The whole file is checked before anything is written;
 * interrupted, it has written whole batches, and importing it again does the rest.
 *
 * @throws InputError EXPORT_BROKEN, EXPORT_NEWER; UsageError EXPORT_OPTION, BAD_SOURCE_KEY, SOURCE_OF_OTHER_KIND
 */
export async function importExport(store: GraphStore, path: string, options: ImportOptions): Promise<ImportSummary> {
  const { sourceKey, mapPath, allGone } = options;
  if (sourceKey !== undefined || mapPath !== undefined || allGone) {
    throw new UsageError(
      'EXPORT_OPTION',
      `${path}: is an export, which --source, --map and --all-gone say nothing about.`,
    );
  }
  const outline = await outlineOf(path);
  const stored = await storedSources(store);
  return new ExportImport(store, path, outline, stored, options).run();
}

/** What an export holds beside its rows. */
interface Outline {
  readonly isWhole: boolean;
  readonly nameSources: readonly string[];
  readonly sources: readonly SourceLine[];
  readonly pages: readonly PageLine[];
  readonly descriptions: readonly StatedDescription[];
}

/** Reads the whole file once and checks it. */
async function outlineOf(path: string): Promise<Outline> {
  let head = { isWhole: false, nameSources: [] as readonly string[] };
  const sources = new Map<string, SourceLine>();
  const pages = new Map<string, PageLine>();
  const descriptions: StatedDescription[] = [];
  let paperCount = 0;
  let line = 0;
  let isEnded = false;
  const place = () => ({ path, line });
  const requirePage = ({ pageKey, sourceKey, key }: Listing | ConferenceListing) => {
    if (pages.get(pageKey)?.sourceKey === sourceKey && key.startsWith(`${pageKey}#`)) return;
    throw brokenExport(place(), `expected the row ${key} to be of a page and source on lines before`);
  };
  for await (const read of linesOf(path)) {
    line += 1;
    if (isEnded || (line === 1) !== (read.kind === 'export'))
      throw brokenExport(place(), `expected no line of kind ${read.kind} here`);
    if (read.kind === 'export') head = read;
    if (read.kind === 'source') sources.set(requireSource(read).key, read);
    if (read.kind === 'page') {
      const isOfSource = sources.has(read.sourceKey) && read.key === pageKeyOf(read.sourceKey, read.path);
      if (!isOfSource) throw brokenExport(place(), `expected the page ${read.key} to be of a source on a line before`);
      pages.set(read.key, read);
    }
    if (read.kind === 'description') {
      if (!pages.has(read.pageKey)) throw brokenExport(place(), `expected the page ${read.pageKey} on a line before`);
      descriptions.push({ pageKey: read.pageKey, described: read.described });
    }
    if (read.kind === 'paper') paperCount += 1;
    if (read.kind === 'paper') for (const listing of read.listings) requirePage(listing);
    if (read.kind === 'conference-listing') requirePage(read);
    if (read.kind === 'end' && read.paperCount !== paperCount)
      throw brokenExport(place(), `expected ${read.paperCount} papers before the end, but found ${paperCount}`);
    isEnded = read.kind === 'end';
  }
  if (!isEnded) throw brokenExport(place(), 'expected the line {"papergraph":1,"kind":"end",…} at the end of the file');
  const { isWhole, nameSources } = head;
  return { isWhole, nameSources, sources: [...sources.values()], pages: [...pages.values()], descriptions };
}

function requireSource(source: SourceLine): SourceLine {
  requireSourceKey(source.key);
  if (!holdsNames(source.sourceKind)) return source;
  throw new UsageError(
    'SOURCE_OF_OTHER_KIND',
    `${source.key}: expected a ${sourceKinds.list}, but found a ${source.sourceKind}.`,
  );
}

async function* linesOf(path: string): AsyncGenerator<ReadGraphLine> {
  const input = createReadStream(path, 'utf8');
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    yield readGraphLine(text, { path, line });
  }
}

class ExportImport {
  readonly #store: GraphStore;
  readonly #path: string;
  readonly #outline: Outline;
  readonly #stored: ReadonlyMap<string, StoredSource>;
  readonly #options: ImportOptions;
  readonly #problems: Problem[] = [];
  readonly #paperKeys = new Set<string>();
  #recordCount = 0;
  #conferenceRecordCount = 0;
  #addedListingCount = 0;

  constructor(
    store: GraphStore,
    path: string,
    outline: Outline,
    stored: readonly StoredSource[],
    options: ImportOptions,
  ) {
    this.#store = store;
    this.#path = path;
    this.#outline = outline;
    this.#stored = new Map(stored.map((source) => [source.key, source]));
    this.#options = options;
  }

  async run(): Promise<ImportSummary> {
    const { sources, nameSources } = this.#outline;
    for (const { key } of sources) this.#requireList(key);
    const missing = nameSources.filter((key) => !this.#stored.has(key));
    if (missing.length > 0) this.#problems.push(missingNames(basename(this.#path), missing));
    const [first] = sources;
    if (first === undefined) return this.#summary();
    const { dryRun = false, signal } = this.#options;
    const source = this.#sourceToWrite(first);
    if (!dryRun) await finishSettling(this.#store, source, signal);
    const plans = dryRun ? [] : await this.#pagePlans();
    for (const plan of plans) await this.#writePages(plan, unfinishedHash);
    const described = dryRun ? noDescribedNames : await this.#settle(source);
    await this.#addRows(source, described);
    // Rows of lists may have come before what a data set calls by their names.
    if (!this.#isStopped && this.#outline.descriptions.length > 0)
      await joinListedNames(this.#store, source, described);
    for (const plan of plans) await this.#writePages(plan, null);
    return this.#summary();
  }

  /** What ids of data sets mean, with what the graph has of them. */
  async #settle(source: SourceToWrite): Promise<DescribedNames> {
    const { descriptions } = this.#outline;
    if (descriptions.length === 0) return noDescribedNames;
    const change = { source, pages: [], gonePageKeys: [], descriptions, signal: this.#options.signal };
    return (await settleDescriptions(this.#store, change)).described;
  }

  #requireList(key: string): void {
    const kind = this.#stored.get(key)?.kind;
    if (kind === undefined || !holdsNames(kind)) return;
    throw new UsageError(
      'SOURCE_OF_OTHER_KIND',
      `${this.#path}: has a ${sourceKinds.list} called ${key}, but the graph has a ${kind} of that name. Remove it first: papergraph remove ${key}`,
    );
  }

  /** A source that the graph has stays as it is. */
  #sourceToWrite({ key, sourceKind: kind, url, revision, importedAt }: SourceLine): SourceToWrite {
    return this.#stored.get(key) ?? { key, kind, url, revision, root: null, importedAt };
  }

  async #pagePlans(): Promise<readonly PagePlan[]> {
    const plans: PagePlan[] = [];
    for (const source of this.#outline.sources) {
      const stored = new Map((await storedPages(this.#store, source.key)).map(({ pageKey, hash }) => [pageKey, hash]));
      const pages = this.#outline.pages.filter(({ sourceKey }) => sourceKey === source.key);
      for (let start = 0; start < pages.length; start += batchPageCount) {
        const planned = pages
          .slice(start, start + batchPageCount)
          .map((page) => this.#plan(page, stored.get(page.key)));
        plans.push({ source: this.#sourceToWrite(source), pages: planned });
      }
    }
    return plans;
  }

  /** Only a page that is whole, and was not there with other rows, is known as read: a mixed one is read by its next import. */
  #plan(page: PageLine, storedHash: string | undefined): PlannedPage {
    const isNew = storedHash === undefined || storedHash === unfinishedHash || storedHash === page.hash;
    const isWhole = this.#outline.isWhole && isNew;
    return { page, hash: isWhole ? page.hash : mixedHash, problems: isWhole ? page.problems : [] };
  }

  async #writePages({ source, pages }: PagePlan, unfinished: string | null): Promise<void> {
    if (this.#isStopped) return;
    const written = pages.map(({ page, hash, problems }): PageToWrite => {
      const { kind: _, ...facts } = page;
      // Not as a stored one, whose problems would go.
      const shared = { ...facts, isStored: false };
      return unfinished === null ? { ...shared, hash, problems } : { ...shared, hash: unfinished, problems: [] };
    });
    await addListings(this.#store, { source, pages: written, listings: [], conferenceListings: [] });
  }

  async #addRows(source: SourceToWrite, described: DescribedNames): Promise<void> {
    let listings: Listing[] = [];
    let conferenceListings: ConferenceListing[] = [];
    const flush = async () => {
      await this.#add(source, { listings, conferenceListings }, described);
      listings = [];
      conferenceListings = [];
    };
    for await (const line of linesOf(this.#path)) {
      if (this.#isStopped) return;
      if (line.kind === 'paper') listings.push(...line.listings);
      if (line.kind === 'conference-listing') {
        const { kind: _, ...listing } = line;
        conferenceListings.push(listing);
      }
      if (listings.length + conferenceListings.length >= batchListingCount) await flush();
    }
    await flush();
  }

  async #add(
    source: SourceToWrite,
    { listings, conferenceListings }: Pick<Batch, 'listings' | 'conferenceListings'>,
    described: DescribedNames,
  ): Promise<void> {
    const keys = [...listings, ...conferenceListings].map(({ key }) => key);
    if (keys.length === 0) return;
    const known = await knownListingKeys(this.#store, keys);
    this.#recordCount += listings.length;
    this.#conferenceRecordCount += conferenceListings.length;
    this.#addedListingCount += keys.filter((key) => !known.has(key)).length;
    if (this.#options.dryRun) return;
    const added = { source, pages: [], listings, conferenceListings };
    const { papers } = await addListings(this.#store, added, { described, recordStates: this.#statesOf(listings) });
    for (const { key } of papers) this.#paperKeys.add(key);
  }

  /** Records of data sets are known by what they say and the revision of their file. */
  #statesOf(listings: readonly Listing[]): ReadonlyMap<string, RecordState> {
    const revisions = new Map(this.#outline.pages.map(({ key, progress }) => [key, progress?.revision]));
    return new Map(
      listings.flatMap(({ key, pageKey, record }) => {
        const revision = revisions.get(pageKey);
        return record.recordId === undefined || revision === undefined
          ? []
          : [[key, { hash: contentHash(record), revision }] as const];
      }),
    );
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  #summary(): ImportSummary {
    return {
      source: this.#outline.sources.map(({ key }) => key).join(', ') || basename(this.#path),
      dryRun: this.#options.dryRun ?? false,
      page: null,
      isStopped: this.#isStopped,
      pageCount: this.#outline.pages.length,
      unchangedPageCount: 0,
      removedPageCount: 0,
      recordCount: this.#recordCount,
      conferenceRecordCount: this.#conferenceRecordCount,
      toldApart: {},
      addedListingCount: this.#addedListingCount,
      removedListingCount: 0,
      paperCount: this.#paperKeys.size,
      problems: this.#problems,
    };
  }
}

interface PagePlan {
  readonly source: SourceToWrite;
  readonly pages: readonly PlannedPage[];
}

interface PlannedPage {
  readonly page: PageLine;
  /** Under which it is known when its rows are there. */
  readonly hash: string;
  readonly problems: readonly Problem[];
}
