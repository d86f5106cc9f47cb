import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/importers/index.ts';

/** Two revisions of one real list, one of tables, one of bullets. They are not ours to copy, so they are read where they lie. */
const shared = process.env.PAPERGRAPH_SHARED ?? join(import.meta.dirname, '../../../shared');
const folder = join(shared, 'data/reading-list');
const isMissing = !existsSync(folder);

if (isMissing) {
  const message = `NOT RUN: no reading lists at ${folder}; set PAPERGRAPH_SHARED to the folder that holds data/reading-list`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(message);
}

describe.skipIf(isMissing).each([
  ['rev-1b3bb2b7', 220],
  ['rev-79bee4a8', 324],
])('%s', (revision, recordCount) => {
  const root = join(folder, revision);
  const paths = isMissing
    ? []
    : readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const pages = paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { text, page: readPage(text, { path }) };
  });

  test('every row of a list or table is a record, a problem or told apart', () => {
    expect(pages.flatMap(({ text, page }) => unaccounted(text, page))).toEqual([]);
  });

  test('gives as many papers as a careful reader counted', () => {
    expect(pages.flatMap(({ page }) => page.records).length).toBe(recordCount);
  });

  test('no page gives an error, and no placeholder becomes an institution', () => {
    expect(pages.flatMap(({ page }) => page.problems).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    const names = new Set(pages.flatMap(({ page }) => page.records).flatMap(({ institutions }) => institutions));
    expect([...names].filter((name) => /various|others|multiple|[.;:!?](?<!Inc\.|Dato\. Inc)$/iu.test(name))).toEqual(
      [],
    );
  });
});

/** Lines with outermost bullets and table rows that no reading has a place for, and HTML tables with rows too few. */
function unaccounted(text: string, { path, records, problems, toldApart }: ReturnType<typeof readPage>): string[] {
  const counts = new Map<number, number>();
  for (const { position } of [
    ...records,
    ...problems.filter(({ code }) => code === 'ROW_WITHOUT_NAME'),
    ...toldApart,
  ]) {
    counts.set(position.line, (counts.get(position.line) ?? 0) + 1);
  }
  // A page of notes on one paper is one row, and what its meta lines state is part of it.
  const isNote = records.length === 1 && records[0]?.section.length === 0;
  return text.split('\n').flatMap((line, at) => {
    const rowCount = line.startsWith('<table')
      ? line.split('<tr>').length - 2
      : isRow(line, text.split('\n')[at + 1])
        ? 1
        : 0;
    return (counts.get(at + 1) ?? 0) >= rowCount || isNote ? [] : [`${path}:${at + 1} ${line.slice(0, 80)}`];
  });
}

function isRow(line: string, next = ''): boolean {
  const isTableRow = line.startsWith('|') && !/^\|[\s:|-]+$/u.test(line) && !/^\|[\s:|-]+$/u.test(next);
  return isTableRow || /^[*+-] \S/u.test(line);
}
