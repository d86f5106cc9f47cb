import { PapergraphError, StoreError } from '../model/errors.ts';
import { deadlineExceeded } from './deadline.ts';
import { defineQuery, type Query, rowsOf, statementOf } from './define-query.ts';
import type { Engine, IndexedText, NodeOrder, Statement, TextMatch, WordIndex } from './engine.ts';
import type { KeptRows } from './kept-rows.ts';
import { RecentVersion } from './recent-version.ts';
import { int, optional, type Row, type Shape, type TypedShape } from './values.ts';

/** The format that this program stores. It moves when a graph stored before cannot be read any more. */
export const formatVersion = 2;

/** Runs queries inside one write transaction. */
export interface GraphTransaction {
  /** Nothing was stored before, so there is nothing to look up, to withdraw or to take into account. */
  readonly isFirst: boolean;
  run<P extends Shape, R extends Shape>(query: Query<P, R>, params: TypedShape<P>): Promise<readonly TypedShape<R>[]>;
}

/** The graph in a store, whichever engine holds it. */
export interface GraphStore {
  readonly engine: Engine['name'];
  run<P extends Shape, R extends Shape>(query: Query<P, R>, params: TypedShape<P>): Promise<readonly TypedShape<R>[]>;
  /** Runs a composed statement; its reader checks the rows. */
  read(statement: Statement): Promise<readonly Row[]>;
  /** An order kept in memory, where the engine takes none from an index; null where it does. */
  nodeOrder(label: string, property: string): Promise<NodeOrder> | null;
  /** Nodes whose property contains a text, where the engine has no index that serves it; null where it has. */
  textMatch(label: string, property: string, part: string): Promise<TextMatch> | null;
  /** Words in memory, where the engine has no index that serves them and they have been read; else null. */
  wordIndex(indexed: IndexedText): WordIndex | null;
  /** How many nodes a label has, where the engine remembers it; null where a statement is told at once. */
  labelCount(label: string): Promise<number> | null;
  /** One transaction; its commit moves the graph version. The work may run more than once. */
  write<T>(work: (transaction: GraphTransaction) => Promise<T>): Promise<T>;
  /** Moves with every write; 0 for a graph that nothing was ever written to. */
  version(): Promise<number>;
  /**
   * Writes the graph, as it is between two writes, to a new file that can be opened as one.
   * @throws UsageError BACKUP_BY_NEO4J
   */
  copyTo(file: string): Promise<void>;
  /** The version as of at most some milliseconds ago; a write through this store is known at once. */
  recentVersion(maxAgeMs: number): Promise<number>;
  ping(): Promise<void>;
  close(): Promise<void>;
  /** The same store, telling a listener of each statement that is read through it; those that were told before still are. */
  observed(onStatement: (statement: Statement) => void): GraphStore;
  /**
   * The same store for reading until a moment (of `performance.now()`): then no more statements are sent, and those at work
   * are ended where the engine can.
   * @throws InputError DEADLINE_EXCEEDED from its reads
   */
  until(deadline: number): GraphStore;
  /**
   * The same store for one request: a statement that was read through it before is answered as it was then, errors too, and
   * is not sent again. What is worth keeping is looked for among what was kept at the version that the request began with, and kept under it;
   * read before the data, the version is never newer than what is kept.
   */
  remembering(kept: { readonly rows: KeptRows; readonly version: number } | null): GraphStore;
}

const graphState = defineQuery('graph/state', { params: {}, row: { version: int, formatVersion: optional(int) } });
const nodeCount = defineQuery('graph/node-count', { params: {}, row: { nodeCount: int } });
const writeFormatVersion = defineQuery('write/format-version', { params: { formatVersion: int }, row: {} });
const moveGraphVersion = defineQuery('write/graph-version', { params: {}, row: { version: int } });

/**
 * Makes an engine ready: indexes and constraints, and the format version.
 * @throws StoreError FORMAT_UNKNOWN for a database that holds something else, FORMAT_OLDER, FORMAT_NEWER
 */
export async function openGraphStore(engine: Engine): Promise<GraphStore> {
  const store = new EngineStore(engine);
  try {
    await checkFormat(store, engine);
    return store;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function checkFormat(store: GraphStore, engine: Engine): Promise<void> {
  const [state] = await store.run(graphState, {});
  if (state === undefined) {
    await requireEmpty(store);
    await engine.prepare();
    await engine.write((transaction) => transaction.run(statementOf(writeFormatVersion, { formatVersion })));
    return;
  }
  const found = state.formatVersion ?? 0;
  if (found < formatVersion) {
    throw new StoreError(
      'FORMAT_OLDER',
      `The graph is stored in format ${found}, and this Papergraph reads format ${formatVersion}. ` +
        'Import its sources again into a new folder or database.',
    );
  }
  if (found > formatVersion) {
    throw new StoreError(
      'FORMAT_NEWER',
      `The graph is stored in format ${found} by a newer Papergraph; this one reads format ${formatVersion}. ` +
        'Update Papergraph, or name another folder or database.',
    );
  }
  await engine.prepare();
}

async function requireEmpty(store: GraphStore): Promise<void> {
  const [count] = await store.run(nodeCount, {});
  if (count && count.nodeCount > 0) {
    throw new StoreError(
      'FORMAT_UNKNOWN',
      `Expected an empty database or one that Papergraph made, but found ${count.nodeCount} nodes of something else. ` +
        'Name another database with NEO4J_DATABASE, or another folder with --data.',
    );
  }
}

/** An engine's refusal of a statement says which one. Errors that a retry can mend stay as the driver made them. */
async function named<T>({ name }: Statement, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (
      !(error instanceof Error) ||
      error instanceof PapergraphError ||
      ('retriable' in error && error.retriable === true)
    ) {
      throw error;
    }
    throw new StoreError('STATEMENT_FAILED', `cypher/${name}: ${error.message}`, { cause: error });
  }
}

/** A write of no rows is no round trip. */
function hasNoRows(params: object): boolean {
  const lists = Object.values(params);
  return lists.length === 1 && Array.isArray(lists[0]) && lists[0].length === 0;
}

interface Memory {
  /** Answers by statement. */
  readonly answers: Map<string, Promise<readonly Row[]>>;
  readonly kept: { readonly rows: KeptRows; readonly version: number } | null;
}

/** How a view of a store differs from the store itself. */
interface View {
  readonly onStatement?: (statement: Statement) => void;
  readonly deadline?: number;
  readonly memory?: Memory;
}

class EngineStore implements GraphStore {
  readonly #engine: Engine;
  readonly #recent: RecentVersion;
  readonly #view: View;

  constructor(engine: Engine, recent = new RecentVersion(), view: View = {}) {
    this.#engine = engine;
    this.#recent = recent;
    this.#view = view;
  }

  get engine(): Engine['name'] {
    return this.#engine.name;
  }

  async run<P extends Shape, R extends Shape>(query: Query<P, R>, params: TypedShape<P>) {
    return rowsOf(query, await this.read(statementOf(query, params)));
  }

  read(statement: Statement): Promise<readonly Row[]> {
    const { memory } = this.#view;
    if (!memory) return this.#read(statement);
    const asked = JSON.stringify([statement.text, statement.parameters]);
    const known = memory.answers.get(asked);
    if (known) return known;
    const answer = statement.isKept ? this.#kept(statement, asked, memory.kept) : this.#read(statement);
    memory.answers.set(asked, answer);
    return answer;
  }

  async #kept(statement: Statement, asked: string, kept: Memory['kept']): Promise<readonly Row[]> {
    const known = kept?.rows.get(kept.version, asked);
    if (known) return known;
    const rows = await this.#read(statement);
    kept?.rows.keep(kept.version, asked, rows);
    return rows;
  }

  async #read(statement: Statement): Promise<readonly Row[]> {
    const { onStatement, deadline } = this.#view;
    const timeoutMs = deadline === undefined ? undefined : deadline - performance.now();
    if (timeoutMs !== undefined && timeoutMs <= 0) throw deadlineExceeded();
    onStatement?.(statement);
    return named(statement, () => this.#engine.read(statement, timeoutMs === undefined ? {} : { timeoutMs }));
  }

  nodeOrder(label: string, property: string): Promise<NodeOrder> | null {
    return this.#engine.nodeOrder(label, property);
  }

  textMatch(label: string, property: string, part: string): Promise<TextMatch> | null {
    return this.#engine.textMatch(label, property, part);
  }

  wordIndex(indexed: IndexedText): WordIndex | null {
    return this.#engine.wordIndex(indexed);
  }

  labelCount(label: string): Promise<number> | null {
    return this.#engine.labelCount(label);
  }

  async write<T>(work: (transaction: GraphTransaction) => Promise<T>): Promise<T> {
    let version: number | undefined;
    const result = await this.#engine.write(async (transaction) => {
      // First, since it locks the one node that every write changes: writers of several processes wait for each other here.
      const [state] = rowsOf(moveGraphVersion, await transaction.run(statementOf(moveGraphVersion, {})));
      version = state?.version;
      return work({
        isFirst: version === 1,
        run: async (query, params) => {
          if (hasNoRows(params)) return [];
          const statement = statementOf(query, params);
          return rowsOf(query, await named(statement, () => transaction.run(statement)));
        },
      });
    });
    if (version !== undefined) this.#recent.moved(version);
    return result;
  }

  async version(): Promise<number> {
    const [state] = await this.run(graphState, {});
    return state?.version ?? 0;
  }

  copyTo(file: string): Promise<void> {
    return this.#engine.copyTo(file);
  }

  recentVersion(maxAgeMs: number): Promise<number> {
    return this.#recent.get(maxAgeMs, () => this.version());
  }

  ping(): Promise<void> {
    return this.#engine.ping();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  observed(onStatement: (statement: Statement) => void): GraphStore {
    const told = this.#view.onStatement;
    const tell = (statement: Statement) => {
      told?.(statement);
      onStatement(statement);
    };
    return new EngineStore(this.#engine, this.#recent, { ...this.#view, onStatement: tell });
  }

  until(deadline: number): GraphStore {
    return new EngineStore(this.#engine, this.#recent, { ...this.#view, deadline });
  }

  remembering(kept: Memory['kept']): GraphStore {
    return new EngineStore(this.#engine, this.#recent, { ...this.#view, memory: { answers: new Map(), kept } });
  }
}
