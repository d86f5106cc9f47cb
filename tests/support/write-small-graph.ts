import type { CanonicalGraph, Conference, Institution, Listing, Paper } from '../../src/model/graph.ts';
import type { Engine } from '../../src/store/engine.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { authorProperties } from '../../src/store/paper-rows.ts';
import type { Row, Value } from '../../src/store/values.ts';
import { writeGraph } from '../../src/store/write-graph.ts';
import type { SmallGraph, SmallInstitution, SmallPaper } from './small-graph.ts';
import { statedRecord } from './stated-record.ts';

const sourceKey = 'zqlist';

/** Puts a small graph in the place of what the engine holds: by the store's own writer, and what it writes of series elsewhere by hand. */
export async function writeSmallGraph(engine: Engine, store: GraphStore, graph: SmallGraph): Promise<void> {
  await run(engine, 'MATCH (node) WHERE NOT node:GraphState DETACH DELETE node', {});
  await run(engine, 'MATCH (state:GraphState) SET state.version = 0', {});
  const listings = graph.papers.flatMap(listingsOf);
  await store.write((transaction) =>
    writeGraph(transaction, {
      source: { key: sourceKey, kind: 'list', url: null, revision: null, root: null, importedAt: '2026-01-01' },
      pages: graph.pages.map((path) => ({
        key: `${sourceKey}//${path}`,
        sourceKey,
        path,
        url: null,
        title: null,
        hash: path,
        lookedUp: [],
        isStored: false,
        problems: [],
      })),
      removedPageKeys: [],
      listings,
      readings: new Map(),
      spellings: new Map(),
      describedIds: [],
      removedListingKeys: [],
      formerListingKeys: new Set(),
      formerPaperKeys: [],
      successors: new Map(),
      graph: canonical(graph),
    }),
  );
  // Those of no paper too.
  await run(engine, 'UNWIND $rows AS row MERGE (author:Author {key: row.key}) SET author += row', {
    rows: graph.authors.map(({ key, name }) => authorProperties({ key, name, orcid: null })),
  });
  await run(engine, 'UNWIND $rows AS row MATCH (series:Conference {key: row.key}) SET series.ranks = row.ranks', {
    rows: graph.conferences.map(({ key, ranks }) => ({ key, ranks })),
  });
}

function run(engine: Engine, text: string, parameters: Record<string, Value>): Promise<readonly Row[]> {
  return engine.write((transaction) => transaction.run({ name: 'small graph', text, parameters }));
}

function canonical(graph: SmallGraph): CanonicalGraph {
  return {
    papers: graph.papers.map((paper) => paperOf(paper, graph)),
    institutions: graph.institutions.map((each) => institutionOf(each, graph)),
    conferences: graph.conferences.map(conferenceOf),
    editions: [],
    topics: graph.topics.map(({ key, name, broader }) => ({
      key,
      sourceKey,
      name,
      path: [name],
      broaderKey: broader,
      isDescribed: false,
    })),
  };
}

function institutionOf({ unitOf, ...each }: SmallInstitution, graph: SmallGraph): Institution {
  return {
    ...each,
    isKnown: true,
    ror: null,
    homepage: null,
    parents: unitOf === null ? [] : [{ key: unitOf, kind: 'unit' }],
    countsUnderKey: topOf(each.key, graph),
  };
}

function topOf(key: string, graph: SmallGraph): string {
  const above = graph.institutions.find((each) => each.key === key)?.unitOf ?? null;
  return above === null ? key : topOf(above, graph);
}

function conferenceOf({ ranks: _, ...each }: SmallGraph['conferences'][number]): Conference {
  return { ...each, isKnown: true, name: null, parentKey: null };
}

function paperOf(paper: SmallPaper, graph: SmallGraph): Paper {
  const { key, title, year, type, citedByCount, awards, affiliationsIncomplete, remarks } = paper;
  return {
    key,
    title,
    shortName: null,
    year,
    type,
    doi: null,
    arxivId: null,
    titleKey: null,
    nameKey: key,
    awards,
    track: null,
    affiliationsIncomplete,
    text: [title, ...remarks],
    affiliations: paper.institutions.map((institutionKey, position) => ({ institutionKey, position, statedAs: [] })),
    publications: paper.conferences.map((conferenceKey, position) => ({
      conferenceKey,
      editionKey: null,
      year,
      position,
      statedAs: conferenceKey,
    })),
    topics: paper.topics.map((topicKey) => ({ topicKey, path: [topicKey] })),
    links: paper.links.map((kind, position) => ({
      linkKey: `${key}/${kind}`,
      url: `https://example.org/${key}/${kind}`,
      kind,
      label: null,
      position,
    })),
    identifiers: [],
    recordId: null,
    recordHost: null,
    openalexId: null,
    citedByCount,
    abstract: null,
    authorships: paper.authors.map((author, position) => ({
      authorKey: author.key,
      name: graph.authors.find((each) => each.key === author.key)?.name ?? author.key,
      orcid: null,
      position,
      affiliationPositions: author.institutions.map((each) => paper.institutions.indexOf(each)),
    })),
    references: [],
    listingKeys: listingsOf(paper).map((listing) => listing.key),
    problems: [],
  };
}

function listingsOf({ key, title, pages }: SmallPaper): readonly Listing[] {
  return pages.map((path) => ({
    key: `${sourceKey}//${path}#${key}`,
    sourceKey,
    pageKey: `${sourceKey}//${path}`,
    record: statedRecord({ position: { path, line: 1 }, title }),
  }));
}
