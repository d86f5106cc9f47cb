import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, StoreError } from '../../model/errors.ts';
import type { DescribedNames } from '../../model/names/described-names.ts';
import { definedQueries } from '../define-query.ts';
import type { Engine, Statement, Transaction } from '../engine.ts';
import type { Row } from '../values.ts';
import { institutionIdentifiers } from '../write-named-things.ts';
import { type CsvCounts, CsvGraph } from './csv-graph.ts';
import { csvWrites } from './csv-writes.ts';
import { writeImportScript } from './import-script.ts';

/** An engine whose graph is a folder of files for Neo4j's bulk import. */
export interface CsvEngine extends Engine {
  /** A folder within for what is sorted; it goes when the files are whole. */
  readonly scratch: string;
  /** What names mean from now on: those of institutions that data sets describe. */
  know(described: DescribedNames['institutions']): void;
  /**
   * Writes what was kept or sorted, and last the script that imports the files: a folder without it is not whole.
   * @returns how many nodes and relationships the graph has
   */
  finish(): Promise<CsvCounts>;
}

/**
 * Opens an empty folder, or makes it. What is written with the statements of an ordinary import goes into its files. Nothing can be
 * looked up in it, so every transaction is one of an empty graph: whoever writes keeps together what belongs together.
 * @throws InputError CSV_FOLDER_NOT_EMPTY, CSV_FOLDER_UNUSABLE
 */
export async function openCsvEngine(folder: string): Promise<CsvEngine> {
  const [found] = await contentsOf(folder);
  if (found !== undefined) {
    throw new InputError(
      'CSV_FOLDER_NOT_EMPTY',
      `${folder}: expected an empty folder or none, but found ${found} in it. Name another folder, or remove what is in it.`,
    );
  }
  const scratch = join(folder, '.sorting');
  await mkdir(scratch);
  return new FolderEngine(folder, scratch);
}

async function contentsOf(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'CSV_FOLDER_UNUSABLE',
      `${folder}: expected a folder that can be written to, but found none (${reason}). Name another folder.`,
      { cause: error },
    );
  }
}

class FolderEngine implements CsvEngine {
  readonly name = 'neo4j';
  readonly #folder: string;
  readonly scratch: string;
  readonly #graph: CsvGraph;
  readonly #namedInstitutions = new Map<string, Row[]>();
  #nameTables: readonly Row[] = [];
  #state: Readonly<Record<string, unknown>> = {};
  #version = 0;

  constructor(folder: string, scratch: string) {
    this.#folder = folder;
    this.scratch = scratch;
    this.#graph = new CsvGraph(folder, scratch);
  }

  know(described: DescribedNames['institutions']): void {
    const nodes = new Map([...described.values()].map(({ facts }) => [facts.key, facts]));
    for (const facts of nodes.values()) {
      for (const { identifierKey } of institutionIdentifiers(facts)) {
        const rows = this.#namedInstitutions.get(identifierKey) ?? [];
        this.#namedInstitutions.set(identifierKey, rows);
        rows.push({ identifierKey, statedAs: null, ...facts });
      }
    }
  }

  async read({ name, parameters }: Statement): Promise<readonly Row[]> {
    const { identifierKeys } = parameters;
    if (name === 'names/tables') return this.#nameTables;
    if (name !== 'data-set/described-institutions' || !Array.isArray(identifierKeys)) return [];
    return identifierKeys.flatMap((key) => this.#namedInstitutions.get(String(key)) ?? []);
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = await work({ run: (statement) => this.#run(statement) });
    await this.#graph.settle();
    return result;
  }

  async finish(): Promise<CsvCounts> {
    this.#graph.node('GraphState', 'graph', { ...this.#state, version: this.#version });
    const { counts, files, hasLineEnds } = await this.#graph.finish();
    await rm(this.scratch, { recursive: true });
    await writeImportScript(this.#folder, { files, hasLineEnds });
    return counts;
  }

  async #run(statement: Statement): Promise<readonly Row[]> {
    const { name, parameters } = statement;
    if (name === 'write/graph-version') {
      this.#version += 1;
      return [{ version: 1 }];
    }
    if (name === 'names/write-tables') this.#nameTables = asRows(parameters.rows);
    if (name === 'write/format-version') this.#state = { ...this.#state, ...parameters };
    else if (name === 'write/has-references') this.#state = { ...this.#state, hasReferences: true };
    else if (csvWrites[name]) csvWrites[name](this.#graph, parameters);
    else if (returnsNothing(name)) throw unexpected(name);
    return this.read(statement);
  }

  nodeOrder(): null {
    return null;
  }

  textMatch(): null {
    return null;
  }

  wordIndex(): null {
    return null;
  }

  labelCount(): null {
    return null;
  }

  copyTo(): Promise<void> {
    throw unexpected('copy');
  }

  async prepare(): Promise<void> {}

  async ping(): Promise<void> {}

  /** Removes what was being sorted, where the work was broken off. */
  async close(): Promise<void> {
    await rm(this.scratch, { recursive: true, force: true });
  }
}

function asRows(rows: unknown): readonly Row[] {
  // The typed statement hands nothing else over.
  return rows as readonly Row[];
}

/** What gives no rows writes something. */
function returnsNothing(name: string): boolean {
  const query = definedQueries().find(({ path }) => path === name);
  return query === undefined || Object.keys(query.row).length === 0;
}

function unexpected(name: string): StoreError {
  return new StoreError(
    'CSV_STATEMENT_UNEXPECTED',
    `Files for Neo4j's bulk import are written by statements that src/store/csv/csv-writes.ts knows, but found ${name}. Add it there.`,
  );
}
