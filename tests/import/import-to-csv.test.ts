import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importToCsv } from '../../src/import/import-to-csv.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openGraphStore } from '../../src/store/graph-store.ts';
import { type LocalNeo4j, startLocalNeo4j } from '../../src/store/neo4j/local-server.ts';
import { openNeo4jEngine } from '../../src/store/neo4j/neo4j-engine.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { runImportScript } from '../support/neo4j-admin.ts';
import { importData, type SaidWork, workLine, worksFile } from '../support/openalex-records.ts';
import { folderOf } from '../support/pages.ts';

/** Files for Neo4j's bulk import, imported by the real tool and compared with an ordinary import of the same data set. */

const osdi = { id: 'S-osdi', name: 'Operating Systems Design and Implementation', acronym: 'OSDI' };
const unknownPlace = { id: 'S-nice', name: 'Nice "Conference", the \\ other\none' };
/** The built-in table has another country. */
const mit = { id: 'I-mit', name: 'Massachusetts Institute of Technology', country: 'GB' };
const field = { id: 'I-field', name: 'Field; University, of "Quotes"', country: 'FR' };

const works: readonly SaidWork[] = [
  {
    id: 'W1',
    title: 'A "quoted" title, with \\ a backslash, and <b>tags</b>',
    source: osdi,
    authors: [{ name: 'Ada Lovelace', institutions: [mit, field] }, { name: 'Bo' }],
    topics: ['storage', 'file systems'],
    references: ['W2', 'W7', 'W-gone', 'W1'],
    citedByCount: 7,
    doi: '10.1145/1.1',
  },
  { id: 'W2', source: unknownPlace, authors: [{ name: 'ada lovelace' }], references: ['W-gone'], doi: '10.1145/1.1' },
  { id: 'W3', year: 'soon', institutions: [field], topics: ['storage'] },
  { id: 'W4', title: '=1+1', authors: [{ name: 'Zoë Ünï', institutions: [{ id: 'I-none', name: 'None' }] }] },
  { id: 'W5', title: '', references: ['W4'] },
  { id: 'W3', title: 'The same record for a second time' },
  { id: 'W6', references: ['W1'] },
  { id: 'W7' },
];

const namelessInstitutions = [
  ['N1', 'Field; University, of "Quotes"'],
  ['N2', 'A Place That Nobody Describes'],
  ['N3', 'A place that nobody describes'],
].map(([id, name]) =>
  JSON.stringify({
    id: `https://openalex.org/${id}`,
    title: `What ${id} says`,
    authorships: [{ author: { display_name: 'C. Doe' }, institutions: [{ display_name: name }] }],
  }),
);

const dblp = `<?xml version="1.0"?>
<dblp>
<inproceedings key="conf/osdi/A04"><author>Wei Wang 0001</author><title>One thing &amp; another.</title><booktitle>OSDI</booktitle><year>2004</year><ee>https://doi.org/10.1000/1</ee><cite>conf/osdi/B04</cite><cite>conf/osdi/C99</cite></inproceedings>
<inproceedings key="conf/osdi/B04"><author>Wei Wang 0002</author><title>Some other thing.</title><booktitle>Nowhere Days</booktitle><year>2004</year></inproceedings>
<inproceedings key="conf/osdi/D05"><author>Wei Wang 0002</author><title>A third thing.</title><booktitle>nowhere days</booktitle><year>2005</year></inproceedings>
<phdthesis key="phd/E"><author>Eve</author><title>On things.</title><school>MIT</school><school>School of Things</school><year>1999</year></phdthesis>
</dblp>
`;

const dataSets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'works with citations, repeated records and names that need quotes': { 'works.jsonl': worksFile(works) },
  'a folder of files, one record in two of them': {
    'a/works.jsonl': worksFile(works.slice(0, 4)),
    'b/works.jsonl': `${worksFile(works.slice(4))}${workLine({ id: 'W1', title: 'Said in another file', topics: ['new'] })}\n`,
    'c/works.jsonl': `${namelessInstitutions.join('\n')}\n`,
    'institutions.jsonl': `${JSON.stringify({ id: 'https://openalex.org/I-field', display_name: field.name, display_name_acronyms: ['FU'], country_code: 'FR', type: 'education' })}\n`,
  },
  'a file of DBLP': { 'dblp.xml': dblp },
};

describe.runIf(engineNames.includes('neo4j'))("files for Neo4j's bulk import", () => {
  describe.each(Object.entries(dataSets))('of %s', (_, pages) => {
    let ordinary: readonly string[];
    let server: LocalNeo4j;
    let store: GraphStore;
    let path: string;

    beforeAll(async () => {
      const folder = await folderOf(pages);
      const [file] = Object.keys(pages);
      path = Object.keys(pages).length > 1 ? folder : join(folder, file ?? '');
      const compared = await emptyStore('neo4j');
      await importData(compared, path, { batchCount: 2 });
      ordinary = await graphDump(compared);
      await compared.close();

      const csv = join(await folderOf({}), 'csv');
      await importToCsv(path, csv, { sourceKey: 'data', batchCount: 2 });
      const home = await folderOf({});
      await runImportScript(csv, home);
      server = await startLocalNeo4j({ home, memoryMb: 512 });
      const { uri, username, password } = server;
      store = await openGraphStore(await openNeo4jEngine({ uri, username, password, database: 'neo4j' }));
    }, 300_000);
    afterAll(async () => {
      await store.close();
      await server.stop();
    });

    test('are the graph that an ordinary import makes', async () => {
      expect(await graphDump(store)).toEqual(ordinary);
    });

    test('are told to be there by the next import, which reads nothing again', async () => {
      expect(await importData(store, path)).toMatchObject({ addedListingCount: 0, recordCount: 0 });
    });

    test('answer what a server asks, also of lists that hold nothing', async () => {
      const query = `{ papers(first: 50) { nodes { key title awards authorships { author { key } institutions { key } } topics { nodes { key path } } affiliations { institution { name aliases } statedAs } } } }`;
      const { errors } = await ask(store, query, {});
      expect(errors?.map(({ message }) => message)).toBeUndefined();
    });

    test('are a source that can be removed, which leaves nothing behind', async () => {
      await removeSource(store, 'data');
      expect((await graphDump(store)).filter((line) => !line.startsWith('GraphState'))).toEqual([]);
    });
  });
});

test('a folder that holds something is refused', async () => {
  const path = join(await folderOf({ 'works.jsonl': worksFile(works) }), 'works.jsonl');
  const full = await folderOf({ 'notes.txt': 'mine' });
  await expect(importToCsv(path, full)).rejects.toMatchObject({ code: 'CSV_FOLDER_NOT_EMPTY' });
  expect(await readdir(full)).toEqual(['notes.txt']);
});

test('a list is refused', async () => {
  const list = await folderOf({ 'README.md': '- [A paper](https://arxiv.org/abs/2209.12212)\n' });
  const csv = join(await folderOf({}), 'csv');
  await expect(importToCsv(list, csv)).rejects.toMatchObject({ code: 'CSV_NO_DATA_SET' });
});

test('two data sets in one are refused, with a record of each, and leave no script', async () => {
  const other = JSON.stringify({ id: 'https://example.org/W1', title: 'Of elsewhere', authorships: [] });
  const path = await folderOf({ 'a.jsonl': worksFile(works), 'b.jsonl': `${other}\n` });
  const csv = join(await folderOf({}), 'csv');
  const error = importToCsv(path, csv);
  await expect(error).rejects.toMatchObject({ code: 'CSV_TWO_DATA_SETS' });
  await expect(error).rejects.toThrow('https://openalex.org/W1 (a.jsonl:1) and https://example.org/W1 (b.jsonl:1)');
  expect(await readdir(csv)).not.toContain('import.sh');
});

test('what was stopped has no script', async () => {
  const path = join(await folderOf({ 'works.jsonl': worksFile(works) }), 'works.jsonl');
  const csv = join(await folderOf({}), 'csv');
  const summary = await importToCsv(path, csv, { signal: AbortSignal.abort() });
  expect(summary).toMatchObject({ isStopped: true, counts: null });
  expect(await readdir(csv)).toEqual([]);
});

test('the script and the schema beside it name what is to be run', async () => {
  const path = join(await folderOf({ 'works.jsonl': worksFile(works.slice(0, 1)) }), 'works.jsonl');
  const csv = join(await folderOf({}), 'csv');
  const { counts } = await importToCsv(path, csv);
  expect(counts).toMatchObject({
    nodes: { Paper: 1, Author: 2 },
    relationships: { CITES: 1, REFERS_TO: 3, AUTHORED: 2 },
  });
  const script = await readFile(join(csv, 'import.sh'), 'utf8');
  expect(script).toContain('database import full');
  expect(script).toContain('--nodes=Paper=Paper-header.csv,Paper.csv.gz');
  expect(await readFile(join(csv, 'schema.cypher'), 'utf8')).toContain('CREATE CONSTRAINT paper_key');
});
