import type { Parameters } from '../engine.ts';
import type { Value } from '../values.ts';
import { added, type CsvGraph, type Ends, type Fold, lastOne, type Properties } from './csv-graph.ts';

/** What each statement that a new graph is written with gives the files, by the statement's name. */
export const csvWrites: Readonly<Record<string, (graph: CsvGraph, parameters: Parameters) => void>> = {
  'write/sources': namedNodes('Source'),
  'write/pages': namedNodes('Page'),
  'write/pages-in-sources': namedPairs(['Page', 'PAGE_OF', 'Source'], 'pageKey', 'sourceKey'),
  'names/write-tables': eachRow((graph, { pageKey, ...properties }) =>
    graph.node('NameTable', text(pageKey), { key: text(pageKey), ...properties }),
  ),
  'data-set/write-descriptions': eachRow((graph, { key, pageKey, properties }) => {
    graph.node('Description', text(key), object(properties));
    graph.relationship(descriptionOn, { start: text(key), end: text(pageKey) });
  }),

  'write/institutions': namedNodes('Institution', firstName('name')),
  'write/institution-parents': namedPairs(
    ['Institution', 'PART_OF', 'Institution'],
    'institutionKey',
    'parentKey',
    'kind',
  ),
  'write/counts-under': namedPairs(['Institution', 'COUNTS_UNDER', 'Institution'], 'institutionKey', 'parentKey'),
  'write/known-conferences': namedNodes('Conference', added),
  'write/unlisted-conferences': namedNodes('Conference', firstName('acronym')),
  'write/conference-parents': namedPairs(['Conference', 'PART_OF', 'Conference'], 'conferenceKey', 'parentKey'),
  'write/editions': namedNodes('Edition', (former) => former),
  'write/editions-of-conferences': namedPairs(['Edition', 'EDITION_OF', 'Conference'], 'editionKey', 'conferenceKey'),
  'write/topics': namedNodes('Topic'),
  'write/broader-topics': namedPairs(['Topic', 'BROADER', 'Topic'], 'topicKey', 'broaderKey'),

  'write/identifiers': eachRow((graph, { key }) => {
    // Of references it is known at the end which stay open.
    if (!text(key).startsWith(openMark)) graph.shared('Identifier', text(key), {}, added);
  }),
  'write/identifiers-of-institutions': sharedPairs(['Identifier', 'IDENTIFIES', 'Institution'], 'identifierKey', 'key'),
  'write/identifiers-of-conferences': sharedPairs(['Identifier', 'IDENTIFIES', 'Conference'], 'identifierKey', 'key'),
  'write/identifiers-of-topics': sharedPairs(['Identifier', 'IDENTIFIES', 'Topic'], 'identifierKey', 'key'),
  'data-set/ids-of-institutions': idsOf('Institution'),
  'data-set/ids-of-conferences': idsOf('Conference'),
  'data-set/ids-of-topics': idsOf('Topic'),
  'write/identifiers-of-papers': (graph, parameters) => {
    const seen = new Set<string>();
    for (const row of rowsIn(parameters)) {
      const [start, end] = [text(row.identifierKey), text(row.key)];
      const reference = /^(?:record|doi):(.+)$/s.exec(start)?.[1];
      if (reference !== undefined) graph.referable(reference, end);
      const pair = JSON.stringify([start, end]);
      // A paper is in one batch alone, and so are its identifiers.
      if (!seen.has(pair)) graph.relationship(identifiesPaper, { start, end });
      seen.add(pair);
    }
  },

  'write/new-papers': eachRow((graph, paper) => {
    const { key, recordId, doi } = paper;
    graph.node('Paper', text(key), paper);
    for (const reference of [recordId, doi]) if (typeof reference === 'string') graph.referable(reference, text(key));
  }),
  'write/affiliations': listed('affiliations', (graph, { paperKey }, { institutionKey, ...properties }) =>
    graph.relationship(affiliatedWith, { start: text(paperKey), end: text(institutionKey), properties }),
  ),
  'write/publications': eachRow((graph, { paperKey, conferenceKey, ...properties }) =>
    graph.relationship(publishedIn, { start: text(paperKey), end: text(conferenceKey), properties }),
  ),
  'write/appearances': eachRow((graph, { paperKey, editionKey }) =>
    graph.relationship(appearedAt, { start: text(paperKey), end: text(editionKey) }),
  ),
  'write/paper-topics': listed('topics', (graph, { paperKey }, { topicKey, ...properties }) =>
    graph.relationship(hasTopic, { start: text(paperKey), end: text(topicKey), properties }),
  ),
  'write/links': sharedNodes('Link', lastOne),
  'write/paper-links': eachRow((graph, { paperKey, linkKey, ...properties }) =>
    graph.relationship(hasLink, { start: text(paperKey), end: text(linkKey), properties }),
  ),
  'write/authors': sharedNodes('Author', authorFold),
  'write/authorships': listed('authorships', (graph, { paperKey }, { authorKey, ...properties }) =>
    graph.relationship(authored, { start: text(authorKey), end: text(paperKey), properties }),
  ),
  'write/open-references': eachRow((graph, { paperKey, identifierKey, position }) =>
    graph.reference(text(identifierKey).slice(openMark.length), text(paperKey), Number(position)),
  ),

  'write/record-listings': eachRow((graph, { pageKey, paperKey, ...listing }) => {
    const key = text(listing.key);
    // As the statement, which looks for its paper.
    if (paperKey === '') return;
    graph.node('Listing', key, listing);
    graph.relationship(listingOn, { start: key, end: text(pageKey) });
    graph.relationship(listingOf, { start: key, end: text(paperKey) });
  }),
  'write/problems': sharedNodes('Problem', lastOne),
  'write/problems-on-pages': sharedPairs(['Problem', 'ON', 'Page'], 'problemKey', 'pageKey'),
  'write/problems-about-papers': sharedPairs(['Problem', 'ABOUT', 'Paper'], 'problemKey', 'paperKey'),
};

/** What an open reference's identifier begins with. */
const openMark = 'reference:';

const descriptionOn: Ends = ['Description', 'ON', 'Page'];
const affiliatedWith: Ends = ['Paper', 'AFFILIATED_WITH', 'Institution'];
const publishedIn: Ends = ['Paper', 'PUBLISHED_IN', 'Conference'];
const appearedAt: Ends = ['Paper', 'APPEARED_AT', 'Edition'];
const hasTopic: Ends = ['Paper', 'HAS_TOPIC', 'Topic'];
const hasLink: Ends = ['Paper', 'HAS_LINK', 'Link'];
const authored: Ends = ['Author', 'AUTHORED', 'Paper'];
const listingOn: Ends = ['Listing', 'ON', 'Page'];
const listingOf: Ends = ['Listing', 'OF', 'Paper'];
const identifiesPaper: Ends = ['Identifier', 'IDENTIFIES', 'Paper'];

type Write = (graph: CsvGraph, parameters: Parameters) => void;
type Row = Readonly<Record<string, Value>>;

function rowsIn({ rows }: Parameters): readonly Row[] {
  return Array.isArray(rows) ? rows.map(object) : [];
}

function eachRow(write: (graph: CsvGraph, row: Row) => void): Write {
  return (graph, parameters) => {
    for (const row of rowsIn(parameters)) write(graph, row);
  };
}

/** Rows of which each has a list. */
function listed(name: string, write: (graph: CsvGraph, row: Row, item: Row) => void): Write {
  return eachRow((graph, row) => {
    const items = row[name];
    if (Array.isArray(items)) for (const item of items) write(graph, row, object(item));
  });
}

function namedNodes(label: string, fold: Fold = lastOne): Write {
  return eachRow((graph, { key, properties }) => graph.named(label, text(key), object(properties), fold));
}

function sharedNodes(label: string, fold: Fold): Write {
  return eachRow((graph, { key, properties }) => graph.shared(label, text(key), object(properties), fold));
}

function namedPairs(ends: Ends, start: string, end: string, property?: string): Write {
  return eachRow((graph, row) =>
    graph.namedRelationship(ends, {
      start: text(row[start]),
      end: text(row[end]),
      ...(property !== undefined && { properties: { [property]: row[property] } }),
    }),
  );
}

function sharedPairs(ends: Ends, start: string, end: string): Write {
  return eachRow((graph, row) => graph.sharedRelationship(ends, { start: text(row[start]), end: text(row[end]) }));
}

/** Ids that a data set gives, each with the name that it gives beside. */
function idsOf(label: string): Write {
  const ends: Ends = ['Identifier', 'IDENTIFIES', label];
  return eachRow((graph, { identifierKey, key, statedAs }) => {
    graph.shared('Identifier', text(identifierKey), { statedAs }, added);
    graph.sharedRelationship(ends, { start: text(identifierKey), end: text(key) });
  });
}

/** As `settleNames`: a name that no table gives is, of all spellings, the first in alphabetical order. */
function firstName(name: string): Fold {
  return (former, next) => {
    if (former.isKnown === true || next.isKnown === true) return next.isKnown === true ? next : former;
    return text(next[name]) < text(former[name]) ? next : former;
  };
}

/** As `write/authors.cypher`. */
function authorFold(former: Properties, next: Properties): Properties {
  return text(next.name) < text(former.name) ? { ...former, ...next } : former;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function object(value: unknown): Row {
  // Rows come from the typed statements of `write-queries.ts`.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};
}
