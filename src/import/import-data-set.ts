import { join, resolve } from 'node:path';
import { dataSetFormatOf, openDataSet } from '../importers/index.ts';
import type { Described } from '../model/described.ts';
import { InputError } from '../model/errors.ts';
import type { Listing } from '../model/graph.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadRecords, RecordStream, SourceRecord } from '../model/source-record.ts';
import { mergedDescriptions } from '../reconcile/settle-described.ts';
import { keepRecords, pageProgress, storedRecords } from '../store/data-set-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { type StoredPage, storedPages, storedSources } from '../store/source-queries.ts';
import type { PageToWrite, SourceToWrite } from '../store/write-graph.ts';
import { type Batch, takeIn } from './apply-batch.ts';
import { type DataSetFiles, hashOfDataFile, textOf } from './data-set-files.ts';
import { forgetDescribed, joinListedNames, settleDescriptions } from './described-things.ts';
import type { ImportSummary } from './import-source.ts';
import { type ImportTarget, importTarget, standardInputTarget } from './import-target.ts';
import { pageProblem } from './page-problem.ts';
import { contentHash, pageKeyOf, unreadHash } from './read-listings.ts';
import { finishSettling } from './settle-names-again.ts';
import { pageAddress } from './source-identity.ts';
import { sourceKinds } from './source-kinds.ts';
import { ToldProblems } from './told-problems.ts';
import { type RecordsPage, withdrawRecords, withdrawRecordsPage } from './withdraw-records.ts';
import { WrittenThings } from './written-things.ts';

export interface DataSetOptions {
  readonly sourceKey?: string | undefined;
  /** The file holds what came by standard input, so that its folder says nothing of its source. */
  readonly isStandardInput?: boolean;
  readonly dryRun?: boolean;
  readonly allGone?: boolean;
  /** Stops the work before the next batch is written. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Records that are written in one transaction, where that is not to be what suits the engine. */
  readonly batchCount?: number | undefined;
}

/** How far an import is. */
export interface ImportProgress {
  readonly step: 'DESCRIBED' | 'PAPERS';
  /** Characters of unpacked text that were read in this step. */
  readonly readCount: number;
  /** Of all files together; null while it is not known, which it is from the second reading on. */
  readonly wholeCount: number | null;
  readonly recordCount: number;
}

/** Moves when the reading of data sets changes, so that they are read again. */
const readingRules = 'data set 1';
/** Records that are written in one transaction: the embedded engine holds the event loop longer with more, Neo4j waits less. */
export const batchCounts = { embedded: 1_000, neo4j: 4_000 } as const;

/**
 * Takes a data set in: files of any size, each in two readings. The first gathers what it describes beside papers, which is
 * settled as a whole, so that the order of files and records does not matter; the second takes papers in, batch by batch. A
 * file that is in the graph is told by its hash and not read again; one whose import was broken off is read on where the
 * last batch ended; of one that changed, records that did not are only counted, and those that are gone are withdrawn.
 *
 * @throws InputError where nothing can be read at all; SOURCE_ELSEWHERE, SOURCE_OF_OTHER_KIND, ALL_PAGES_GONE
 */
export async function importDataSet(
  store: GraphStore,
  named: string,
  files: DataSetFiles,
  options: DataSetOptions = {},
): Promise<ImportSummary> {
  const { sourceKey } = options;
  const sources = await storedSources(store);
  const target = options.isStandardInput
    ? standardInputTarget(resolve(named), { sources, sourceKey, kind: sourceKinds.dataSet })
    : await importTarget(
        { path: resolve(named), isFolder: files.isWhole },
        { sources, sourceKey, kind: sourceKinds.dataSet },
      );
  const stored = await storedPages(store, target.identity.key);
  return new DataSetImport(store, { files, target, stored }, options).run();
}

interface DataSetParts {
  readonly files: DataSetFiles;
  readonly target: ImportTarget;
  readonly stored: readonly StoredPage[];
}

/** A file that is not in the graph as it is now. */
interface ChangedPart {
  readonly path: string;
  readonly hash: string;
  /** Records of this very file that are in the graph already. */
  readonly recordCount: number;
  /** The graph has records of an older file, or of this one. */
  readonly isStored: boolean;
}

/** What a batch did to the graph. */
interface WrittenBatch {
  readonly papers: Awaited<ReturnType<typeof takeIn>>['papers'];
  readonly formerPaperCount: number;
  readonly addedCount: number;
  readonly removedCount: number;
  /** Records whose ids the file gave before. */
  readonly again: readonly Listing[];
}

class DataSetImport {
  readonly #store: GraphStore;
  readonly #files: DataSetFiles;
  readonly #target: ImportTarget;
  readonly #gone: readonly StoredPage[];
  readonly #options: DataSetOptions;
  readonly #written = new WrittenThings();
  readonly #told = new ToldProblems();
  #unchangedPageCount = 0;
  #removedPageCount = 0;
  #recordCount = 0;
  #addedCount = 0;
  #removedCount = 0;
  #paperCount = 0;
  #readCount = 0;
  #wholeCount: number | null = null;

  constructor(store: GraphStore, { files, target, stored }: DataSetParts, options: DataSetOptions) {
    this.#store = store;
    this.#files = files;
    this.#target = target;
    this.#gone = files.isWhole ? stored.filter(({ path }) => !files.paths.includes(path)) : [];
    this.#options = options;
  }

  async run(): Promise<ImportSummary> {
    const { dryRun = false, signal } = this.#options;
    this.#told.add(this.#files.problems);
    if (!dryRun) await finishSettling(this.#store, this.#source(), signal);
    const changed = await this.#changedParts();
    const descriptions = await this.#readDescribed(changed);
    if (dryRun || this.#isStopped) return this.#summary();
    const { described, gone } = await settleDescriptions(this.#store, {
      source: this.#source(),
      pages: changed.map((part) => this.#page(part, { recordCount: part.recordCount, problems: [] })),
      gonePageKeys: this.#gone.map(({ pageKey }) => pageKey),
      descriptions,
      signal,
    });
    for (const part of changed) if (!this.#isStopped) await this.#importPart(part, described);
    for (const page of this.#gone) if (!this.#isStopped) await this.#withdraw(page);
    if (this.#isStopped) return this.#summary();
    await forgetDescribed(this.#store, this.#source(), gone);
    await joinListedNames(this.#store, this.#source(), described);
    return this.#summary();
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  get #batchCount(): number {
    return this.#options.batchCount ?? batchCounts[this.#store.engine];
  }

  async #changedParts(): Promise<readonly ChangedPart[]> {
    const changed: ChangedPart[] = [];
    for (const path of this.#files.paths) {
      if (this.#isStopped) return [];
      const hash = (await hashOfDataFile(join(this.#target.root, path), readingRules)).slice(0, 16);
      const progress = await pageProgress(this.#store, this.#pageKey(path));
      if (progress?.hash === hash) this.#unchangedPageCount += 1;
      else {
        const recordCount = progress?.revision === hash ? (progress.recordCount ?? 0) : 0;
        changed.push({ path, hash, recordCount, isStored: progress !== undefined });
      }
    }
    return changed;
  }

  /** The first reading: of each thing one description a file. */
  async #readDescribed(parts: readonly ChangedPart[]) {
    const stated: { pageKey: string; described: Described }[] = [];
    const { dryRun = false } = this.#options;
    for (const { path } of parts) {
      const pageKey = this.#pageKey(path);
      const inFile = new Map<string, Described>();
      for await (const { records, described = [], problems } of this.#readings(path, 'DESCRIBED')) {
        if (dryRun) {
          this.#recordCount += records.length;
          this.#told.add(problems);
        }
        for (const each of described) {
          const name = `${each.about} ${each.id}`;
          const known = inFile.get(name);
          if (each.about === 'AUTHOR' || (known && known.isOwnRecord >= each.isOwnRecord)) continue;
          inFile.set(name, each);
        }
        if (this.#isStopped) return [];
      }
      for (const described of mergedDescriptions([...inFile.values()].map((each) => ({ pageKey, described: each })))) {
        stated.push({ pageKey, described });
      }
    }
    this.#wholeCount = this.#readCount;
    this.#readCount = 0;
    return stated;
  }

  async #importPart(part: ChangedPart, described: Parameters<typeof joinListedNames>[2]): Promise<void> {
    const size = this.#batchCount;
    let skipCount = part.recordCount;
    let isFirst = part.recordCount === 0;
    let count = part.recordCount;
    let records: SourceRecord[] = [];
    let problems: Problem[] = [];
    let writing: Promise<void> = Promise.resolve();
    // The next batch is read while the engine writes this one.
    const write = async () => {
      const batch = records;
      count += batch.length;
      const page = this.#page(part, { recordCount: count, problems, isStored: isFirst && part.isStored });
      [records, problems, isFirst] = [[], [], false];
      await writing;
      if (this.#isStopped) return;
      writing = this.#write(part, page, batch, described);
      writing.catch(() => {}); // The next wait gives it.
    };
    try {
      for await (const read of this.#readings(part.path, 'PAPERS')) {
        const kept = this.#told.add(skipCount === 0 ? read.problems : []);
        problems.push(...kept);
        for (const record of read.records) {
          if (skipCount > 0) skipCount -= 1;
          else records.push(record);
          if (records.length < size) continue;
          await write();
          if (this.#isStopped) return await writing;
        }
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const writeAll = async () => {
        await write();
        await writing;
      };
      await this.#breakOff(part, error, { write: writeAll, problems: () => problems });
      return;
    }
    await write();
    await writing;
    if (!this.#isStopped) await this.#sweep(part);
    if (!this.#isStopped) await this.#finish(part, count);
  }

  /** What was read of a damaged file stands, with the reason; the file is read again when it is another one. */
  async #breakOff(
    part: ChangedPart,
    error: InputError,
    rest: { readonly write: () => Promise<void>; readonly problems: () => Problem[] },
  ): Promise<void> {
    if (!this.#files.isWhole) {
      await rest.write();
      throw error;
    }
    rest.problems().push(...this.#told.add([pageProblem(error, part.path, this.#target.root)]));
    await rest.write();
  }

  async #write(
    { path, hash }: ChangedPart,
    page: PageToWrite,
    records: readonly SourceRecord[],
    described: Parameters<typeof joinListedNames>[2],
  ): Promise<void> {
    const pageKey = this.#pageKey(path);
    const { key: sourceKey } = this.#target.identity;
    const own = new Map<string, Listing>();
    const repeated: Listing[] = [];
    for (const record of records) {
      const key = listingKey(pageKey, record);
      const listing = { key, sourceKey, pageKey, record };
      if (own.has(key)) repeated.push(listing);
      else own.set(key, listing);
    }
    const states = new Map(
      [...own.values()].map(({ key, record }) => [key, { hash: contentHash(record), revision: hash }]),
    );
    let done: WrittenBatch | null = null;
    const written = await this.#store.write(async (transaction): Promise<WrittenBatch> => {
      // The driver runs a transaction again when the answer to its commit was lost, which may have been done.
      if (done && (await pageProgress(transaction, pageKey))?.recordCount === page.progress?.recordCount) return done;
      this.#written.begin();
      const stored = await storedRecords(transaction, [...own.keys()]);
      const isRead = ({ key }: Listing) => stored.get(key)?.revision === hash;
      const isSame = ({ key }: Listing) => stored.has(key) && stored.get(key)?.hash === states.get(key)?.hash;
      const listings = [...own.values()];
      const changed = listings.filter((listing) => !isRead(listing) && !isSame(listing));
      const again = [...repeated, ...listings.filter(isRead)];
      await keepRecords(
        transaction,
        listings
          .filter((listing) => !isRead(listing) && isSame(listing))
          .map(({ key, record }) => ({ key, line: record.position.line, revision: hash })),
      );
      const batch: Batch = {
        source: this.#source(),
        pages: [{ ...page, problems: [...page.problems, ...again.map(repeatedRecord)] }],
        listings: changed,
        conferenceListings: [],
        removedPageKeys: [],
      };
      const storedListingKeys = changed.filter(({ key }) => stored.has(key)).map(({ key }) => key);
      const { papers, formerPaperCount } = await takeIn(
        transaction,
        batch,
        { storedListingKeys, removedListingKeys: [] },
        { described, written: this.#written, recordStates: states },
      );
      done = { papers, formerPaperCount, addedCount: changed.length, removedCount: storedListingKeys.length, again };
      return done;
    });
    this.#written.commit();
    if (written.formerPaperCount > 0) this.#written.forget();
    this.#recordCount += records.length;
    this.#addedCount += written.addedCount;
    this.#removedCount += written.removedCount;
    this.#paperCount += written.papers.length;
    this.#tellProgress('PAPERS');
    this.#told.add(written.again.map(repeatedRecord));
    this.#told.add(written.papers.flatMap(({ problems }) => problems.map(({ problem }) => problem)));
  }

  /** Records that the file does not state any more are withdrawn. */
  async #sweep({ path, hash, isStored }: ChangedPart): Promise<void> {
    if (!isStored) return;
    this.#removedCount += await withdrawRecords(this.#store, this.#recordsPage(this.#pageKey(path)), hash);
    this.#written.forget();
  }

  async #withdraw({ pageKey }: StoredPage): Promise<void> {
    this.#removedCount += await withdrawRecordsPage(this.#store, this.#recordsPage(pageKey));
    this.#written.forget();
    if (!this.#isStopped) this.#removedPageCount += 1;
  }

  #recordsPage(pageKey: string): RecordsPage {
    return {
      source: this.#source(),
      pageKey,
      batchCount: this.#batchCount,
      signal: this.#options.signal,
    };
  }

  /** From now on the file is told by its hash. */
  async #finish(part: ChangedPart, recordCount: number): Promise<void> {
    const page = { ...this.#page(part, { recordCount, problems: [] }), hash: part.hash };
    const batch: Batch = {
      source: this.#source(),
      pages: [page],
      listings: [],
      conferenceListings: [],
      removedPageKeys: [],
    };
    await this.#store.write((transaction) =>
      takeIn(transaction, batch, { storedListingKeys: [], removedListingKeys: [] }),
    );
  }

  async *#readings(path: string, step: ImportProgress['step']): AsyncGenerator<ReadRecords> {
    const file = join(this.#target.root, path);
    let reader: RecordStream | null = null;
    for await (const text of textOf(file)) {
      reader ??= this.#open(text, path);
      this.#readCount += text.length;
      yield reader.push(text);
      this.#tellProgress(step);
    }
    if (reader) yield reader.end();
  }

  #tellProgress(step: ImportProgress['step']): void {
    this.#options.onProgress?.({
      step,
      readCount: this.#readCount,
      wholeCount: this.#wholeCount,
      recordCount: this.#recordCount,
    });
  }

  /** @param text - the first of the file */
  #open(text: string, path: string): RecordStream {
    const format = this.#files.format ?? dataSetFormatOf(text);
    if (format === null) throw notOne(join(this.#target.root, path));
    return openDataSet(format, path);
  }

  #pageKey(path: string): string {
    return pageKeyOf(this.#target.identity.key, path);
  }

  #page(
    { path, hash }: ChangedPart,
    state: { readonly recordCount: number; readonly problems: readonly Problem[]; readonly isStored?: boolean },
  ): PageToWrite {
    const { identity } = this.#target;
    return {
      key: this.#pageKey(path),
      sourceKey: identity.key,
      path,
      url: pageAddress(identity, path),
      title: null,
      // Not the file's: it is not read to its end.
      hash: unreadHash(hash),
      lookedUp: [],
      isStored: state.isStored ?? false,
      progress: { revision: hash, recordCount: state.recordCount },
      problems: state.problems,
    };
  }

  #source(): SourceToWrite {
    const { identity, storedRoot } = this.#target;
    const { key, url, revision } = identity;
    return { key, kind: sourceKinds.dataSet, url, revision, root: storedRoot, importedAt: new Date().toISOString() };
  }

  #summary(): ImportSummary {
    return {
      source: this.#target.identity.key,
      dryRun: this.#options.dryRun ?? false,
      page: this.#target.page,
      isStopped: this.#isStopped,
      pageCount: this.#files.paths.length,
      unchangedPageCount: this.#unchangedPageCount,
      removedPageCount: this.#removedPageCount,
      recordCount: this.#recordCount,
      conferenceRecordCount: 0,
      toldApart: {},
      addedListingCount: this.#addedCount,
      removedListingCount: this.#removedCount,
      paperCount: this.#paperCount,
      problems: this.#told.all(),
    };
  }
}

/** A record keeps its listing while its id stays. */
function listingKey(pageKey: string, { recordId = '' }: SourceRecord): string {
  return `${pageKey}#${recordId.replace(/^https?:\/\//, '')}`;
}

function repeatedRecord({ record: { recordId, position } }: Listing): Problem {
  return {
    code: 'RECORD_REPEATED',
    severity: 'WARNING',
    message: `the record ${recordId} stands a second time; the first was taken`,
    suggestion: null,
    position,
    related: [],
  };
}

function notOne(file: string): InputError {
  return new InputError(
    'NOT_A_DATA_SET',
    `${file}: expected records of OpenAlex as the other files of the folder hold, but found something else. Move it elsewhere, or name the files one by one.`,
  );
}
