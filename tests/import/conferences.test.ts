import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { countsOf } from '../../src/store/source-queries.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';
import { sharedPath } from '../support/shared.ts';

const calendar = (...rows: readonly string[]) =>
  `# Calendar\n\n| Conference | When | Where | Remarks |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;

const osdi = '| [OSDI 2031](osdi-2031.md) | Jul 10-12, 2031 | Hill Valley, CA, USA | Co-located with ATC 2031 |';

const hills = `- title: HillConf
  description: International Conference on Hills and Valleys
  rank: { ccf: B, core: a*, thcpl: N }
  confs:
    - year: 2031
      link: https://example.org/hill31
      date: September 4-5, 2031
      place: Hill Valley
  accept_rates:
    - year: 2031
      submitted: 100
      accepted: 25
`;
const data = `- title: OSDI
  description: USENIX Symposium on Operating Systems Design and Implementation
  rank: { ccf: A, core: A* }
  confs:
    - year: 2031
      link: https://example.org/osdi31
      date: July 10-13, 2031
      place: Virtual
${hills}`;

const paper = { name: '**Ada**', venue: 'OSDI 2031', institutions: 'Intel' };
const hillPaper = { name: '**Eve**', venue: 'HILLCONF 2031', institutions: 'Intel' };

const everything = `{ conferences { nodes { key acronym name aliases kind rank { scheme value } listings { line page { path } venue }
  editions { key year startDate endDate place url acceptedCount submittedCount coLocatedWith { key }
    papers { totalCount } listings { line page { path source { key } } venue dates place editions { key } } } } } }`;

describe.each(engineNames)('conferences on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  test('a row of a calendar gives an edition its facts, each with the line that states it, without any paper', async () => {
    await importSource(store, await folderOf({ 'README.md': calendar(osdi) }), { sourceKey: 'list' });
    const { data: found, errors } = await ask(
      store,
      `{ conference(by: {key: "osdi"}) { acronym papers { totalCount } listings { line } editions { key year startDate endDate place url
        acceptedCount coLocatedWith { key coLocatedWith { key } conference { acronym } startDate } listings { line dates place venue paper { key } page { path } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(found).toEqual({
      conference: {
        acronym: 'OSDI',
        papers: { totalCount: 0 },
        listings: [],
        editions: [
          {
            key: 'osdi-2031',
            year: 2031,
            startDate: '2031-07-10',
            endDate: '2031-07-12',
            place: 'Hill Valley, CA, USA',
            url: 'osdi-2031.md',
            acceptedCount: null,
            coLocatedWith: [
              {
                key: 'atc-2031',
                coLocatedWith: [{ key: 'osdi-2031' }],
                conference: { acronym: 'ATC' },
                startDate: null,
              },
            ],
            listings: [
              {
                line: 5,
                dates: 'Jul 10-12, 2031',
                place: 'Hill Valley, CA, USA',
                venue: 'OSDI 2031',
                paper: null,
                page: { path: 'README.md' },
              },
            ],
          },
        ],
      },
    });
  });

  test('a data set gives series their ranks and names, and years their acceptance figures', async () => {
    const folder = await folderOf({ 'conference/a.yml': data, '.github/workflow.yml': 'on: push\njobs: {}\n' });
    const summary = await importSource(store, folder, { sourceKey: 'data' });
    expect(summary).toMatchObject({ pageCount: 1, recordCount: 0, conferenceRecordCount: 5, addedListingCount: 5 });
    const { data: found } = await ask(store, everything);
    expect(found).toMatchObject({
      conferences: {
        nodes: [
          {
            key: 'hillconf',
            acronym: 'HillConf',
            name: 'International Conference on Hills and Valleys',
            kind: 'CONFERENCE',
            rank: [
              { scheme: 'CCF', value: 'B' },
              { scheme: 'CORE', value: 'A*' },
            ],
            listings: [{ line: 9, page: { path: 'conference/a.yml' }, venue: 'HillConf' }],
            editions: [
              {
                startDate: '2031-09-04',
                endDate: '2031-09-05',
                place: 'Hill Valley',
                url: 'https://example.org/hill31',
                acceptedCount: 25,
                submittedCount: 100,
                listings: [{ line: 13 }, { line: 18 }],
              },
            ],
          },
          { key: 'osdi', rank: [{ scheme: 'CCF', value: 'A' }, { scheme: 'CORE' }], listings: [{ line: 1 }] },
        ],
      },
    });
    const ranked = async (rank: string) =>
      (await ask(store, `{ conferences(filter: {rank: ["${rank}"]}) { nodes { key } } }`)).data;
    expect(await ranked('CCF A')).toEqual({ conferences: { nodes: [{ key: 'osdi' }] } });
    expect(await ranked('core a*')).toEqual({ conferences: { nodes: [{ key: 'hillconf' }, { key: 'osdi' }] } });
    expect(await ranked('A')).toEqual({ conferences: { nodes: [] } });
  });

  test('a series that only a data set names is found by its full name, and papers of it are in it', async () => {
    await importSource(store, await folderOf({ 'list.md': tablePage('Hills', [hillPaper]) }), { sourceKey: 'list' });
    await importSource(store, await folderOf({ 'a.yml': hills }), { sourceKey: 'data' });
    const { data: found } = await ask(
      store,
      '{ conference(by: {name: "international conference on hills and valleys"}) { acronym papers { nodes { title edition { startDate } } } } }',
    );
    expect(found).toEqual({
      conference: {
        acronym: 'HillConf',
        papers: { nodes: [{ title: 'Eve', edition: { startDate: '2031-09-04' } }] },
      },
    });
    await removeSource(store, 'data');
    const { data: left } = await ask(
      store,
      `{ named: conference(by: {name: "international conference on hills and valleys"}) { key }
        conferences { nodes { acronym name kind rank { value } editions { startDate papers { totalCount } } } } }`,
    );
    expect(left).toEqual({
      named: null,
      conferences: {
        nodes: [
          {
            acronym: 'HILLCONF',
            name: null,
            kind: 'OTHER',
            rank: [],
            editions: [{ startDate: null, papers: { totalCount: 1 } }],
          },
        ],
      },
    });
  });

  test('of two sources that disagree the first in the order of sources is taken, and both lines are told', async () => {
    await importSource(store, await folderOf({ 'a.yml': data }), { sourceKey: 'b' });
    const { problems } = await importSource(store, await folderOf({ 'README.md': calendar(osdi) }), { sourceKey: 'a' });
    expect(problems).toMatchObject([
      {
        code: 'EDITION_CONFLICT',
        message:
          '"OSDI 2031" is stated here as held "July 10-13, 2031", but as "Jul 10-12, 2031" in another place, which is taken',
        position: { path: 'a.yml', line: 5 },
        related: [{ path: 'README.md', line: 5 }],
      },
      { code: 'EDITION_CONFLICT', position: { path: 'a.yml', line: 5 } },
    ]);
    const { data: found } = await ask(
      store,
      '{ conference(by: {key: "osdi"}) { editions { endDate place url } } problems { nodes { code path line } } }',
    );
    expect(found).toEqual({
      conference: {
        editions: [{ endDate: '2031-07-12', place: 'Hill Valley, CA, USA', url: 'https://example.org/osdi31' }],
      },
      problems: {
        nodes: [
          { code: 'EDITION_CONFLICT', path: 'a.yml', line: 5 },
          { code: 'EDITION_CONFLICT', path: 'a.yml', line: 5 },
        ],
      },
    });
    await removeSource(store, 'a');
    expect((await ask(store, '{ problems { totalCount } conference(by: {key: "atc"}) { key } }')).data).toEqual({
      problems: { totalCount: 0 },
      conference: null,
    });
  });

  test('dates in the year of the edition come before dates in another, whichever source states them', async () => {
    const slip = calendar('| OSDI 2031 | Jul 10-12, 2030 | Hill Valley | |');
    await importSource(store, await folderOf({ 'README.md': slip }), { sourceKey: 'a' });
    await importSource(store, await folderOf({ 'a.yml': data }), { sourceKey: 'b' });
    expect((await ask(store, '{ conference(by: {key: "osdi"}) { editions { startDate } } }')).data).toEqual({
      conference: { editions: [{ startDate: '2031-07-10' }] },
    });
  });

  test('a row about a joint edition is about one year of each series', async () => {
    const row = '| ISPA/IUCC 2031 | Dec 30 - Jan 2, 2032 | Virtual | |';
    await importSource(store, await folderOf({ 'README.md': calendar(row) }), { sourceKey: 'list' });
    const { data: found } = await ask(
      store,
      '{ pages { nodes { listings { nodes { conference { key } editions { key startDate endDate place } } } } } }',
    );
    const days = { startDate: '2031-12-30', endDate: '2032-01-02', place: 'Virtual' };
    expect(found).toEqual({
      pages: {
        nodes: [
          {
            listings: {
              nodes: [
                {
                  conference: null,
                  editions: [
                    { key: 'ispa-2031', ...days },
                    { key: 'iucc-2031', ...days },
                  ],
                },
              ],
            },
          },
        ],
      },
    });
  });

  test('an edition is joined with none of another year, and the slip is told', async () => {
    const row = '| ATC 2031 | TBD | TBD | co-located with OSDI 2030 |';
    const { problems } = await importSource(store, await folderOf({ 'README.md': calendar(row) }), {
      sourceKey: 'list',
    });
    expect(problems).toMatchObject([{ code: 'CO_LOCATION_CONFLICT', position: { path: 'README.md', line: 5 } }]);
    expect((await ask(store, '{ conferences { nodes { key editions { key place } } } }')).data).toEqual({
      conferences: { nodes: [{ key: 'atc', editions: [{ key: 'atc-2031', place: null }] }] },
    });
  });

  test('lists first or calendars first give the same graph, and each removed leaves the other', async () => {
    const list = await folderOf({ 'list.md': tablePage('A', [paper, hillPaper]) });
    const others = await folderOf({ 'README.md': calendar(osdi), 'data/a.yml': data });
    await importSource(store, list, { sourceKey: 'list' });
    const listAlone = await graphDump(store);
    await importSource(store, others, { sourceKey: 'others' });
    const both = await graphDump(store);
    await removeSource(store, 'list');
    const othersAlone = await graphDump(store);
    await importSource(store, list, { sourceKey: 'list' });
    expect(await graphDump(store)).toEqual(both);
    await removeSource(store, 'others');
    expect(await graphDump(store)).toEqual(listAlone);
    await removeSource(store, 'list');
    expect(await graphDump(store)).toEqual([]);
    await importSource(store, others, { sourceKey: 'others' });
    expect(await graphDump(store)).toEqual(othersAlone);
    await importSource(store, list, { sourceKey: 'list' });
    expect(await graphDump(store)).toEqual(both);
  });

  test('a page of a data set refreshes its source, and counts of sources take in rows about conferences', async () => {
    const folder = await folderOf({ 'set/a.yml': data, 'set/b.yml': hills });
    await importSource(store, join(folder, 'set'));
    expect(Object.fromEntries(await countsOf(store, ['set']))).toEqual({
      set: { pageCount: 2, listingCount: 8, paperCount: 0, ownPaperCount: 0 },
    });
    await writePages(folder, { 'set/a.yml': hills, 'set/b.yml': data });
    expect(await importSource(store, join(folder, 'set/a.yml'))).toMatchObject({
      source: 'set',
      page: 'a.yml',
      pageCount: 1,
      removedPageCount: 0,
      addedListingCount: 0,
      removedListingCount: 2,
    });
    expect(Object.fromEntries(await countsOf(store, ['set']))).toMatchObject({
      set: { pageCount: 2, listingCount: 6 },
    });
  });

  test('a page of a data set that is empty now is a problem, and what was read of it before stands', async () => {
    const folder = await folderOf({ 'set/a.yml': data, 'set/b.yml': hills, 'set/none.yml': '' });
    const set = join(folder, 'set');
    expect(await importSource(store, set)).toMatchObject({ pageCount: 2, problems: [] });
    await writePages(folder, { 'set/a.yml': '' });
    expect(await importSource(store, set)).toMatchObject({
      pageCount: 2,
      removedPageCount: 0,
      problems: [{ code: 'FILE_EMPTY', position: { path: 'a.yml' } }],
    });
    expect((await ask(store, '{ conference(by: {key: "osdi"}) { key } }')).data).toEqual({
      conference: { key: 'osdi' },
    });
    await rm(join(set, 'a.yml'));
    expect(await importSource(store, set)).toMatchObject({ pageCount: 1, removedPageCount: 1 });
    await rm(join(set, 'b.yml'));
    await expect(importSource(store, set)).rejects.toMatchObject({ code: 'ALL_PAGES_GONE' });
  });

  test('a page that has not changed is not read again; a changed one withdraws what it no longer states', async () => {
    const folder = await folderOf({ 'README.md': calendar(osdi), 'a.yml': data });
    await importSource(store, folder, { sourceKey: 'others' });
    const before = await graphDump(store);
    expect(await importSource(store, folder, { sourceKey: 'others' })).toMatchObject({ unchangedPageCount: 2 });
    await writePages(folder, { 'a.yml': data.replace('July 10-13', 'July 10-12').replace(/- title: HillConf.*/s, '') });
    await importSource(store, folder, { sourceKey: 'others' });
    expect((await ask(store, '{ conferences { nodes { key } } problems { totalCount } }')).data).toEqual({
      conferences: { nodes: [{ key: 'atc' }, { key: 'osdi' }] },
      problems: { totalCount: 1 },
    });
    await writePages(folder, { 'a.yml': data });
    await importSource(store, folder, { sourceKey: 'others' });
    expect(await graphDump(store)).toEqual(before);
    await rm(join(folder, 'a.yml'));
    await importSource(store, folder, { sourceKey: 'others' });
    expect((await ask(store, '{ stats { listingCount problemCount } }')).data).toEqual({
      stats: { listingCount: 1, problemCount: 0 },
    });
  });

  const real = sharedPath('data', 'conferences');
  test.skipIf(real === null)(
    'the real data set: every series, every year of one, and the defects that a careful reader finds',
    async () => {
      const folder = real ?? '';
      const { problems, ...summary } = await importSource(store, join(folder, 'conference'), { sourceKey: 'ccf' });
      expect(summary).toMatchObject({ pageCount: 353, conferenceRecordCount: 353 + 1161 });
      expect(countByCode(problems)).toEqual({
        DATES_UNREADABLE: 2,
        DATES_WITHOUT_DAYS: 16,
        EDITION_YEAR_CONFLICT: 6,
      });
      const accepted = await importSource(store, join(folder, 'accept_rates'), { sourceKey: 'ccf/accept' });
      expect(accepted).toMatchObject({ pageCount: 93, conferenceRecordCount: 142 });
      expect(accepted.problems).toMatchObject([{ code: 'UNEXPECTED_VALUE', position: { path: 'AI/ijcnn.yml' } }]);
      const { data: found } = await ask(
        store,
        `{ conferences { totalCount } ranked: conferences(filter: {rank: ["CCF A"]}) { totalCount } stats { listingCount }
          conference(by: {key: "osdi"}) { rank { scheme value } editions { key startDate endDate place listings { line page { path } } } }
          neurips: conference(by: {name: "NIPS"}) { editions { acceptedCount submittedCount } } }`,
      );
      expect(found).toMatchObject({
        conferences: { totalCount: 353 },
        ranked: { totalCount: 58 },
        stats: { listingCount: 353 + 1161 + 142 },
        conference: { rank: [{ scheme: 'CCF', value: 'A' }, { scheme: 'CORE' }, { scheme: 'THCPL' }] },
      });
      const { editions } = (found as { conference: { editions: readonly { readonly key: string }[] } }).conference;
      expect(editions.find(({ key }) => key === 'osdi-2023')).toMatchObject({
        startDate: '2023-07-10',
        endDate: '2023-07-12',
        place: 'Boston, MA, USA',
        listings: [
          { line: 18, page: { path: 'SE/osdi.yml' } },
          { line: 3, page: { path: 'SE/osdi.yml' } },
        ],
      });
    },
    120_000,
  );
});

const lists = sharedPath('data', 'reading-list', 'rev-79bee4a8');
const dataSet = sharedPath('data', 'conferences');
test.skipIf(lists === null || dataSet === null)(
  'a real list and the real data set give the same graph in either order, and each removed leaves the other',
  async () => {
    const listFirst = await emptyStore('embedded');
    await importSource(listFirst, lists ?? '', { sourceKey: 'list' });
    const listAlone = await graphDump(listFirst);
    const { problems } = await importSource(listFirst, dataSet ?? '', { sourceKey: 'data' });
    expect(countByCode(problems)).toMatchObject({ EDITION_CONFLICT: 10 });
    const dataFirst = await emptyStore('embedded');
    await importSource(dataFirst, dataSet ?? '', { sourceKey: 'data' });
    const dataAlone = await graphDump(dataFirst);
    await importSource(dataFirst, lists ?? '', { sourceKey: 'list' });
    expect(await graphDump(dataFirst)).toEqual(await graphDump(listFirst));
    await removeSource(listFirst, 'data');
    expect(await graphDump(listFirst)).toEqual(listAlone);
    await removeSource(dataFirst, 'list');
    expect(await graphDump(dataFirst)).toEqual(dataAlone);
    await listFirst.close();
    await dataFirst.close();
  },
  120_000,
);

function countByCode(problems: readonly { readonly code: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Rows of calendars, of data sets and of lists that share series, years and names in every way that conferences are told by. */
const calendarRow = fc.constantFrom(
  osdi,
  '| OSDI 2031 | Jul 10-13, 2031 | Virtual | |',
  '| ATC 2031 | TBD | Boston, USA | co-located with OSDI 2031 |',
  '| ATC 2031 | Jul 1, 2031 | Rome, Italy | |',
  '| ISPA/OSDI 2031 | Dec 1, 2031 | Virtual | Co-located with DLRS 2031 |',
  '| Hillconf 2031 | Sep 4, 2031 | Hill Valley | |',
  '| HILLCONF 2032 | | The hills | |',
);
const dataItem = fc.constantFrom(
  hills,
  hills.replace('Hills and Valleys', 'Mountains').replace('ccf: B', 'ccf: A'),
  '- title: hillconf\n  confs:\n    - year: 2032\n      date: May 1-2, 2032\n',
  data.replace(hills, ''),
  '- title: DLRS\n  description: Workshop on Deep Learning for Recommender Systems\n  confs: []\n',
);
const listRow = fc.constantFrom(
  paper,
  hillPaper,
  { ...paper, venue: 'ATC 2031' },
  { ...hillPaper, venue: 'Hillconf 2032' },
  { ...paper, venue: 'DLRS 2031' },
);
const page = fc.oneof(
  fc.array(calendarRow, { minLength: 1, maxLength: 3 }).map((rows) => ({ ending: 'md', text: calendar(...rows) })),
  fc.array(dataItem, { minLength: 1, maxLength: 2 }).map((items) => ({ ending: 'yml', text: items.join('') })),
  fc.array(listRow, { minLength: 1, maxLength: 3 }).map((rows) => ({ ending: 'md', text: tablePage('A', rows) })),
);
const pages = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), page, { minKeys: 1 })
  .map((named) =>
    Object.fromEntries(Object.entries(named).map(([name, { ending, text }]) => [`${name}.${ending}`, text])),
  );

test('with conferences too, any order of pages, with detours, gives the same graph', async () => {
  await fc.assert(
    fc.asyncProperty(pages, pages, fc.infiniteStream(fc.nat()), async (wanted, detour, random) => {
      const straight = await emptyStore('embedded');
      const winding = await emptyStore('embedded');
      const folder = await folderOf(wanted);
      await importSource(straight, folder, { sourceKey: 'list' });
      await importSource(winding, await folderOf(detour), { sourceKey: 'list' });
      const order = Object.keys(wanted).map((path) => [random.next().value, path] as const);
      for (const [, path] of order.sort(([a], [b]) => Number(a) - Number(b))) {
        await importSource(winding, join(folder, path), { sourceKey: 'list' });
      }
      await importSource(winding, folder, { sourceKey: 'list' });
      expect(await graphDump(winding)).toEqual(await graphDump(straight));
      await straight.close();
      await winding.close();
    }),
    { numRuns: 60 },
  );
});
