import type { Row, Value } from './values.ts';

export type Parameters = Readonly<Record<string, Value>>;

/** One statement for an engine, with a name for logs and counts. */
export interface Statement {
  /** The query's file, or the files that it was composed of, such as `paper/all + paper/topics`. */
  readonly name: string;
  readonly text: string;
  readonly parameters: Parameters;
  /**
   * Its rows are worth keeping while the graph stands: it reads every node of a label, for a figure or a list that no order and
   * no hub begins, or looks up names that one request after the other asks by.
   */
  readonly isKept?: boolean;
}

export interface Transaction {
  /** Statements run in the order of the calls; a call need not wait for the one before. */
  run(statement: Statement): Promise<readonly Row[]>;
}

/** Engine's numbers of nodes, from a place in an order on. */
export interface OrderedIds {
  /** The next ones, at most so many, in any order among themselves; none when the order ends. */
  take(count: number): readonly number[];
  /** So many of the first may stand before the place. */
  readonly slack: number;
}

/** The nodes of a label in the order of a stored key, as they were when it was read. */
export interface NodeOrder {
  readonly size: number;
  /** Whether nothing was written since. The numbers of another graph mean nothing. */
  isCurrent(): boolean;
  /** Behind a value of the key, or from the order's beginning; downwards from its end. */
  idsBehind(place: string | null, isAscending: boolean): OrderedIds;
}

/** Nodes that contain a text. */
export interface TextMatch {
  /** The engine's numbers of them, in no order. */
  readonly ids: readonly number[];
  /** Of all nodes of the label, 0 to 1. */
  readonly share: number;
}

/** A property with words between single spaces, names parted by bars, of which an index can be kept. */
export interface IndexedText {
  readonly label: string;
  readonly property: string;
  /** How known a node is: a property, or the relationships of this pattern, counted. */
  readonly known: { readonly property: string } | { readonly pattern: string };
}

/** The words of the nodes of a label. */
export interface WordIndex {
  /** How many nodes there are. */
  readonly size: number;
  /** The engine's numbers of nodes, among them all with these words and one that begins so, in no order. */
  idsWith(words: readonly string[], beginning: string | null): readonly number[];
  /** Of the nodes with a word that begins so the best known; of equals those of which a name begins so, then by key. */
  bestBegun(beginning: string, limit: number): readonly number[];
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
  /** An order kept in memory, for an engine that takes none from an index; null for one that does. */
  nodeOrder(label: string, property: string): Promise<NodeOrder> | null;
  /** Nodes whose property contains a text, for an engine without an index that serves it; null for one that has. */
  textMatch(label: string, property: string, part: string): Promise<TextMatch> | null;
  /**
   * Words in memory, for an engine without an index that serves them; null for one that has, and as long as they are being
   * read. What they say is of the graph as it was: the numbers of another graph mean nothing.
   */
  wordIndex(indexed: IndexedText): WordIndex | null;
  /** How many nodes a label has, for an engine that counts them one by one and remembers it; null for one that knows. */
  labelCount(label: string): Promise<number> | null;
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
