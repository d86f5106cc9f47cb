import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDataSet } from '../../src/import/data-set-files.ts';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { Engine } from '../../src/store/engine.ts';
import { type GraphStore, openGraphStore } from '../../src/store/graph-store.ts';
import { emptyEngine, emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { importData, type SaidWork, workLine, worksFile } from '../support/openalex-records.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';

async function rows(store: GraphStore, text: string, parameters: Record<string, string> = {}) {
  return store.read({ name: 'test', text, parameters });
}

const michigan = { id: 'I1', name: 'University of Michigan', country: 'US' };
const nowhere = { id: 'I2', name: 'Institute of Nowhere', country: 'XX' };
const osdi = { id: 'S1', name: 'USENIX Symposium on Operating Systems Design and Implementation', acronym: 'OSDI' };
const unheard = { id: 'S2', name: 'Symposium on Unheard Machines', acronym: 'UNHEARD' };

const small: readonly SaidWork[] = [
  {
    id: 'W1',
    title: 'Caches that forget what they were told',
    source: osdi,
    authors: [
      { name: 'Ada Byron', institutions: [michigan, nowhere] },
      { name: 'Grace Murray', institutions: [nowhere] },
    ],
    topics: ['caching'],
    references: ['W2', 'W9'],
    citedByCount: 12,
    doi: '10.1000/forget',
  },
  { id: 'W2', title: 'Logs that remember everything at once', source: unheard, institutions: [nowhere] },
];

describe.each(engineNames)('a data set on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  test('papers, institutions, series, topics, authors and citations are in the graph', async () => {
    const folder = await folderOf({ 'works.jsonl': worksFile(small) });
    const summary = await importData(store, folder);
    expect(summary).toMatchObject({ recordCount: 2, addedListingCount: 2, paperCount: 2, problems: [] });
    expect(
      await rows(
        store,
        `MATCH (paper:Paper {key: 'W1'})-[affiliated:AFFILIATED_WITH]->(institution:Institution)
         RETURN institution.key AS key, affiliated.position AS position, affiliated.statedAs AS statedAs ORDER BY position`,
      ),
    ).toEqual([
      { key: 'university-of-michigan', position: 0, statedAs: ['University of Michigan'] },
      { key: 'I2', position: 1, statedAs: ['Institute of Nowhere'] },
    ]);
    expect(
      await rows(
        store,
        `MATCH (author:Author)-[authored:AUTHORED]->(:Paper {key: 'W1'})
         RETURN author.key AS key, author.name AS name, authored.affiliationPositions AS at ORDER BY authored.position`,
      ),
    ).toEqual([
      { key: 'A-ada-byron', name: 'Ada Byron', at: [0, 1] },
      { key: 'A-grace-murray', name: 'Grace Murray', at: [1] },
    ]);
    expect(
      await rows(
        store,
        `MATCH (paper:Paper)-[:PUBLISHED_IN]->(conference:Conference)
         RETURN paper.key AS paper, conference.key AS conference, paper.citedByCount AS citedByCount ORDER BY paper`,
      ),
    ).toEqual([
      { paper: 'W1', conference: 'osdi', citedByCount: 12 },
      expect.objectContaining({ paper: 'W2', conference: 'S2' }),
    ]);
    expect(await rows(store, 'MATCH (a:Paper)-[:CITES]->(b:Paper) RETURN a.key AS a, b.key AS b')).toEqual([
      { a: 'W1', b: 'W2' },
    ]);
    expect(await rows(store, 'MATCH (:Paper)-[:HAS_TOPIC]->(topic:Topic) RETURN topic.name AS name')).toEqual([
      { name: 'caching' },
    ]);
  });

  test('a paper that is cited before it comes is cited when it comes, and open again when it goes', async () => {
    const folder = await folderOf({ 'works.jsonl': worksFile(small) });
    await importData(store, folder);
    const before = await graphDump(store);
    const later = await folderOf({ 'works.jsonl': worksFile([{ id: 'W9', references: ['W1'] }]) });
    await importData(store, later, { sourceKey: 'later' });
    const cites = 'MATCH (a:Paper)-[:CITES]->(b:Paper) RETURN a.key AS a, b.key AS b ORDER BY a, b';
    expect(await rows(store, cites)).toEqual([
      { a: 'W1', b: 'W2' },
      { a: 'W1', b: 'W9' },
      { a: 'W9', b: 'W1' },
    ]);
    await removeSource(store, 'later');
    expect(await graphDump(store)).toEqual(before);
  });

  test('a list and a data set that know one paper give one node, in either order of imports', async () => {
    const data = await folderOf({ 'works.jsonl': worksFile(small) });
    const list = await folderOf({
      'systems.md': tablePage('Caching', [
        { name: 'Caches that forget what they were told', venue: 'OSDI 2015', institutions: 'Institute of Nowhere' },
        { name: 'Introduction', venue: 'UNHEARD 2015', institutions: 'Institute of Elsewhere' },
      ]),
    });
    const lists = { sourceKey: 'list' };
    await importSource(store, list, lists);
    await importData(store, data);
    const listFirst = await graphDump(store);
    await store.close();
    store = await emptyStore(engine);
    await importData(store, data);
    await importSource(store, list, lists);
    expect(await graphDump(store)).toEqual(listFirst);
    expect(
      await rows(
        store,
        `MATCH (paper:Paper)<-[:OF]-(listing:Listing)
         WITH paper, count(listing) AS listings WHERE listings > 1
         RETURN paper.key AS key, paper.title AS title`,
      ),
    ).toEqual([{ key: '10.1000/forget', title: 'Caches that forget what they were told' }]);
    expect(await rows(store, `MATCH (institution:Institution) RETURN institution.key AS key ORDER BY key`)).toEqual([
      { key: 'I2' },
      { key: 'institute-of-elsewhere' },
      { key: 'university-of-michigan' },
    ]);
    expect(await rows(store, `MATCH (conference:Conference) RETURN conference.key AS key ORDER BY key`)).toEqual([
      { key: 'S2' },
      { key: 'osdi' },
    ]);
  });

  test('a data set that is removed leaves the list as it was alone', async () => {
    const data = await folderOf({ 'works.jsonl': worksFile(small) });
    const list = await folderOf({
      'systems.md': tablePage('Caching', [
        { name: 'Caches that forget what they were told', venue: 'OSDI 2015', institutions: 'Institute of Nowhere' },
        { name: 'Introduction', venue: 'UNHEARD 2015', institutions: 'Institute of Nowhere & UMich' },
      ]),
    });
    await importSource(store, list, { sourceKey: 'list' });
    const alone = await graphDump(store);
    await importData(store, data);
    expect(await graphDump(store)).not.toEqual(alone);
    expect(await removeSource(store, 'data')).toMatchObject({ pageCount: 1, removedListingCount: 2, isStopped: false });
    expect(await graphDump(store)).toEqual(alone);
  });

  test('a list that is removed leaves the data set as it was alone, with what its institutions and series belong to', async () => {
    const data = await folderOf({
      'works.jsonl': worksFile([
        {
          id: 'W1',
          title: 'Clusters that pack themselves without being asked',
          source: osdi,
          authors: [{ name: 'Ada Byron', institutions: [{ id: 'I3', name: 'Google', country: 'US' }] }],
        },
      ]),
    });
    const list = await folderOf({
      'systems.md': tablePage('Clusters', [
        { name: 'Clusters that pack themselves without being asked', venue: 'OSDI 2015', institutions: 'Google Brain' },
      ]),
    });
    await importData(store, data);
    const alone = await graphDump(store);
    expect(alone.filter((line) => line.includes('google PART_OF'))).toHaveLength(1);
    await importSource(store, list, { sourceKey: 'list' });
    await removeSource(store, 'list');
    expect(await graphDump(store)).toEqual(alone);
  });

  test('a folder is a data set beside its licence and other files, and no data set where its pages are a list', async () => {
    const data = await folderOf({
      'works.jsonl': worksFile(small),
      'LICENSE.md': '# Licence\n',
      'counts.json': '{"papers": 2}',
    });
    expect(await importData(store, data)).toMatchObject({ pageCount: 1, recordCount: 2, problems: [] });
    const list = await folderOf({ 'works.jsonl': worksFile(small), 'systems.md': '# Systems\n' });
    expect(await findDataSet(list)).toBeNull();
  });

  test('two records of one data set are two papers, whatever they share', async () => {
    const twins = ['W1', 'W2'].map((id) => ({ id, title: 'One title for two different papers', doi: '10.1000/twin' }));
    const folder = await folderOf({ 'works.jsonl': worksFile(twins) });
    const { paperCount, problems } = await importData(store, folder);
    expect({ paperCount, problems }).toEqual({ paperCount: 2, problems: [] });
    expect(await rows(store, 'MATCH (paper:Paper) RETURN paper.key AS key ORDER BY key')).toEqual([
      { key: 'W1' },
      { key: 'W2' },
    ]);
  });

  test('a file that has not changed is not read again', async () => {
    const folder = await folderOf({ 'works.jsonl': worksFile(small) });
    await importData(store, folder);
    expect(await importData(store, folder)).toMatchObject({ unchangedPageCount: 1, recordCount: 0, paperCount: 0 });
  });

  test('a file that changed gives the graph that it would have given alone', async () => {
    const folder = await folderOf({ 'works.jsonl': worksFile(small) });
    await importData(store, folder);
    const changed = [{ ...small[0], id: 'W1', title: 'Caches that were told again' }, { id: 'W3' }];
    await writePages(folder, { 'works.jsonl': worksFile(changed) });
    expect(await importData(store, folder)).toMatchObject({ addedListingCount: 2, removedListingCount: 2 });
    const again = await graphDump(store);
    await store.close();
    store = await emptyStore(engine);
    await importData(store, folder);
    expect(again).toEqual(await graphDump(store));
  });

  test('a file that is gone from the folder is withdrawn', async () => {
    const folder = await folderOf({ 'part-1.jsonl': worksFile(small), 'part-2.jsonl': worksFile([{ id: 'W3' }]) });
    await importData(store, folder);
    rmSync(join(folder, 'part-1.jsonl'));
    expect(await importData(store, folder)).toMatchObject({ removedPageCount: 1, removedListingCount: 2 });
    expect(await rows(store, 'MATCH (node:Paper) RETURN node.key AS key')).toEqual([{ key: 'W3' }]);
    expect(
      await rows(
        store,
        'MATCH (node) WHERE node:Institution OR node:Author OR node:Description RETURN node.key AS key',
      ),
    ).toEqual([]);
  });

  test('an import that is stopped between two batches is completed by the next to what one import gives', async () => {
    const works = Array.from(
      { length: 1_200 },
      (_, index): SaidWork => ({
        id: `W${index}`,
        authors: [
          {
            name: `Author Number ${index % 500}`,
            institutions: [{ id: `I${index % 40}`, name: `Place ${index % 40}` }],
          },
        ],
        source: { id: `S${index % 7}`, name: `Series ${index % 7}` },
        references: [`W${(index * 7) % 1_300}`],
      }),
    );
    const folder = await folderOf({ 'works.jsonl.gz': gzipSync(worksFile(works)) });
    const controller = new AbortController();
    const stopped = await importData(store, folder, {
      signal: controller.signal,
      batchCount: 300,
      onProgress: ({ recordCount }) => {
        if (recordCount > 0) controller.abort();
      },
    });
    expect(stopped.isStopped).toBe(true);
    expect(stopped.recordCount).toBeLessThan(works.length);
    const rest = await importData(store, folder);
    expect(rest.recordCount + stopped.recordCount).toBe(works.length);
    const inTwo = await graphDump(store);
    await store.close();
    store = await emptyStore(engine);
    await importData(store, folder);
    const inOne = await graphDump(store);
    expect(inTwo.length).toBe(inOne.length);
    expect(inTwo).toEqual(inOne);
  });

  test('a batch that was committed without an answer, and is sent again, is taken in once', async () => {
    const folder = await folderOf({ 'works.jsonl': worksFile(small) });
    await importData(store, folder);
    const alone = await graphDump(store);
    await store.close();
    const inner = await emptyEngine(engine);
    const deaf: Engine = {
      name: inner.name,
      read: (statement, options) => inner.read(statement, options),
      nodeOrder: (label, property) => inner.nodeOrder(label, property),
      textMatch: (...asked) => inner.textMatch(...asked),
      wordIndex: (indexed) => inner.wordIndex(indexed),
      labelCount: (label) => inner.labelCount(label),
      write: async (work) => {
        await inner.write(work);
        return inner.write(work);
      },
      copyTo: (file) => inner.copyTo(file),
      prepare: () => inner.prepare(),
      ping: () => inner.ping(),
      close: () => inner.close(),
    };
    store = await openGraphStore(deaf);
    const summary = await importData(store, folder, { batchCount: 1 });
    expect(summary).toMatchObject({ recordCount: 2, addedListingCount: 2, paperCount: 2, problems: [] });
    expect(await graphDump(store)).toEqual(alone);
  });

  test('records of authors beside works change nothing, and that is told', async () => {
    const works = workLine({ id: 'W1', authors: [{ name: 'Ada Byron' }] });
    await importData(store, await folderOf({ 'works.jsonl': works }));
    const alone = await graphDump(store);
    await removeSource(store, 'data');
    const byron = { id: 'https://openalex.org/A1', display_name: 'Ada King', orcid: null };
    const authors = [byron, { ...byron, id: 'https://openalex.org/A2' }].map((each) => JSON.stringify(each)).join('\n');
    const { problems } = await importData(store, await folderOf({ 'works.jsonl': works, 'authors.jsonl': authors }));
    expect(problems).toMatchObject([
      {
        code: 'AUTHOR_RECORDS_LEFT',
        message: expect.stringContaining('2 records'),
        position: { path: 'authors.jsonl' },
      },
    ]);
    await removeSource(store, 'data');
    await importData(store, await folderOf({ 'works.jsonl': works }));
    expect(await graphDump(store)).toEqual(alone);
  });

  test('a record with a defect is reported with its line, and the rest goes in', async () => {
    const lines = [
      workLine({ id: 'W1', year: '2014' }),
      '{"id": "https://openalex.org/W2", "title": ',
      JSON.stringify({ title: 'No id', publication_year: 2014, authorships: [] }),
      workLine({ id: 'W3' }).replace('"authorships":[]', '"authorships":"nobody"'),
      workLine({ id: 'W1' }),
    ];
    const folder = await folderOf({ 'works.jsonl': lines.join('\n') });
    const { paperCount, problems } = await importData(store, folder);
    expect(paperCount).toBe(2);
    expect(problems.map(({ code, position: { line } }) => [code, line])).toEqual([
      ['RECORD_UNREADABLE', 2],
      ['RECORD_ID_MISSING', 3],
      ['RECORD_FIELD_UNREADABLE', 4],
      ['RECORD_REPEATED', 5],
    ]);
    expect(await rows(store, `MATCH (paper:Paper {key: 'W1'}) RETURN paper.year AS year`)).toEqual([{ year: 2014 }]);
    expect(await rows(store, 'MATCH (problem:Problem) RETURN count(problem) AS count')).toEqual([{ count: 4 }]);
  });
});
