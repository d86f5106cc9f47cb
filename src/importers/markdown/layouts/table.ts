import type { Problem } from '../../../model/problem.ts';
import type { SourceRecord, ToldApart } from '../../../model/source-record.ts';
import { editionProblems } from '../../edition-problems.ts';
import { cellText } from '../cells.ts';
import { fillRoles } from '../column-contents.ts';
import { type Role, rolesOf } from '../columns.ts';
import { readEdition } from '../editions.ts';
import { placeBelow } from '../headings.ts';
import { noNameColumn, rowWithoutName } from '../problems.ts';
import { readRow } from '../table-row.ts';
import { tellApart } from '../told-apart.ts';
import type { Row, Table } from '../tree.ts';
import { type Layout, NOTHING, type Place, type Reading } from './layout.ts';

/** A table with a row for each paper, its columns told by their headers: pipe tables and HTML tables alike. */
export const table: Layout = {
  name: 'table',
  read(blocks, at, place) {
    const block = blocks[at];
    return block?.kind === 'table' ? { ...readTable(block, place), taken: 1 } : null;
  },
};

function readTable(written: Table, place: Place): Reading {
  const { header, rows, line } = withHeader(written);
  if (rows.length === 0) return NOTHING;
  const headers = header.map(cellText);
  const roles = fillRoles(rolesOf(headers), rows);
  if (isSchedule(roles)) {
    const editions = rows.map((row) => readEdition(row, roles, place.path)).filter((edition) => edition !== null);
    return { ...toldApart(rows, 'EDITION', place), editions, problems: editions.flatMap(editionProblems) };
  }
  if (place.isWithoutPapers || !looksLikeList(roles, headers)) return toldApart(rows, 'TEXT', place);
  if (!roles.includes('name') && !roles.includes('title')) {
    return { ...NOTHING, problems: [noNameColumn({ path: place.path, line }, headers)] };
  }
  return readRows(rows, roles, place);
}

/** HTML tables often write their header as an ordinary row. */
function withHeader({ header, rows, line }: Table): Pick<Table, 'header' | 'rows' | 'line'> {
  const [first, ...rest] = rows;
  const isEmpty = header.every((cell) => cellText(cell) === '');
  if (!first || !isEmpty) return { header, rows, line };
  const known = rolesOf(first.cells.map(cellText)).filter((role) => role !== null);
  return known.length >= 2 ? { header: first.cells, rows: rest, line: first.line } : { header, rows, line };
}

function isSchedule(roles: readonly (Role | null)[]): boolean {
  const hasName = roles.includes('name') || roles.includes('title');
  const isDated = roles.includes('when') || roles.includes('where') || roles.includes('deadline');
  return !hasName && roles.includes('venue') && isDated;
}

/** Roles of which a list of papers has one at least; a legend or a glossary has none. */
const LIST_ROLES: ReadonlySet<Role | null> = new Set([
  'title',
  'venue',
  'institution',
  'firstInstitution',
  'author',
  'link',
  'paperLink',
  'codeLink',
] satisfies Role[]);

function looksLikeList(roles: readonly (Role | null)[], headers: readonly string[]): boolean {
  const isStatistics = headers.filter((header) => /^[^\p{L}\p{N}]*\d[\d\s.,%'’–-]*$/u.test(header)).length >= 2;
  return !isStatistics && roles.some((role) => LIST_ROLES.has(role));
}

function readRows(rows: readonly Row[], roles: readonly (Role | null)[], outer: Place): Reading {
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  const apart: ToldApart[] = [];
  const columns = { roles, holdsTitles: holdsTitles(rows, roles.indexOf('title')) };
  let place = outer;
  for (const row of rows) {
    const position = { path: place.path, line: row.line };
    const text = row.cells.map(cellText).filter(Boolean).join(' ');
    if (text === '') continue;
    if (isGroupRow(row)) {
      place = placeBelow(outer, cellText(row.cells[0]), true);
      continue;
    }
    const { record, problems: found } = readRow(row, columns, { position, place });
    const kind = isAnnouncement(record, roles) ? 'TEXT' : tellApart(record, place);
    if (record.title === null && record.shortName === null) problems.push(rowWithoutName(position, text));
    else if (kind) apart.push({ position, kind, text: text.slice(0, 200) });
    else {
      records.push(record);
      for (const problem of found) problems.push(problem);
    }
  }
  return { ...NOTHING, records, problems, toldApart: apart };
}

/** "Reading week, no class" among rows with authors and places: text in the title's column and nothing else. */
function isAnnouncement(record: SourceRecord, roles: readonly (Role | null)[]): boolean {
  const { title, shortName, venue, year, authors, institutions, links, remarks } = record;
  const isBare =
    [authors, institutions, links, remarks].every(({ length }) => length === 0) && venue === null && year === null;
  return (
    isBare &&
    shortName === null &&
    (title ?? '').split(' ').length <= 5 &&
    roles.includes('venue') &&
    roles.includes('author')
  );
}

/** A row that is one cell over all columns is a heading of the rows below it. */
function isGroupRow({ cells }: Row): boolean {
  return cells.length > 1 && cells.every((cell) => cell === cells[0]);
}

/** Whether a column holds full titles, so that even a short one is a title there. */
function holdsTitles(rows: readonly Row[], column: number): boolean {
  const texts = rows.map(({ cells }) => cellText(cells[column])).filter((text) => text !== '');
  return texts.filter((text) => text.split(' ').length >= 4).length * 2 >= texts.length;
}

function toldApart(rows: readonly Row[], kind: ToldApart['kind'], { path }: Place): Reading {
  const apart = rows.map(({ cells, line }) => ({
    position: { path, line },
    kind,
    text: cells.map(cellText).filter(Boolean).join(' ').slice(0, 200),
  }));
  return { ...NOTHING, toldApart: apart.filter(({ text }) => text !== '') };
}
