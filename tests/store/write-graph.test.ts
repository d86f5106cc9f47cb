import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CanonicalGraph, Conference, Institution, Listing, Paper } from '../../src/model/graph.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { type GraphChange, writeGraph } from '../../src/store/write-graph.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { statedRecord } from '../support/stated-record.ts';

const listing: Listing = {
  key: 'list//a.md#1',
  sourceKey: 'list',
  pageKey: 'list//a.md',
  record: statedRecord({
    position: { path: 'a.md', line: 5 },
    title: 'Caches that forget',
    venue: 'OSDI 2023',
    institutions: ['Lab X'],
  }),
};

function institution(key: string, some: Partial<Institution>): Institution {
  return {
    key,
    name: key,
    isKnown: true,
    aliases: [],
    kind: null,
    countryCode: null,
    ror: null,
    homepage: null,
    parents: [],
    countsUnderKey: key,
    ...some,
  };
}

function conference(key: string, some: Partial<Conference>): Conference {
  return { key, acronym: key, isKnown: true, name: null, aliases: [], kind: 'CONFERENCE', parentKey: null, ...some };
}

const paper: Paper = {
  key: 'caches-that-forget-osdi-2023',
  title: 'Caches that forget',
  shortName: null,
  year: 2023,
  type: 'ARTICLE',
  doi: null,
  arxivId: null,
  titleKey: null,
  nameKey: 'caches-that-forget-osdi-2023',
  awards: [],
  track: null,
  affiliationsIncomplete: false,
  text: ['Caches that forget'],
  affiliations: [{ institutionKey: 'lab-x', position: 0, statedAs: ['Lab X'] }],
  publications: [
    { conferenceKey: 'osdi-workshop', editionKey: null, year: 2023, position: 0, statedAs: 'osdi-workshop' },
  ],
  topics: [],
  links: [],
  identifiers: [],
  recordId: null,
  recordHost: null,
  openalexId: null,
  citedByCount: null,
  abstract: null,
  authorships: [],
  references: [],
  listingKeys: [listing.key],
  problems: [],
};

/** What one listing gives by two versions of the tables of names. */
const byOlderTables: CanonicalGraph = {
  papers: [paper],
  institutions: [
    institution('lab-x', {
      aliases: ['X Lab', 'Laboratory X'],
      parents: [{ key: 'north', kind: 'unit' }],
      countsUnderKey: 'north',
    }),
    institution('north', { aliases: ['Northern'] }),
  ],
  conferences: [
    conference('osdi', { aliases: ['Operating Systems Days'] }),
    conference('osdi-workshop', { parentKey: 'osdi', aliases: ['Small OSDI'] }),
  ],
  editions: [],
  topics: [],
};
const byNewerTables: CanonicalGraph = {
  ...byOlderTables,
  institutions: [
    institution('lab-x', {
      aliases: ['X Lab'],
      parents: [{ key: 'south', kind: 'unit' }],
      countsUnderKey: 'south',
    }),
    institution('south', {}),
  ],
  conferences: [conference('osdi-workshop', { parentKey: 'sosp', aliases: ['Little OSDI'] }), conference('sosp', {})],
};
const byNoTable: CanonicalGraph = {
  ...byOlderTables,
  institutions: [institution('lab-x', { name: 'Lab X', isKnown: false })],
  conferences: [conference('osdi-workshop', { isKnown: false, kind: 'OTHER' })],
};

function change(graph: CanonicalGraph, { isStored }: { readonly isStored: boolean }): GraphChange {
  return {
    source: {
      key: 'list',
      kind: 'reading list',
      url: null,
      revision: null,
      root: null,
      importedAt: '2024-01-01T00:00:00.000Z',
    },
    pages: [
      {
        key: 'list//a.md',
        sourceKey: 'list',
        path: 'a.md',
        url: null,
        title: null,
        hash: 'h',
        lookedUp: [],
        isStored,
        problems: [],
      },
    ],
    removedPageKeys: [],
    listings: [listing],
    removedListingKeys: [],
    readings: new Map(),
    spellings: new Map(),
    describedIds: [],
    formerListingKeys: new Set(isStored ? [listing.key] : []),
    formerPaperKeys: isStored ? [paper.key] : [],
    successors: new Map(),
    graph,
  };
}

describe.each(engineNames)('writing on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  const written = async (graph: CanonicalGraph, isStored: boolean) => {
    await store.write((transaction) => writeGraph(transaction, change(graph, { isStored })));
    return graphDump(store);
  };

  test.each([
    ['other parents and fewer names', byOlderTables, byNewerTables],
    ['more names', byNewerTables, byOlderTables],
    ['no entry any more', byOlderTables, byNoTable],
    ['an entry for the first time', byNoTable, byNewerTables],
  ])('a graph of older tables becomes that of tables with %s', async (_, older, newer) => {
    const before = await written(older, false);
    const after = await written(newer, true);
    await store.close();
    store = await emptyStore(engine);
    const alone = await written(newer, false);
    expect(after).toEqual(alone);
    expect(before).not.toEqual(after);
  });

  test('the same graph written again is the same, with no relationship twice', async () => {
    const once = await written(byNewerTables, false);
    expect(await written(byNewerTables, true)).toEqual(once);
    expect(new Set(once).size).toBe(once.length);
  });
});
