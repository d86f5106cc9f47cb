import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '../model/errors.ts';
import { FewProblems } from '../model/few-problems.ts';
import type { Listing } from '../model/graph.ts';
import type { DescribedNames } from '../model/names/described-names.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { DescriptionsSoFar } from '../reconcile/settle-described.ts';
import { keepRecords, pageProgress, type StatedDescription, storedRecords } from '../store/data-set-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { storedTables } from '../store/name-table-queries.ts';
import { type StoredPage, storedPages, storedSources } from '../store/source-queries.ts';
import type { PageToWrite, SourceToWrite } from '../store/write-graph.ts';
import { type Batch, takeIn } from './apply-batch.ts';
import { type DataSetFiles, hashOfDataFile } from './data-set-files.ts';
import { DataSetReader } from './data-set-reader.ts';
import type { DataFile, ReadingPiece, ReadingRequest } from './data-set-reading.ts';
import { forgetDescribed, joinListedNames, settleDescriptions, writeInBatches } from './described-things.ts';
import type { ImportSummary } from './import-source.ts';
import { type ImportTarget, importTarget, standardInputTarget } from './import-target.ts';
import { pageProblem } from './page-problem.ts';
import type { PreparedBatch } from './prepared-batch.ts';
import { pageKeyOf, unreadHash } from './read-listings.ts';
import { comparedWith, emptyBatch, type RecordBatch, type RecordsFile, recordBatch } from './record-batch.ts';
import type { LookingAhead } from './records-ahead.ts';
import { finishSettling } from './settle-names-again.ts';
import { pageAddress } from './source-identity.ts';
import { sourceKinds } from './source-kinds.ts';
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
  readonly ahead?: LookingAhead | undefined;
}

/** How far an import is. */
export interface ImportProgress {
  readonly step: 'DESCRIBED' | 'PAPERS';
  /** Bytes of the files that were read in this step. */
  readonly readCount: number;
  /** Bytes of all files that are to be read. */
  readonly wholeCount: number;
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

interface BatchToWrite {
  readonly page: PageToWrite;
  readonly batch: RecordBatch;
  readonly prepared: PreparedBatch | null;
  readonly described: DescribedNames;
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

/** Records of a file that are written after all others, and how many it has in all. */
interface LaterRecords {
  readonly part: ChangedPart;
  readonly records: readonly SourceRecord[];
  readonly recordCount: number;
}

class DataSetImport {
  readonly #store: GraphStore;
  readonly #files: DataSetFiles;
  readonly #target: ImportTarget;
  readonly #gone: readonly StoredPage[];
  readonly #options: DataSetOptions;
  readonly #written = new WrittenThings();
  readonly #told = new FewProblems();
  readonly #reader = new DataSetReader();
  #laterKeys: ReadonlySet<string> = new Set();
  readonly #later: LaterRecords[] = [];
  #unchangedPageCount = 0;
  #removedPageCount = 0;
  #recordCount = 0;
  #addedCount = 0;
  #removedCount = 0;
  #paperCount = 0;
  #readCount = 0;
  #wholeCount = 0;

  constructor(store: GraphStore, { files, target, stored }: DataSetParts, options: DataSetOptions) {
    this.#store = store;
    this.#files = files;
    this.#target = target;
    this.#gone = files.isWhole ? stored.filter(({ path }) => !files.paths.includes(path)) : [];
    this.#options = options;
  }

  async run(): Promise<ImportSummary> {
    try {
      return await this.#import();
    } finally {
      await this.#reader.close();
    }
  }

  async #import(): Promise<ImportSummary> {
    const { dryRun = false, signal } = this.#options;
    this.#tell(this.#files.problems);
    if (!dryRun) await finishSettling(this.#store, this.#source(), signal);
    const changed = await this.#changedParts();
    const descriptions = await this.#readDescribed(changed);
    if (dryRun || this.#isStopped) return this.#summary();
    const { described, gone } = await settleDescriptions(this.#store, {
      source: this.#source(),
      pages: changed.map((part) => this.#page(part, { recordCount: part.recordCount, problems: [] })),
      gonePageKeys: this.#gone.map(({ pageKey }) => pageKey),
      descriptions,
      areWritten: this.#options.ahead !== undefined,
      signal,
    });
    this.#laterKeys = (await this.#options.ahead?.settled(described)) ?? this.#laterKeys;
    for (const part of changed) if (!this.#isStopped) await this.#importPart(part, described);
    if (!this.#isStopped) await this.#writeLater(described);
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
        this.#wholeCount += (await stat(join(this.#target.root, path))).size;
      }
    }
    return changed;
  }

  /** The first reading: of each thing one description a file; where it looks ahead, merged of those that it wrote. */
  async #readDescribed(parts: readonly ChangedPart[]): Promise<readonly StatedDescription[]> {
    const stated: StatedDescription[] = [];
    const soFar = new DescriptionsSoFar();
    const { dryRun: isDryRun = false, ahead } = this.#options;
    const isLookingAhead = ahead !== undefined;
    for (const part of parts) {
      const { path } = part;
      for await (const piece of this.#read({ step: 'DESCRIBED', isDryRun, isLookingAhead, ...this.#dataFile(path) })) {
        if (piece.seen) await ahead?.note(path, piece.seen);
        this.#recordCount += piece.recordCount;
        this.#tell(piece.problems);
        const here = (piece.described ?? []).map((described) => ({ pageKey: this.#pageKey(path), described }));
        if (isLookingAhead && here.length > 0) await this.#writeDescribed(part, here);
        for (const each of here) {
          if (isLookingAhead) soFar.add(each);
          else stated.push(each);
        }
        if (this.#isStopped) return [];
      }
    }
    this.#readCount = 0;
    return [...stated, ...soFar.all()];
  }

  async #writeDescribed(part: ChangedPart, descriptions: readonly StatedDescription[]): Promise<void> {
    await this.#writePage(this.#page(part, { recordCount: 0, problems: [] }));
    await writeInBatches(this.#store, descriptions);
  }

  /** The second reading. The next batch is read and worked out while the engine writes this one. */
  async #importPart(part: ChangedPart, described: DescribedNames): Promise<void> {
    const meaning = { tables: await storedTables(this.#store), described };
    const request = {
      step: 'PAPERS',
      ...this.#dataFile(part.path),
      records: this.#recordsFile(part),
      batchCount: this.#batchCount,
      skipCount: part.recordCount,
      laterKeys: this.#laterKeys,
      meaning,
    } as const;
    let count = part.recordCount;
    let isFirst = count === 0;
    let writing: Promise<void> = Promise.resolve();
    const kept: SourceRecord[] = [];
    const write = async ({
      batch = emptyBatch(part.hash),
      graph = null,
      later = [],
      problems,
    }: Omit<ReadingPiece, 'readCount' | 'recordCount'>) => {
      count += batch.recordCount;
      kept.push(...later);
      const told = this.#tell(problems);
      if (batch.recordCount === 0 && told.length === 0 && !isFirst) return;
      const page = this.#page(part, { recordCount: count, problems: told, isStored: isFirst && part.isStored });
      isFirst = false;
      await writing;
      if (this.#isStopped) return;
      const prepared = graph && { listings: batch.listings, tables: meaning.tables, graph };
      writing = this.#write({ page, batch, prepared, described });
      writing.catch(() => {}); // The next wait gives it.
    };
    try {
      for await (const piece of this.#read(request)) {
        await write(piece);
        if (this.#isStopped) break;
      }
    } catch (error) {
      await writing;
      if (!(error instanceof InputError) || !this.#files.isWhole) throw error;
      // What was read of a damaged file stands, with the reason; the file is read again when it is another one.
      await write({ problems: [pageProblem(error, part.path, this.#target.root)] });
      return writing;
    }
    await writing;
    count += kept.length;
    if (kept.length > 0) this.#later.push({ part, records: kept, recordCount: count });
    if (!this.#isStopped) await this.#sweep(part);
    if (!this.#isStopped) await this.#finish(part, count);
  }

  /** In one batch, so that nothing of it need be looked up. */
  async #writeLater(described: DescribedNames): Promise<void> {
    if (this.#later.length === 0) return;
    const batches = this.#later.map(({ part, records }) => recordBatch(this.#recordsFile(part), records));
    const repeated = batches.flatMap((batch) => batch.repeated);
    const batch: Batch = {
      source: this.#source(),
      pages: this.#later.map(({ part, recordCount }, place) =>
        this.#donePage(part, recordCount, batches[place]?.repeated.map(repeatedRecord)),
      ),
      listings: batches.flatMap(({ listings }) => listings),
      conferenceListings: [],
      removedPageKeys: [],
    };
    const recordStates = new Map(batches.flatMap(({ states }) => [...states]));
    const { papers } = await this.#store.write((transaction) => {
      this.#written.begin();
      const context = { described, written: this.#written, recordStates };
      return takeIn(transaction, batch, { storedListingKeys: [], removedListingKeys: [] }, context);
    });
    this.#written.commit();
    this.#recordCount += batches.reduce((sum, { recordCount }) => sum + recordCount, 0);
    this.#addedCount += batch.listings.length;
    this.#paperCount += papers.length;
    this.#tell(repeated.map(repeatedRecord));
    this.#tell(papers.flatMap(({ problems }) => problems.map(({ problem }) => problem)));
  }

  #recordsFile({ path, hash }: ChangedPart): RecordsFile {
    return { pageKey: this.#pageKey(path), sourceKey: this.#target.identity.key, revision: hash };
  }

  async #write({ page, batch, prepared, described }: BatchToWrite): Promise<void> {
    const { revision, states, listings } = batch;
    const recordCount = page.progress?.recordCount;
    let done: WrittenBatch | null = null;
    const written = await this.#store.write(async (transaction): Promise<WrittenBatch> => {
      // The driver runs a transaction again when the answer to its commit was lost, which may have been done.
      if (done && listings.length > 0 && (await pageProgress(transaction, page.key))?.recordCount === recordCount)
        return done;
      this.#written.begin();
      const stored = await storedRecords(
        transaction,
        listings.map(({ key }) => key),
      );
      const { again, same, changed } = comparedWith(stored, batch);
      await keepRecords(
        transaction,
        same.map(({ key, record }) => ({ key, line: record.position.line, revision })),
      );
      const storedListingKeys = changed.filter(({ key }) => stored.has(key)).map(({ key }) => key);
      const { papers, formerPaperCount } = await takeIn(
        transaction,
        {
          source: this.#source(),
          pages: [{ ...page, problems: [...page.problems, ...again.map(repeatedRecord)] }],
          listings: changed,
          conferenceListings: [],
          removedPageKeys: [],
        },
        { storedListingKeys, removedListingKeys: [] },
        { described, written: this.#written, recordStates: states, prepared },
      );
      done = { papers, formerPaperCount, addedCount: changed.length, removedCount: storedListingKeys.length, again };
      return done;
    });
    this.#written.commit();
    if (written.formerPaperCount > 0) this.#written.forget();
    this.#recordCount += batch.recordCount;
    this.#addedCount += written.addedCount;
    this.#removedCount += written.removedCount;
    this.#paperCount += written.papers.length;
    this.#tellProgress('PAPERS');
    this.#tell(written.again.map(repeatedRecord));
    this.#tell(written.papers.flatMap(({ problems }) => problems.map(({ problem }) => problem)));
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
    await this.#writePage(this.#donePage(part, recordCount));
  }

  async #writePage(page: PageToWrite): Promise<void> {
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

  async *#read(request: ReadingRequest): AsyncGenerator<ReadingPiece> {
    for await (const piece of this.#reader.read(request)) {
      this.#readCount += piece.readCount;
      yield piece;
      this.#tellProgress(request.step);
    }
  }

  #dataFile(path: string): DataFile {
    return { file: join(this.#target.root, path), path, format: this.#files.format };
  }

  /** Those of them that are told. */
  #tell(problems: readonly Problem[]): readonly Problem[] {
    return problems.filter((problem) => this.#told.add(problem));
  }

  #tellProgress(step: ImportProgress['step']): void {
    this.#options.onProgress?.({
      step,
      readCount: this.#readCount,
      wholeCount: this.#wholeCount,
      recordCount: this.#recordCount,
    });
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

  /** A file that was read to its end. */
  #donePage(part: ChangedPart, recordCount: number, problems: readonly Problem[] = []): PageToWrite {
    return { ...this.#page(part, { recordCount, problems }), hash: part.hash };
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
      problems: this.#told.asFound(),
    };
  }
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
