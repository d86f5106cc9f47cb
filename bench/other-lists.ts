/**
 * How many rows of lists in other people's layouts are read right in every field: pages written by somebody who had not
 * seen the importers, with what a careful reader takes from each row. `npm run bench -- other-lists`; with `--rows` it names
 * each wrong row, and what was read instead.
 *
 * Expectations: t title, s short name (alts: also right), v venue, y year, sr series, i institutions, a authors,
 * l links ("KIND address"), r remarks, w awards, tr track, p topics, n no record; "a|b": either is right, "*": anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RecordLine, recordLines } from '../src/import/record-lines.ts';

interface Expected {
  readonly line: number;
  readonly text: string;
  readonly t?: string;
  readonly s?: string;
  readonly alts?: readonly string[];
  readonly v?: string;
  readonly y?: number;
  readonly alty?: readonly number[];
  readonly anyYear?: boolean;
  readonly sr?: Several;
  readonly i?: Several;
  readonly a?: Several;
  readonly l?: Several;
  readonly r?: Several;
  readonly w?: Several;
  readonly tr?: string;
  readonly p?: readonly (readonly string[])[];
  readonly n?: boolean | number;
}
type Several = readonly string[] | string;

const fieldOfLetter = {
  t: 'title',
  s: 'shortName',
  v: 'venue',
  y: 'year',
  sr: 'series',
  i: 'institutions',
  a: 'authors',
  l: 'links',
  r: 'remarks',
  w: 'awards',
  tr: 'track',
  p: 'topics',
} as const;

const folder = join(process.cwd(), 'bench', 'other-lists');
const records: RecordLine[] = [];
for await (const line of recordLines(join(folder, 'pages'), { onProblem: () => {} })) records.push(line);

const table = readdirSync(join(folder, 'expected'))
  .sort()
  .map((name) => {
    const expected: readonly Expected[] = JSON.parse(readFileSync(join(folder, 'expected', name), 'utf8'));
    const page = name.replace('.json', '.md');
    const read = records.filter(({ file }) => file === page);
    const wrong = expected.filter(
      (row) =>
        wrongFields(
          row,
          read.filter(({ line }) => line === row.line),
        ).length > 0,
    );
    const extra = read.filter(({ line }) => !expected.some((row) => row.line === line));
    if (process.argv.includes('--rows')) {
      for (const row of wrong) describe(page, row, read);
      for (const { line, title, shortName } of extra) console.log(`${page}:${line}: also ${title ?? shortName}`);
    }
    return { page, rows: expected.length, wrong: wrong.length, extra: extra.length };
  });
console.table(table);
const sum = (of: 'rows' | 'wrong' | 'extra') => table.reduce((total, row) => total + row[of], 0);
console.log(`${sum('rows')} rows, ${sum('wrong')} wrong, ${sum('extra')} records that should not be`);
process.exit(0);

function describe(page: string, row: Expected, read: readonly RecordLine[]): void {
  const here = read.filter(({ line }) => line === row.line);
  const [found] = here;
  console.log(`${page}:${row.line}: ${row.text.slice(0, 160)}`);
  for (const field of wrongFields(row, here)) {
    const wanted = (Object.entries(fieldOfLetter) as [keyof Expected, string][]).find(([, name]) => name === field);
    const value = found && field in found ? JSON.stringify(found[field as keyof RecordLine]) : '';
    console.log(`    ${field}: ${value}${wanted ? ` instead of ${JSON.stringify(row[wanted[0]] ?? null)}` : ''}`);
  }
}

function wrongFields(row: Expected, [read, ...more]: readonly RecordLine[]): string[] {
  if (row.n) return read ? ['a record'] : [];
  if (!read) return ['no record'];
  const links = read.links.map(({ kind, url }) => `${kind} ${url}`);
  const checks: readonly (readonly [string, boolean])[] = [
    ['title', fits(row.t, read.title)],
    ['shortName', fits(row.s, read.shortName) || (row.alts ?? []).includes(read.shortName ?? '')],
    ['venue', fits(row.v, read.venue)],
    [
      'year',
      row.anyYear === true || (row.y ?? null) === read.year || (row.alty ?? []).some((year) => year === read.year),
    ],
    ['series', row.sr === undefined || allFit(row.sr, read.series)],
    [
      'institutions',
      allFit(
        row.i,
        read.institutions.map(({ statedAs }) => statedAs),
      ),
    ],
    ['authors', allFit(row.a, read.authors)],
    ['links', allFit(row.l, links)],
    ['remarks', allFit(row.r, read.remarks)],
    ['awards', allFit(row.w, read.awards)],
    ['track', row.tr === undefined || fits(row.tr, read.track)],
    ['topics', row.p === undefined || JSON.stringify(row.p) === JSON.stringify(read.topics)],
    ['one record', more.length === 0],
  ];
  return checks.filter(([, isRight]) => !isRight).map(([name]) => name);
}

function fits(wanted: string | undefined, found: string | null): boolean {
  return (wanted ?? '').split('|').some((each) => each === '*' || plain(each) === plain(found ?? ''));
}

function allFit(wanted: Several | undefined, found: readonly string[]): boolean {
  if (wanted === '*') return true;
  if (typeof wanted === 'string') return found.length === 1 && fits(wanted, found[0] ?? null);
  const named = (wanted ?? []).filter((each) => each !== '*');
  const isOpen = named.length < (wanted ?? []).length;
  return (isOpen || named.length === found.length) && named.every((each) => found.some((one) => fits(each, one)));
}

function plain(text: string): string {
  return text
    .replace(/[’‘`]/g, "'")
    .replace(/[.,;:]+$/, '')
    .trim();
}
