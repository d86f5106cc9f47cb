import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { findSourceFiles } from '../../src/import/source-files.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { folderOf, tablePage, writePages } from '../support/pages.ts';

const page = tablePage('Embeddings', [
  {
    name: '**EVStore**: Storage and Caching for Embeddings',
    venue: 'ASPLOS 2023',
    institutions: 'UChicago',
    links: '<a href="https://doi.org/10.1145/3575693.3575718">Paper</a>',
  },
]);

const bib = `@inproceedings{evstore,
  title = {{EVStore}: Storage and Caching for Embeddings},
  author = {Lee, Ann and M{\\"u}ller, J{\\"o}rg},
  booktitle = {ASPLOS},
  year = {2023},
  url = {https://doi.org/10.1145/3575693.3575718},
}

@article{own, title = {Only in the Bibliography}, author = {Chen, Bo}, journal = {Proceedings of the VLDB Endowment}, year = 2020}
`;

const ris = `TY  - CPAPER
TI  - EVStore: Storage and Caching for Embeddings
AU  - Lee, Ann
T2  - ASPLOS
PY  - 2023
DO  - 10.1145/3575693.3575718
UR  - https://doi.org/10.1145/3575693.3575718
AD  - Emory University, Atlanta, GA, USA
ER  - 
`;

describe.each(engineNames)('bibliographies on %s', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await emptyStore(engine);
  });
  afterEach(() => store.close());

  test('a paper of a list, of BibTeX and of RIS is one paper, whose facts lead to the lines of each', async () => {
    const folder = await folderOf({ 'a.md': page, 'library.bib': bib, 'export.ris': ris });
    const summary = await importSource(store, folder, { sourceKey: 'mine' });
    expect(summary).toMatchObject({ pageCount: 3, recordCount: 4, paperCount: 2, problems: [] });
    const { data } = await ask(
      store,
      '{ papers { nodes { title year affiliations { institution { name } sources { path line } } listings { page { path } line } } } }',
    );
    expect(data).toEqual({
      papers: {
        nodes: [
          {
            title: 'EVStore: Storage and Caching for Embeddings',
            year: 2023,
            affiliations: [
              { institution: { name: 'University of Chicago' }, sources: [{ path: 'a.md', line: 5 }] },
              { institution: { name: 'Emory University' }, sources: [{ path: 'export.ris', line: 1 }] },
            ],
            listings: [
              { page: { path: 'a.md' }, line: 5 },
              { page: { path: 'export.ris' }, line: 1 },
              { page: { path: 'library.bib' }, line: 1 },
            ],
          },
          {
            title: 'Only in the Bibliography',
            year: 2020,
            affiliations: [],
            listings: [{ page: { path: 'library.bib' }, line: 9 }],
          },
        ],
      },
    });
  });

  test('importing again changes nothing', async () => {
    const folder = await folderOf({ 'a.md': page, 'library.bib': bib, 'export.ris': ris });
    await importSource(store, folder, { sourceKey: 'mine' });
    const version = await store.version();
    const before = await graphDump(store);
    expect(await importSource(store, folder, { sourceKey: 'mine' })).toMatchObject({ unchangedPageCount: 3 });
    expect(await store.version()).toBe(version);
    expect(await graphDump(store)).toEqual(before);
  });

  test('an item that goes withdraws what only it stated', async () => {
    const folder = await folderOf({ 'a.md': page, 'library.bib': bib });
    await importSource(store, folder, { sourceKey: 'mine' });
    await writePages(folder, { 'library.bib': bib.slice(0, bib.indexOf('@article')) });
    expect(await importSource(store, folder, { sourceKey: 'mine' })).toMatchObject({ removedListingCount: 1 });
    expect((await ask(store, '{ papers { totalCount } }')).data).toEqual({ papers: { totalCount: 1 } });
  });

  test('what comes by standard input is a source of its own, and what comes later takes its place', async () => {
    const first = await folderOf({ stdin: bib });
    const options = { isStandardInput: true };
    expect(await importSource(store, `${first}/stdin`, options)).toMatchObject({ source: 'stdin', page: 'stdin' });
    const second = await folderOf({ stdin: ris });
    expect(await importSource(store, `${second}/stdin`, options)).toMatchObject({
      source: 'stdin',
      addedListingCount: 1,
      removedListingCount: 2,
    });
    expect(await importSource(store, `${first}/stdin`, { ...options, sourceKey: 'other' })).toMatchObject({
      source: 'other',
      addedListingCount: 2,
      removedListingCount: 0,
    });
    expect((await ask(store, '{ sources { key pages { nodes { path url } } } }')).data).toEqual({
      sources: ['other', 'stdin'].map((key) => ({ key, pages: { nodes: [{ path: 'stdin', url: null }] } })),
    });
  });

  test('a named format is how a file is read, and another reading when it changes', async () => {
    const folder = await folderOf({ 'list.txt': `${page}\n${bib}` });
    const file = `${folder}/list.txt`;
    const title = async () => (await ask(store, '{ papers { nodes { listings { line } } } }')).data;
    await importSource(store, file, { sourceKey: 'mine', format: 'markdown' });
    expect(await title()).toEqual({ papers: { nodes: [{ listings: [{ line: 5 }] }] } });
    await importSource(store, file, { sourceKey: 'mine' });
    expect(await title()).toEqual({ papers: { nodes: [{ listings: [{ line: 7 }] }, { listings: [{ line: 15 }] }] } });
  });

  test('a format for a folder is refused', async () => {
    const folder = await folderOf({ 'a.md': page });
    await expect(importSource(store, folder, { format: 'ris' })).rejects.toMatchObject({ code: 'FORMAT_OF_FOLDER' });
  });

  test('a bibliography over 5 MB is read, and another page is not', async () => {
    const long = `${'% a remark of sixty characters that stands between the items of it\n'.repeat(80_000)}${bib}`;
    const folder = await folderOf({ 'library.bib': long, 'long.md': long });
    const { recordCount, problems } = await importSource(store, folder, { sourceKey: 'mine' });
    expect(recordCount).toBe(2);
    expect(problems).toMatchObject([{ code: 'FILE_TOO_LARGE', position: { path: 'long.md' } }]);
  });
});

test('bibliographies are pages of a folder; JSON is one where it is in the form of CSL', async () => {
  const csl = '[{"id": "a", "type": "book", "title": "T", "author": [{"family": "Lee"}]}]';
  const folder = await folderOf({
    'a.md': page,
    'b.bib': bib,
    'c.RIS': ris,
    'd/csl.json': csl,
    'package.json': '{"name": "x", "type": "module"}',
    'empty.json': '',
    'notes.txt': bib,
  });
  expect(await findSourceFiles(folder)).toMatchObject({
    paths: ['a.md', 'b.bib', 'c.RIS', 'd/csl.json'],
    unjudged: ['empty.json'],
  });
});
