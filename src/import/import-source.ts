import { join } from 'node:path';
import type { FieldMap } from '../importers/index.ts';
import { InputError, UsageError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ToldApartKind } from '../model/source-record.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type StoredPage, storedPages } from '../store/source-queries.ts';
import type { PageToWrite, SourceToWrite } from '../store/write-graph.ts';
import { applyBatch, type Batch, compareBatch } from './apply-batch.ts';
import { pageProblem } from './page-problem.ts';
import type { SourceReading } from './page-worker.ts';
import { readFieldMap } from './read-field-map.ts';
import { readTextFile } from './read-file.ts';
import { type PageListings, pageHash, pageKeyOf, pageSeparator, readingHash, readListings } from './read-listings.ts';
import { findSourceFiles, type SourceFiles } from './source-files.ts';
import { identifySource, pageAddress, type SourceIdentity } from './source-identity.ts';

export interface ImportOptions {
  /** Names the source; by default the git remote and the folder's path in it, else the folder's name. */
  readonly sourceKey?: string | undefined;
  /** A file that says which keys of a list kept as data hold what; with it, a folder's data files are read too. */
  readonly mapPath?: string | undefined;
  /** Reads and compares, and writes nothing. */
  readonly dryRun?: boolean;
}

export interface ImportSummary {
  readonly source: string;
  readonly dryRun: boolean;
  readonly pageCount: number;
  readonly unchangedPageCount: number;
  readonly removedPageCount: number;
  readonly recordCount: number;
  /** Rows that are no papers, by what they are: products, tools, indexes, … */
  readonly toldApart: Readonly<Partial<Record<ToldApartKind, number>>>;
  readonly addedListingCount: number;
  readonly removedListingCount: number;
  readonly paperCount: number;
  readonly problems: readonly Problem[];
}

/** A batch is written in one transaction; a page is never split over two. */
const batchListingCount = 500;

/**
 * Takes one file or folder into the graph. A page that has not changed is not read again; in a folder, pages that are
 * gone are withdrawn. Interrupted, it has written whole batches, and running it again completes the rest.
 *
 * @returns counts, and the problems of the pages that were read
 * @throws InputError where the file or folder cannot be read at all; a folder's unreadable pages are problems instead
 */
export async function importSource(
  store: GraphStore,
  named: string,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const map = await readFieldMap(options.mapPath);
  const files = await findSourceFiles(named, { withData: map !== undefined });
  const identity = await identifySource(files.root);
  const key = options.sourceKey ?? identity.key;
  if (key === '' || key.includes(pageSeparator)) {
    throw new UsageError('BAD_SOURCE_KEY', `--source: expected a name without "${pageSeparator}", but found "${key}".`);
  }
  return new SourceImport(store, files, { ...identity, key }, { dryRun: options.dryRun ?? false, map }).run();
}

interface ChangedPage extends PageListings {
  readonly hash: string;
  readonly isStored: boolean;
}

class SourceImport {
  readonly #store: GraphStore;
  readonly #files: SourceFiles;
  readonly #identity: SourceIdentity;
  readonly #dryRun: boolean;
  readonly #reading: SourceReading;
  readonly #readingHash: string;
  readonly #problems: Problem[] = [];
  #unchangedPageCount = 0;
  #recordCount = 0;
  readonly #toldApart: Partial<Record<ToldApartKind, number>> = {};
  #addedListingCount = 0;
  #removedListingCount = 0;
  readonly #paperKeys = new Set<string>();

  constructor(
    store: GraphStore,
    files: SourceFiles,
    identity: SourceIdentity,
    { dryRun, map }: { readonly dryRun: boolean; readonly map: FieldMap | undefined },
  ) {
    this.#store = store;
    this.#files = files;
    this.#reading = { pages: new Set(files.paths), map };
    this.#readingHash = readingHash(this.#reading);
    this.#identity = identity;
    this.#dryRun = dryRun;
  }

  async run(): Promise<ImportSummary> {
    const isNew = (await this.#store.version()) === 0;
    const pages = isNew ? [] : await storedPages(this.#store, this.#identity.key);
    const stored = new Map(pages.map((page) => [page.path, page]));
    let batch: ChangedPage[] = [];
    for (const path of this.#files.paths) {
      const page = await this.#readPage(path, stored.get(path));
      if (page === undefined) continue;
      batch.push(page);
      if (batch.reduce((sum, { listings }) => sum + listings.length, 0) >= batchListingCount) {
        await this.#write(batch, []);
        batch = [];
      }
    }
    const removed = this.#goneFrom(stored);
    if (batch.length > 0 || removed.length > 0) await this.#write(batch, removed);
    return this.#summary(removed.length);
  }

  async #readPage(path: string, stored: StoredPage | undefined): Promise<ChangedPage | undefined> {
    const text = await this.#orProblem(path, () => readTextFile(join(this.#files.root, path)));
    if (text === undefined) return undefined;
    const hash = pageHash(text, this.#readingHash);
    if (stored?.hash === hash) {
      this.#unchangedPageCount += 1;
      return undefined;
    }
    const read = await this.#orProblem(path, () =>
      readListings(text, { sourceKey: this.#identity.key, path, reading: this.#reading }),
    );
    if (read === undefined) return undefined;
    if (!this.#files.isWhole) refuseUnread(read, stored !== undefined);
    this.#recordCount += read.listings.length;
    for (const { kind } of read.page.toldApart) this.#toldApart[kind] = (this.#toldApart[kind] ?? 0) + 1;
    for (const problem of read.page.problems) this.#problems.push(problem);
    return { ...read, hash, isStored: stored !== undefined };
  }

  /** One bad page does not stop a folder: what was read of it before stands, and the problem says why. */
  async #orProblem<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!this.#files.isWhole || !(error instanceof InputError)) throw error;
      this.#problems.push(pageProblem(error, path, this.#files.root));
      return undefined;
    }
  }

  #goneFrom(stored: ReadonlyMap<string, StoredPage>): readonly StoredPage[] {
    if (!this.#files.isWhole) return [];
    const present = new Set(this.#files.paths);
    return [...stored.values()].filter(({ path }) => !present.has(path));
  }

  async #write(pages: readonly ChangedPage[], removedPages: readonly StoredPage[]): Promise<void> {
    const batch: Batch = {
      source: this.#source(),
      pages: pages.map((page) => this.#pageToWrite(page)),
      listings: pages.flatMap(({ listings }) => listings),
      removedPageKeys: removedPages.map(({ pageKey }) => pageKey),
    };
    if (this.#dryRun) {
      const { addedListingCount, removedListingKeys } = await compareBatch(this.#store, batch);
      return this.#count(addedListingCount, removedListingKeys.length);
    }
    const { addedListingCount, removedListingCount, papers } = await applyBatch(this.#store, batch);
    this.#count(addedListingCount, removedListingCount);
    for (const { key, problems } of papers) {
      this.#paperKeys.add(key);
      for (const { problem } of problems) this.#problems.push(problem);
    }
  }

  #count(added: number, removed: number): void {
    this.#addedListingCount += added;
    this.#removedListingCount += removed;
  }

  #source(): SourceToWrite {
    const { key, url, revision } = this.#identity;
    return { key, kind: 'reading list', url, revision, importedAt: new Date().toISOString() };
  }

  #pageToWrite({ page, hash, isStored }: ChangedPage): PageToWrite {
    const { key: sourceKey } = this.#identity;
    return {
      key: pageKeyOf(sourceKey, page.path),
      sourceKey,
      path: page.path,
      url: pageAddress(this.#identity, page.path),
      title: page.title,
      hash,
      isStored,
      problems: page.problems,
    };
  }

  #summary(removedPageCount: number): ImportSummary {
    return {
      source: this.#identity.key,
      dryRun: this.#dryRun,
      pageCount: this.#files.paths.length,
      unchangedPageCount: this.#unchangedPageCount,
      removedPageCount,
      recordCount: this.#recordCount,
      toldApart: this.#toldApart,
      addedListingCount: this.#addedListingCount,
      removedListingCount: this.#removedListingCount,
      paperCount: this.#paperKeys.size,
      problems: this.#problems,
    };
  }
}

/**
 * What is a problem of a page in a folder is an error of the command where that page is all that was named: it could not be
 * read, or there is no list in it. A page that is in the graph already may have lost its list.
 */
function refuseUnread({ page }: PageListings, isKnown: boolean): void {
  const codes = ['PAGE_TOO_LARGE', 'PAGE_TOO_DEEP', ...(isKnown ? [] : ['NO_LIST'])];
  const refused = page.problems.find(({ code }) => codes.includes(code));
  if (refused) throw new InputError(refused.code, `${refused.position.path}: ${refused.message}.`);
}
