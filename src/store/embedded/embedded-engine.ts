import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import grafeo from '@grafeo-db/js';
import { StoreError } from '../../model/errors.ts';
import type { Engine, IndexedText, NodeOrder, Statement, TextMatch, Transaction, WordIndex } from '../engine.ts';
import { schemaStatements } from '../schema-statements.ts';
import { int, list, type Row, text } from '../values.ts';
import { claimFolder, type FolderClaim } from './folder-claim.ts';
import { NodeOrders } from './node-orders.ts';
import { withPositionalRows } from './positional-rows.ts';
import { TextMatches } from './text-matches.ts';
import { WordIndexes } from './word-indexes.ts';

type Database = ReturnType<typeof grafeo.GrafeoDB.create>;

/**
 * Opens the embedded engine on a folder, which is made if it is not there; without one the graph lives in memory.
 * @throws StoreError STORE_IN_USE when another process has the folder, STORE_UNREADABLE when it cannot be opened
 */
export function openEmbeddedEngine({ folder }: { folder?: string } = {}): Engine {
  if (folder === undefined) return new EmbeddedEngine(grafeo.GrafeoDB.create(), undefined);
  makeFolder(folder);
  const claim = claimFolder(folder);
  try {
    return new EmbeddedEngine(openFile(graphFile(folder)), claim);
  } catch (error) {
    claim.release();
    throw unreadable(folder, error);
  }
}

/** Opens the engine on one file that no other process has, such as a copy. Throws the engine's own error where it cannot. */
export function openEmbeddedFile(file: string): Engine {
  return new EmbeddedEngine(openFile(file), undefined);
}

/** Whether a folder holds a graph of this engine. */
export function hasGraph(folder: string): boolean {
  return existsSync(graphFile(folder));
}

/** The file of a folder's graph. */
export function graphFile(folder: string): string {
  return join(folder, 'graph.grafeo');
}

class EmbeddedEngine implements Engine {
  readonly name = 'embedded';
  readonly #database: Database;
  readonly #claim: FolderClaim | undefined;
  readonly #orders = new NodeOrders((label, property) => this.#readOrder(label, property));
  readonly #matches = new TextMatches((...asked) => this.#readMatch(...asked));
  readonly #words = new WordIndexes((indexed) => this.#readTexts(indexed));
  #counts = new Map<string, Promise<number>>();
  #writes: Promise<unknown> = Promise.resolve();

  constructor(database: Database, claim: FolderClaim | undefined) {
    this.#database = database;
    this.#claim = claim;
  }

  async read(statement: Statement): Promise<readonly Row[]> {
    const result = await this.#database.executeCypher(statement.text, statement.parameters);
    return result.toArray();
  }

  nodeOrder(label: string, property: string): Promise<NodeOrder> {
    return this.#orders.get(label, property);
  }

  /** Names of labels and properties are the fragments' own. */
  async #readOrder(label: string, property: string) {
    const [row] = await this.read({
      name: `order of ${label}.${property}`,
      text: `MATCH (node:${label})
WHERE node.${property} IS NOT NULL
WITH id(node) AS id, node.${property} AS key
ORDER BY key ASC
RETURN collect(id) AS ids, collect(key) AS keys`,
      parameters: {},
    });
    return { ids: list(int).read(row?.ids ?? []), keys: list(text).read(row?.keys ?? []) };
  }

  textMatch(label: string, property: string, part: string): Promise<TextMatch> {
    return this.#matches.get(label, property, part);
  }

  async #readMatch(label: string, property: string, part: string): Promise<TextMatch> {
    const name = `${label}.${property} containing`;
    const count = await this.labelCount(label);
    const [row] = await this.read({
      name,
      text: `MATCH (node:${label}) WHERE node.${property} CONTAINS $part RETURN collect(id(node)) AS ids`,
      parameters: { part },
    });
    const ids = list(int).read(row?.ids ?? []);
    return { ids, share: ids.length / Math.max(1, count) };
  }

  wordIndex(indexed: IndexedText): WordIndex | null {
    return this.#words.get(indexed);
  }

  async #readTexts({ label, property, known }: IndexedText) {
    const knownCount = 'pattern' in known ? `COUNT { (node)${known.pattern} }` : `coalesce(node.${known.property}, 0)`;
    const [row] = await this.read({
      name: `words of ${label}.${property}`,
      text: `MATCH (node:${label})
WHERE node.${property} IS NOT NULL
WITH id(node) AS id, node.${property} AS text, ${knownCount} AS knownCount, node.key AS key
ORDER BY knownCount DESC, key ASC
RETURN collect(id) AS ids, collect(text) AS texts, collect(knownCount) AS counts`,
      parameters: {},
    });
    return {
      ids: list(int).read(row?.ids ?? []),
      texts: list(text).read(row?.texts ?? []),
      counts: list(int).read(row?.counts ?? []),
    };
  }

  labelCount(label: string): Promise<number> {
    const known = this.#counts.get(label);
    if (known) return known;
    const counts = this.#counts;
    const count = this.#countLabel(label);
    counts.set(label, count);
    count.catch(() => counts.delete(label));
    return count;
  }

  async #countLabel(label: string): Promise<number> {
    const text = `MATCH (node:${label}) RETURN count(node) AS nodeCount`;
    const [row] = await this.read({ name: `count of ${label}`, text, parameters: {} });
    return int.read(row?.nodeCount);
  }

  /** Writes run one after another: the engine answers a write conflict with an error and can duplicate raced relationships. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const turn = this.#writes.then(() => this.#transact(work));
    this.#writes = turn.catch(() => undefined);
    return turn;
  }

  async #transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = this.#database.beginTransaction();
    let last: Promise<unknown> = Promise.resolve();
    const run: Transaction['run'] = (statement) => {
      // The engine itself would run them side by side.
      const turn = last.then(async () => {
        const { text, parameters } = withPositionalRows(statement.text, statement.parameters);
        return (await transaction.executeCypher(text, parameters)).toArray();
      });
      last = turn.catch(() => undefined);
      return turn;
    };
    try {
      const result = await work({ run });
      transaction.commit();
      this.#orders.forget();
      this.#matches.forget();
      this.#words.forget();
      this.#counts = new Map();
      return result;
    } catch (error) {
      await last;
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }

  /** In turn with the writes, so that the copy is what one of them left. */
  copyTo(file: string): Promise<void> {
    const turn = this.#writes.then(() => this.#database.save(file));
    this.#writes = turn.catch(() => undefined);
    return turn;
  }

  async prepare(): Promise<void> {
    for (const text of schemaStatements('embedded')) await this.#database.executeCypher(text);
  }

  async ping(): Promise<void> {
    await this.#database.executeCypher('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    await this.#writes;
    this.#database.close();
    this.#claim?.release();
  }
}

/** Throws StoreError STORE_UNREADABLE where it is not there and cannot be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function openFile(file: string): Database {
  return existsSync(file) ? grafeo.GrafeoDB.open(file) : grafeo.GrafeoDB.create(file);
}

function unreadable(folder: string, cause: unknown): StoreError {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new StoreError(
    'STORE_UNREADABLE',
    `${folder}: expected a folder with a Papergraph graph, or a place where one can be made, but opening it failed: ` +
      `${found}. Name another folder with --data, or move this one away and import its sources again.`,
    { cause },
  );
}
