import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../src/importers/index.ts';

const shared = process.env.PAPERGRAPH_SHARED ?? join(import.meta.dirname, '../../../shared');
const file = join(shared, 'seeds/dlrm.md');
const isMissing = !existsSync(file);

if (isMissing) {
  const message = `NOT RUN: the seed page is not at ${file}; set PAPERGRAPH_SHARED to the folder that holds seeds/dlrm.md`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(message);
}

test.skipIf(isMissing)('the seed page gives its five papers, byte for byte as it states them', () => {
  const path = 'paper-list/systems-for-ml/dlrm.md';
  const page = readPage(readFileSync(file, 'utf8'), { path });

  expect(page.title).toBe('Deep Learning Recommendation Model (DLRM)');
  expect(
    page.records.map(({ position, section, shortName, venue, institutions, institutionsIncomplete }) =>
      [position.line, section.at(-1), shortName, venue, institutions.join(' + '), institutionsIncomplete].join(' | '),
    ),
  ).toEqual([
    '5 | Optimizing Embedding Tables | AdaEmbed | OSDI 2023 | UMich + Meta | false',
    '5 | Optimizing Embedding Tables | EVStore | ASPLOS 2023 | UChicago | true',
    '5 | Optimizing Embedding Tables | DisaggRec | arXiv 2212.00939 | Meta AI + WashU + UPenn + Cornell + Intel | false',
    '11 | Deep Learning Recommendation Model | ETA | DLP-KDD 2022 | Alibaba | false',
    '12 | Deep Learning Recommendation Model | WDL | DLRS 2016 | Google | false',
  ]);
  expect(page.records.every(({ title, year }) => title === null && year === null)).toBe(true);
  expect(page.records.map(({ remarks }) => remarks)).toEqual([
    ['In-training pruning'],
    ['A caching layer optimized for embedding access patterns.'],
    ['Disaggregated system; decouple CPUs and memory resources; partition embedding tables.'],
    ['Efficient target attention network; locality-sensitive hashing; deployed on Taobao.'],
    ['Wide & Deep model.'],
  ]);
  expect(page.records[1]?.links).toEqual([
    { kind: 'NOTES', label: 'Personal Notes', url: 'reading-notes/conference/asplos-2023/evstore.md' },
    { kind: 'PAPER', label: 'Paper', url: 'https://dl.acm.org/doi/10.1145/3575693.3575718' },
    { kind: 'CODE', label: 'Code', url: 'https://github.com/ucare-uchicago/ev-store-dlrm' },
  ]);
  expect(page.problems.map(({ code, position }) => [code, position.line])).toEqual([['INSTITUTIONS_INCOMPLETE', 5]]);
});
