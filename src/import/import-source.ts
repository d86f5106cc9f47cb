import { join, resolve } from 'node:path';
import type { FieldMap, FormatName } from '../importers/index.ts';
import { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ToldApartKind } from '../model/source-record.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type StoredPage, storedPages, storedSources } from '../store/source-queries.ts';
import type { PageToWrite, SourceToWrite } from '../store/write-graph.ts';
import { applyBatch, type Batch, compareBatch } from './apply-batch.ts';
import { type ImportTarget, importTarget, standardInputTarget } from './import-target.ts';
import { folderProblem, pageProblem } from './page-problem.ts';
import { readPagesAhead } from './page-reader.ts';
import type { SourceReading } from './page-worker.ts';
import { readFieldMap } from './read-field-map.ts';
import { readPageFile } from './read-file.ts';
import { type PageListings, pageHasher, pageKeyOf, readListings, unreadHash } from './read-listings.ts';
import { finishSettling } from './settle-names-again.ts';
import { findSourceFiles, noMarkdown, requireFile, type SourceFiles } from './source-files.ts';
import { pageAddress } from './source-identity.ts';
import { sourceKinds } from './source-kinds.ts';

export interface ImportOptions {
  /** Names the source; by default the git remote and the folder's path in it, else the folder's name. */
  readonly sourceKey?: string | undefined;
  /** A file that says which keys of a list kept as data hold what; with it, a folder's data files are read too. */
  readonly mapPath?: string | undefined;
  /** How the file is read, whatever its ending and what is in it. */
  readonly format?: FormatName | undefined;
  /** The file holds what came by standard input, so that its folder says nothing of its source. */
  readonly isStandardInput?: boolean;
  /** Reads and compares, and writes nothing. */
  readonly dryRun?: boolean;
  /** Withdraws the source's pages also where not one of them is left, which is refused otherwise. */
  readonly allGone?: boolean;
  /** Stops the work before the next batch is written. */
  readonly signal?: AbortSignal | undefined;
}

export interface ImportSummary {
  readonly source: string;
  readonly dryRun: boolean;
  /** The one page of the source that was looked at, by its path; null where it was the whole folder. */
  readonly page: string | null;
  /** The work was stopped before it was done; running it again does the rest. */
  readonly isStopped: boolean;
  readonly pageCount: number;
  readonly unchangedPageCount: number;
  readonly removedPageCount: number;
  readonly recordCount: number;
  /** What was read about series and their years. */
  readonly conferenceRecordCount: number;
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
 * gone are withdrawn, unless the folder that they were in could not be looked into. A page that lies in the folder of a
 * stored source is taken in as that source's page, and no other page is touched. Interrupted, it has written whole batches,
 * and running it again completes the rest.
 *
 * @returns counts, and the problems of the pages that were read
 * @throws InputError where the file or folder cannot be read at all; a folder's unreadable pages are problems instead.
 *   SOURCE_ELSEWHERE where the key is that of another folder, ALL_PAGES_GONE where no page of the source is left;
 *   UsageError FORMAT_OF_FOLDER
 */
export async function importSource(
  store: GraphStore,
  named: string,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const { dryRun = false, allGone = false, sourceKey, isStandardInput = false, format, signal } = options;
  const map = await readFieldMap(options.mapPath);
  const files = await findSourceFiles(named, { withData: map !== undefined, mayBeEmpty: true });
  if (format) requireFile(named, files.isWhole);
  const sources = await storedSources(store);
  const target = isStandardInput
    ? standardInputTarget(resolve(named), { sources, sourceKey })
    : await importTarget({ path: resolve(named), isFolder: files.isWhole }, { sources, sourceKey });
  const stored = await storedPages(store, target.identity.key);
  if (files.isWhole && !allGone) refuseAllGone(named, files, stored);
  if (files.paths.length === 0 && stored.length === 0) throw noMarkdown(named);
  return new SourceImport({ store, files, target, stored, map, format, dryRun, signal }).run();
}

interface ChangedPage extends PageListings {
  readonly hash: string;
  readonly isStored: boolean;
}

/** A page that could not be read: what was read of it before stands. */
interface UnreadPage {
  readonly path: string;
  readonly problem: Problem;
  readonly stored: StoredPage | undefined;
}

type ReadOutcome = ChangedPage | UnreadPage | 'unchanged';

interface SourceImportParts {
  readonly store: GraphStore;
  readonly files: SourceFiles;
  readonly target: ImportTarget;
  readonly stored: readonly StoredPage[];
  readonly map: FieldMap | undefined;
  readonly format: FormatName | undefined;
  readonly dryRun: boolean;
  readonly signal: AbortSignal | undefined;
}

class SourceImport {
  readonly #store: GraphStore;
  readonly #target: ImportTarget;
  readonly #files: SourceFiles;
  readonly #paths: readonly string[];
  readonly #stored: ReadonlyMap<string, StoredPage>;
  readonly #gone: readonly StoredPage[];
  readonly #dryRun: boolean;
  readonly #signal: AbortSignal | undefined;
  readonly #reading: SourceReading;
  readonly #hashOf: ReturnType<typeof pageHasher>;
  readonly #problems: Problem[] = [];
  readonly #unread: UnreadPage[] = [];
  #unchangedPageCount = 0;
  #recordCount = 0;
  #conferenceRecordCount = 0;
  readonly #toldApart: Partial<Record<ToldApartKind, number>> = {};
  #addedListingCount = 0;
  #removedListingCount = 0;
  readonly #paperKeys = new Set<string>();
  readonly #conferenceProblems = new Map<string, Problem>();

  constructor({ store, files, target, stored, map, format, dryRun, signal }: SourceImportParts) {
    this.#store = store;
    this.#target = target;
    this.#files = files;
    this.#stored = new Map(stored.map((page) => [page.path, page]));
    // What was a page before and cannot be told to be one now is looked at, so that a problem says why.
    const unjudged = files.unjudged.filter((path) => this.#stored.has(path));
    this.#paths = target.page === null ? [...files.paths, ...unjudged].sort() : [target.page];
    this.#gone = files.isWhole ? goneFrom(stored, files) : [];
    this.#dryRun = dryRun;
    this.#signal = signal;
    // Links lead to every page that the source has, also to those that are not looked at this time.
    const gone = new Set(this.#gone.map(({ path }) => path));
    const others = stored.map(({ path }) => path).filter((path) => !gone.has(path));
    this.#reading = { pages: new Set([...others, ...this.#paths]), map, format };
    this.#hashOf = pageHasher(this.#reading);
  }

  async run(): Promise<ImportSummary> {
    if (!this.#dryRun) await finishSettling(this.#store, this.#source(), this.#signal);
    for (const folder of this.#files.unlisted) {
      const problem = folderProblem(folder, this.#stored);
      if (problem) this.#problems.push(problem);
    }
    let batch: ChangedPage[] = [];
    const read = (path: string) => this.#read(path, this.#stored.get(path));
    for await (const outcome of readPagesAhead(this.#target.root, this.#paths, read)) {
      if (this.#isStopped) return this.#summary(0);
      const page = this.#take(outcome);
      if (page === undefined) continue;
      batch.push(page);
      const count = batch.reduce(
        (sum, { listings, conferenceListings: more }) => sum + listings.length + more.length,
        0,
      );
      if (count >= batchListingCount) {
        await this.#write(batch, []);
        batch = [];
      }
    }
    if (this.#isStopped) return this.#summary(0);
    const isMoved = this.#target.stored !== undefined && this.#target.stored.root !== this.#target.storedRoot;
    if (batch.length > 0 || this.#gone.length > 0 || this.#unread.length > 0 || isMoved) {
      await this.#write(batch, this.#gone, this.#unread);
    }
    return this.#summary(this.#gone.length);
  }

  get #isStopped(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** One bad page does not stop a folder: what was read of it before stands, and the problem says why. */
  async #read(path: string, stored: StoredPage | undefined): Promise<ReadOutcome> {
    try {
      const text = await readPageFile(join(this.#target.root, path), this.#reading.format);
      if (stored && this.#hashOf(text, stored.lookedUp) === stored.hash) return 'unchanged';
      const page = await readListings(text, { sourceKey: this.#target.identity.key, path, reading: this.#reading });
      if (!this.#files.isWhole) refuseUnread(page, stored !== undefined);
      return { ...page, hash: this.#hashOf(text, page.lookedUp), isStored: stored !== undefined };
    } catch (error) {
      if (!this.#files.isWhole || !(error instanceof InputError)) throw error;
      return { path, problem: pageProblem(error, path, this.#files.root), stored };
    }
  }

  /** Counts what came of a page, and gives it where it is to be written with the others of its batch. */
  #take(outcome: ReadOutcome): ChangedPage | undefined {
    if (outcome === 'unchanged') {
      this.#unchangedPageCount += 1;
      return undefined;
    }
    if ('problem' in outcome) {
      const { problem, stored } = outcome;
      this.#problems.push(problem);
      if (stored?.hash === unreadHash(problem.message)) this.#unchangedPageCount += 1;
      else this.#unread.push(outcome);
      return undefined;
    }
    this.#recordCount += outcome.listings.length;
    this.#conferenceRecordCount += outcome.conferenceListings.length;
    for (const { kind } of outcome.page.toldApart) this.#toldApart[kind] = (this.#toldApart[kind] ?? 0) + 1;
    for (const problem of outcome.page.problems) this.#problems.push(problem);
    return outcome;
  }

  async #write(
    pages: readonly ChangedPage[],
    removedPages: readonly StoredPage[],
    unread: readonly UnreadPage[] = [],
  ): Promise<void> {
    const batch: Batch = {
      source: this.#source(),
      pages: pages.map((page) => this.#pageToWrite(page)),
      unreadPages: unread.map((page) => this.#unreadToWrite(page)),
      listings: pages.flatMap(({ listings }) => listings),
      conferenceListings: pages.flatMap(({ conferenceListings }) => conferenceListings),
      removedPageKeys: removedPages.map(({ pageKey }) => pageKey),
    };
    if (this.#dryRun) {
      const { addedListingCount, removedListingKeys } = await compareBatch(this.#store, batch);
      return this.#count(addedListingCount, removedListingKeys.length);
    }
    const { addedListingCount, removedListingCount, papers, conferenceProblems } = await applyBatch(this.#store, batch);
    this.#count(addedListingCount, removedListingCount);
    // A later batch may look at a series again, and tell its problems once more.
    for (const problem of conferenceProblems) this.#conferenceProblems.set(JSON.stringify(problem), problem);
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
    const { identity, storedRoot } = this.#target;
    const { key, url, revision } = identity;
    return { key, kind: sourceKinds.list, url, revision, root: storedRoot, importedAt: new Date().toISOString() };
  }

  #pageToWrite({ page, hash, lookedUp, isStored }: ChangedPage): PageToWrite {
    return { ...this.#placed(page.path), title: page.title, hash, lookedUp, isStored, problems: page.problems };
  }

  #unreadToWrite({ path, problem, stored }: UnreadPage): PageToWrite {
    return {
      ...this.#placed(path),
      title: stored?.title ?? null,
      hash: unreadHash(problem.message),
      lookedUp: [],
      isStored: stored !== undefined,
      problems: [problem],
    };
  }

  #placed(path: string) {
    const { identity } = this.#target;
    return {
      key: pageKeyOf(identity.key, path),
      sourceKey: identity.key,
      path,
      url: pageAddress(identity, path),
    };
  }

  #summary(removedPageCount: number): ImportSummary {
    return {
      source: this.#target.identity.key,
      dryRun: this.#dryRun,
      page: this.#target.page,
      isStopped: this.#isStopped,
      pageCount: this.#paths.length,
      unchangedPageCount: this.#unchangedPageCount,
      removedPageCount,
      recordCount: this.#recordCount,
      conferenceRecordCount: this.#conferenceRecordCount,
      toldApart: this.#toldApart,
      addedListingCount: this.#addedListingCount,
      removedListingCount: this.#removedListingCount,
      paperCount: this.#paperKeys.size,
      problems: [...this.#problems, ...this.#conferenceProblems.values()],
    };
  }
}

/** Pages that are not there any more. Of one below a folder that could not be looked into nothing is known, so it stays. */
function goneFrom(stored: readonly StoredPage[], { paths, unlisted, unjudged }: SourceFiles): readonly StoredPage[] {
  const present = new Set([...paths, ...unjudged]);
  const isHidden = (path: string) =>
    unlisted.some((folder) => path === folder.path || path.startsWith(`${folder.path}/`));
  return stored.filter(({ path }) => !present.has(path) && !isHidden(path));
}

/** A drive that is not mounted, or another folder under the same name, must not empty a source. */
function refuseAllGone(named: string, files: SourceFiles, stored: readonly StoredPage[]): void {
  if (stored.length === 0 || goneFrom(stored, files).length < stored.length) return;
  const [first] = stored;
  throw new InputError(
    'ALL_PAGES_GONE',
    `${named}: expected at least one of the ${stored.length} pages that the source had, such as ${first?.path}, but found none of them. ` +
      'If they are gone for good, import again with --all-gone; if this is another list, give it a --source of its own.',
  );
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
