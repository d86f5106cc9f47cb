import type { Row, Value } from './values.ts';

export type Parameters = Readonly<Record<string, Value>>;

/** One statement for an engine, with a name for logs and counts. */
export interface Statement {
  /** The query's file, or the files that it was composed of, such as `paper/all + paper/topics`. */
  readonly name: string;
  readonly text: string;
  readonly parameters: Parameters;
}

export interface Transaction {
  /** Statements run in the order of the calls; a call need not wait for the one before. */
  run(statement: Statement): Promise<readonly Row[]>;
}

/**
 * What an engine has to offer. Everything above it is shared: statements, fragments, row checks, the order of writes.
 */
export interface Engine {
  readonly name: 'embedded' | 'neo4j';
  /**
   * Reads what is committed; sees every write that this engine object has acknowledged. Where the engine can, a statement
   * that takes longer than `timeoutMs` is ended there.
   * @throws InputError DEADLINE_EXCEEDED for such a one
   */
  read(statement: Statement, options?: { readonly timeoutMs?: number }): Promise<readonly Row[]>;
  /** Runs the work in one transaction, committed when it resolves, undone when it rejects. It may run more than once. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Writes what is committed to a new file that this engine opens; writes wait meanwhile.
   * @throws UsageError BACKUP_BY_NEO4J
   */
  copyTo(file: string): Promise<void>;
  /** Indexes and constraints, each safe to run again. */
  prepare(): Promise<void>;
  /** The cheapest statement that proves the engine answers. Throws StoreError where it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
