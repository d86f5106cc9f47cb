import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, 'src', path), 'utf8') }));

/** Where problems are made, and how; errors of the reading of a page become problems of a folder's pages. */
const makers: readonly (readonly [where: RegExp, how: RegExp])[] = [
  [/^(?:importers|reconcile)\//u, /(?:\bcode(?: =|:)|problem\(position,) '([A-Z]+(?:_[A-Z]+)+)'/gu],
  [/^reconcile\/reconcile\.ts$/u, /'([A-Z]+_(?:IDENTIFIER|PAPER))'/gu],
  [/^import\/page-problem\.ts$/u, /\bcode: '([A-Z]+(?:_[A-Z]+)+)'/gu],
  [/^import\/(?:read-file|page-reader)\.ts$/u, /InputError\(\s*'([A-Z]+(?:_[A-Z]+)+)'/gu],
  [/^importers\/openalex\//u, /'((?:RECORD|TITLE)(?:_[A-Z0-9]+)+)'/gu],
  [
    /^import\/(?:data-set-files|data-set-reading|import-data-set)\.ts$/u,
    /(?:code: |InputError\(\s*)'([A-Z0-9]+(?:_[A-Z0-9]+)+)'/gu,
  ],
  [/^import\/register-reading\.ts$/u, /'(ROR_[A-Z_]+)'/gu],
];

test('docs/problems.md explains every code of a problem, and none that there is not', () => {
  const made = new Set(
    sources.flatMap(({ path, text }) =>
      makers
        .filter(([where]) => where.test(path))
        .flatMap(([, how]) => [...text.matchAll(how)].map(([, code]) => code)),
    ),
  );
  // A file that is not there is an error of the command, and never a page's.
  made.delete('FILE_MISSING');
  const page = readFileSync(join(root, 'docs', 'problems.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const explained = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z0-9_]+)`/gu)].map(([, code]) => code),
  );
  expect(explained.sort()).toEqual([...made].sort());
});
