import type { PaperLine } from '../model/graph-line.ts';
import { conferenceKinds } from '../model/names/facts.ts';
import type { Problem } from '../model/problem.ts';
import { linkKinds, paperTypes } from '../model/source-record.ts';
import { defineQuery } from './define-query.ts';
import type { GraphStore } from './graph-store.ts';
import { parsePaperRecord } from './listing-record.ts';
import { readNodes, readStart } from './read/reader.ts';
import { type Predicate, type ReadRow, type Selection, wholeList } from './read/selection.ts';
import { flag, int, list, optional, readShape, record, type Shape, text, word } from './values.ts';

/** What an export reads, piece by piece: keys in their order, then papers and pages by their keys. */

const knownListings = defineQuery('source/known-listings', {
  params: { keys: list(text) },
  row: { listingKey: text },
});

/** Which of these listings the graph has. */
export async function knownListingKeys(
  reader: Pick<GraphStore, 'run'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await reader.run(knownListings, { keys })).map(({ listingKey }) => listingKey));
}

/** The next keys, in their order, of papers that a predicate lets through. */
export async function paperKeysAfter(
  store: GraphStore,
  predicate: Predicate,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await readStart(store, {
    take: 'rows',
    fragment: 'paper/all',
    args: {},
    filters: { papersFilter: predicate },
    item: { label: 'Paper', columns: [], relations: new Map() },
    page: {
      ...wholeList,
      limit,
      order: [{ term: 'paper.key', direction: 'ASC' }],
      after: after === null ? null : [after],
    },
  });
  return Array.isArray(rows) ? rows.map(({ columns }: ReadRow) => text.read(columns.key)) : [];
}

function all(fragment: string, label: string | null, columns: readonly string[], limit: number | null = null) {
  const item: Selection = { label, columns, relations: new Map() };
  return { take: 'rows' as const, fragment, args: {}, filters: {}, item, page: { ...wholeList, limit } };
}

const paperShape = {
  key: text,
  title: text,
  shortName: optional(text),
  year: optional(int),
  type: word(...paperTypes),
  doi: optional(text),
  arxivId: optional(text),
  awards: list(text),
  track: optional(text),
  affiliationsIncomplete: flag,
};

const paperSelection: Selection = {
  label: 'Paper',
  columns: Object.keys(paperShape),
  relations: new Map([
    ['conferences', all('paper/conference', 'Conference', ['acronym', 'name', 'kind'])],
    ['editions', all('paper/edition', 'Edition', ['year'], 1)],
    ['institutions', all('paper/affiliations', 'Institution', ['name'])],
    ['topics', all('paper/topics', 'Topic', ['path'])],
    ['links', all('paper/links', null, [])],
    ['listings', all('paper/listings', 'Listing', ['sourceKey', 'record'])],
  ]),
};

const conferenceShape = { key: text, acronym: text, name: optional(text), kind: word(...conferenceKinds) };
const institutionShape = { key: text, name: text, statedAs: list(text) };
const linkShape = { kind: word(...linkKinds), label: optional(text), url: text };
const listingShape = { key: text, sourceKey: text, pageKey: text, record: text };

/** Papers by their keys, with all that the graph has of them, in the order of the keys. One statement. */
export async function exportedPapers(store: GraphStore, keys: readonly string[]): Promise<readonly PaperLine[]> {
  const rows = await readNodes(store, 'Paper', keys, paperSelection);
  return keys.flatMap((key) => {
    const row = rows.get(key);
    return row ? [paperLine(row)] : [];
  });
}

function paperLine(row: ReadRow): PaperLine {
  const { key, title, shortName, ...facts } = readShape(row.columns, paperShape, 'a paper');
  const [edition] = related(row, 'editions', { key: text, year: int });
  const listings = related(row, 'listings', listingShape).map((each) => ({
    ...each,
    record: parsePaperRecord(each.record),
  }));
  return {
    kind: 'paper',
    key,
    title,
    shortName,
    authors: longest(listings.map(({ record: { authors } }) => authors.map(({ name }) => name))),
    ...facts,
    conferences: related(row, 'conferences', conferenceShape),
    edition: edition ?? null,
    institutions: related(row, 'institutions', institutionShape),
    topics: related(row, 'topics', { key: text, path: list(text) }),
    links: related(row, 'links', linkShape),
    listings,
  };
}

function longest(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((best, each) => (each.length > best.length ? each : best), []);
}

function related<S extends Shape>({ related }: ReadRow, name: string, shape: S) {
  const rows = related.get(name);
  return Array.isArray(rows)
    ? rows.map(({ columns, extra }: ReadRow) => readShape({ ...columns, ...extra }, shape, name))
    : [];
}

const pageShape = {
  key: text,
  path: text,
  url: optional(text),
  title: optional(text),
  hash: optional(text),
  lookedUp: optional(list(text)),
  revision: optional(text),
  recordCount: optional(int),
};
const problemShape = {
  code: text,
  severity: word('ERROR', 'WARNING', 'NOTE'),
  message: text,
  suggestion: optional(text),
  path: text,
  line: int,
  related: text,
};
const positions = list(record({ path: text, line: int }));

const pageSelection: Selection = {
  label: 'Page',
  columns: Object.keys(pageShape),
  relations: new Map([['problems', all('page/own-problems', 'Problem', Object.keys(problemShape))]]),
};

/** Pages by their keys, with what each alone shows, in the order of the keys. One statement. */
export async function exportedPages(store: GraphStore, keys: readonly string[]) {
  const rows = await readNodes(store, 'Page', keys, pageSelection);
  return keys.flatMap((key) => {
    const row = rows.get(key);
    if (!row) return [];
    const { hash, lookedUp, revision, recordCount, ...page } = readShape(row.columns, pageShape, 'a page');
    const problems: readonly Problem[] = related(row, 'problems', problemShape).map(({ path, line, ...said }) => ({
      ...said,
      position: { path, line },
      related: positions.read(JSON.parse(said.related)),
    }));
    const progress = revision === null ? {} : { progress: { revision, recordCount: recordCount ?? 0 } };
    return [{ ...page, hash: hash ?? '', lookedUp: lookedUp ?? [], ...progress, problems }];
  });
}
