import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { conferences } from '../src/model/names/conferences.ts';
import { institutions } from '../src/model/names/institutions.ts';

/** Lists as large as a benchmark asks for, the same each time: rows of papers that nobody wrote, by known institutions. */

const known = conferences.filter(({ kind }) => kind === 'CONFERENCE' || kind === 'WORKSHOP');

/** A folder in the system's place for temporary ones with `pageCount` pages of `rowsPerPage` rows; the caller removes it. */
export function generatedList({ pageCount, rowsPerPage }: { pageCount: number; rowsPerPage: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-bench-list-'));
  for (let page = 0; page < pageCount; page += 1) {
    const path = join(folder, `part-${Math.floor(page / 100)}`, `page-${page}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, pageOf(page, rowsPerPage));
  }
  return folder;
}

function pageOf(page: number, rowCount: number): string {
  const rows = Array.from({ length: rowCount }, (_, row) => rowOf(page * rowCount + row));
  return `# Subject ${page % 50}\n\n| Name | Title | Conference | Institution | Links | Remarks |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function rowOf(number: number): string {
  const venue = picked(known, number * 7 + 3)?.acronym;
  const places = [0, 1, 2]
    .slice(0, 1 + (number % 3))
    .map((each) => picked(institutions, number * 13 + each * 101)?.name);
  const [adjective, noun, use] = [picked(adjectives, number), picked(nouns, number >> 3), picked(uses, number >> 6)];
  const title = `${adjective} ${noun} for ${use}: Part ${number}`;
  return (
    `| **Row${number}** | ${title} | ${venue} ${2005 + (number % 19)} | ${places.join(' & ')} | ` +
    `[Paper](https://example.org/papers/${number}) [Code](https://example.org/code/${number}) | Measured on ${(number % 64) + 1} machines |`
  );
}

function picked<T>(some: readonly T[], number: number): T | undefined {
  return some[number % some.length];
}

const adjectives = ['Fast', 'Robust', 'Sparse', 'Elastic', 'Learned', 'Private', 'Verified', 'Adaptive'];
const nouns = ['Caching', 'Scheduling', 'Indexing', 'Training', 'Storage', 'Routing', 'Recovery', 'Compression'];
const uses = [
  'Large Clusters',
  'Recommendation',
  'Stream Processing',
  'Graph Queries',
  'Vision Models',
  'Small Devices',
];
