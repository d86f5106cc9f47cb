import { join } from 'node:path';
import { CsvFile } from './csv-file.ts';
import { SortedRows } from './sorted-rows.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** A relationship by the keys of its two ends. */
export interface Relationship {
  readonly start: string;
  readonly end: string;
  readonly properties?: Properties;
}

/** Which nodes a type of relationship joins. */
export type Ends = readonly [start: string, type: string, end: string];

/** Of what the files hold: nodes by label, relationships by type. */
export interface CsvCounts {
  readonly nodes: Readonly<Record<string, number>>;
  readonly relationships: Readonly<Record<string, number>>;
}

/** A file of the import, as its command names it. */
export interface NamedFile {
  /** A label, or a type of relationships. */
  readonly kind: string;
  readonly isOfNodes: boolean;
  readonly name: string;
}

/** What several statements say of one node, in their order, as one. */
export type Fold = (former: Properties, next: Properties) => Properties;

/** Nodes of which there are few, however many papers there are. */
const namedLabels: readonly string[] = ['Source', 'Page', 'Institution', 'Conference', 'Edition', 'Topic'];

export const lastOne: Fold = (_, next) => next;
export const added: Fold = (former, next) => ({ ...former, ...next });

/** Where merged relationships are sorted, what they join stands before the keys of their ends. */
const endsMark = '\n';

/**
 * A graph on its way into files. What is new is written as it comes; named things, of which there are few, are kept until the
 * end; and what several papers may give (authors, identifiers, links, …) is sorted on disk, so that each is written once.
 */
export class CsvGraph {
  readonly #folder: string;
  readonly #scratch: string;
  readonly #nodes = new Map<string, CsvFile>();
  readonly #relationships = new Map<string, CsvFile>();
  readonly #named = new Map(namedLabels.map((label) => [label, new Map<string, Properties>()]));
  readonly #namedRelationships = new Map<Ends, Map<string, Relationship>>();
  readonly #sorted = new Map<string, { readonly rows: SortedRows; readonly fold: Fold }>();
  readonly #merged: SortedRows;
  readonly #mergedEnds: Ends[] = [];
  readonly #references: SortedRows;
  #hasReferences = false;

  /** @param scratch - a folder for what is sorted, emptied by whoever made it */
  constructor(folder: string, scratch: string) {
    this.#folder = folder;
    this.#scratch = scratch;
    this.#merged = new SortedRows(join(scratch, 'relationships'));
    this.#references = new SortedRows(join(scratch, 'references'));
  }

  /** A node that nothing else gives. */
  node(label: string, key: string, properties: Properties): void {
    this.#nodeFile(label).write([key], withoutKey(properties));
  }

  /** A relationship that nothing else gives; without named things at its end it is none, as in a statement that matches them. */
  relationship(ends: Ends, { start, end, properties = {} }: Relationship): void {
    const named = this.#named.get(ends[2]);
    if (named && !named.has(end)) return;
    this.#relationshipFile(ends).write([start, end], properties);
  }

  /** A named thing; see `Fold` for what several batches say of it. */
  named(label: string, key: string, properties: Properties, fold: Fold = lastOne): void {
    const things = this.#named.get(label);
    const former = things?.get(key);
    things?.set(key, former ? fold(former, properties) : properties);
  }

  /** A relationship of named things, once however often it is given; the last gives its properties. */
  namedRelationship(ends: Ends, relationship: Relationship): void {
    const known = this.#namedRelationships.get(ends) ?? new Map<string, Relationship>();
    this.#namedRelationships.set(ends, known);
    known.set(JSON.stringify([relationship.start, relationship.end]), relationship);
  }

  /** A node that many papers may give. */
  shared(label: string, key: string, properties: Properties, fold: Fold = lastOne): void {
    let sorted = this.#sorted.get(label);
    if (!sorted) {
      sorted = { rows: new SortedRows(join(this.#scratch, label.toLowerCase())), fold };
      this.#sorted.set(label, sorted);
    }
    sorted.rows.add(key, withoutKey(properties));
  }

  /** A relationship that may be given several times and is there once; of named things or of many. */
  sharedRelationship(ends: Ends, { start, end }: Relationship): void {
    if (!this.#mergedEnds.includes(ends)) this.#mergedEnds.push(ends);
    this.#merged.add([this.#mergedEnds.indexOf(ends), start, end].join(endsMark), [start, end]);
  }

  /** An id or DOI by which papers refer to a paper. */
  referable(reference: string, paperKey: string): void {
    this.#references.add(reference, { paperKey });
  }

  /** A paper refers to what may be there or come. */
  reference(reference: string, referringKey: string, position: number): void {
    this.#hasReferences = true;
    this.#references.add(reference, { referringKey, position });
  }

  /** Waits until the disk has kept up, so that what is in memory stays bounded. */
  async settle(): Promise<void> {
    for (const file of [...this.#nodes.values(), ...this.#relationships.values()]) await file.settle();
    for (const { rows } of this.#sorted.values()) await rows.settle();
    await this.#merged.settle();
    await this.#references.settle();
  }

  /** Writes what was kept or sorted, and ends the files. */
  async finish(): Promise<{ readonly counts: CsvCounts; readonly files: readonly NamedFile[]; hasLineEnds: boolean }> {
    this.#writeNamed();
    await this.#writeReferences();
    await this.#writeMerged();
    await this.#writeSorted();
    const files = [...this.#nodes.values(), ...this.#relationships.values()];
    for (const file of files) await file.close();
    return {
      counts: { nodes: countsOf(this.#nodes, (label) => label), relationships: countsOf(this.#relationships, typeIn) },
      files: [
        ...[...this.#nodes].map(([label, { name }]) => ({ kind: label, isOfNodes: true, name })),
        ...[...this.#relationships].map(([ends, { name }]) => ({ kind: typeIn(ends), isOfNodes: false, name })),
      ],
      hasLineEnds: files.some(({ hasLineEnds }) => hasLineEnds),
    };
  }

  #writeNamed(): void {
    for (const [label, things] of this.#named) {
      for (const [key, properties] of things) this.node(label, key, properties);
    }
    for (const [ends, relationships] of this.#namedRelationships) {
      const starts = this.#named.get(ends[0]);
      for (const each of relationships.values()) {
        if (starts === undefined || starts.has(each.start)) this.relationship(ends, each);
      }
    }
  }

  /** A reference leads to the paper of its id, the first by key of several, or stays open under the id. */
  async #writeReferences(): Promise<void> {
    if (!this.#hasReferences) return;
    for await (const { key: reference, values } of this.#references.groups()) {
      const stated = values as readonly Partial<ReferenceRow>[];
      const [cited] = stated.flatMap(({ paperKey }) => paperKey ?? []).sort();
      const identifierKey = openReference(reference);
      let isOpen = false;
      for (const { referringKey: start, position } of stated) {
        if (start === undefined) continue;
        if (cited === undefined) this.relationship(refersTo, { start, end: identifierKey, properties: { position } });
        else this.relationship(cites, { start, end: cited, properties: { reference, position } });
        isOpen ||= cited === undefined;
      }
      if (isOpen) this.shared('Identifier', identifierKey, {});
      await this.settle();
    }
  }

  async #writeMerged(): Promise<void> {
    for await (const { key, values } of this.#merged.groups()) {
      const ends = this.#mergedEnds[Number(key.slice(0, key.indexOf(endsMark)))];
      const [[start, end] = ['', '']] = values as readonly (readonly [string, string])[];
      if (ends) this.relationship(ends, { start, end });
      await this.settle();
    }
  }

  async #writeSorted(): Promise<void> {
    for (const [label, { rows, fold }] of this.#sorted) {
      for await (const { key, values } of rows.groups()) {
        const stated = values as readonly Properties[];
        this.node(label, key, stated.reduce(fold));
        await this.settle();
      }
    }
  }

  #nodeFile(label: string): CsvFile {
    const known = this.#nodes.get(label);
    if (known) return known;
    const file = new CsvFile(this.#folder, label, [`key:ID(${label})`]);
    this.#nodes.set(label, file);
    return file;
  }

  #relationshipFile(ends: Ends): CsvFile {
    const name = ends.join('-');
    const known = this.#relationships.get(name);
    if (known) return known;
    const [start, , end] = ends;
    const file = new CsvFile(this.#folder, name, [`:START_ID(${start})`, `:END_ID(${end})`]);
    this.#relationships.set(name, file);
    return file;
  }
}

interface ReferenceRow {
  readonly paperKey: string;
  readonly referringKey: string;
  readonly position: number;
}

const cites: Ends = ['Paper', 'CITES', 'Paper'];
const refersTo: Ends = ['Paper', 'REFERS_TO', 'Identifier'];

/** The identifier under which a reference stays open. */
function openReference(reference: string): string {
  return `reference:${reference}`;
}

/** The node's column of ids has the key. */
function withoutKey({ key: _, ...properties }: Properties): Properties {
  return properties;
}

function typeIn(ends: string): string {
  return ends.split('-')[1] ?? ends;
}

function countsOf(
  files: ReadonlyMap<string, CsvFile>,
  kindOf: (name: string) => string,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, { rowCount }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    counts[kindOf(name)] = (counts[kindOf(name)] ?? 0) + rowCount;
  }
  return counts;
}
