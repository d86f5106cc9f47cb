import type { Problem } from '../../../model/problem.ts';
import type { LinkKind, SourceRecord, ToldApart } from '../../../model/source-record.ts';
import { editionProblems } from '../../edition-problems.ts';
import { cellText, itemsOf } from '../cells.ts';
import { fillRoles } from '../column-contents.ts';
import { type Role, rolesOf } from '../columns.ts';
import { readEdition } from '../editions.ts';
import { placeBelow } from '../headings.ts';
import { isWholly, linksOf } from '../marked-text.ts';
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
  const roles = fillRoles(rolesOf(headers), rows, headers);
  if (isSchedule(roles)) {
    const editions = rows.map((row) => readEdition(row, roles, place.path)).filter((edition) => edition !== null);
    return { ...toldApart(rows, 'EDITION', place), editions, problems: editions.flatMap(editionProblems) };
  }
  const isCounted = countsPapers(rows, roles.indexOf('title'));
  if (place.isWithoutPapers || isCounted || !looksLikeList(roles, headers)) return toldApart(rows, 'TEXT', place);
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

/** A column of "papers" that says how many. */
function countsPapers(rows: readonly Row[], column: number): boolean {
  const texts = rows.map(({ cells }) => cellText(cells[column])).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^[\d\s.,%+–-]+$/u.test(text));
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
    const isTalk = columns.holdsTitles && hasTitle(record) && record.links.every(({ kind }) => TALKS.has(kind));
    const kind = isAnnouncement(record, roles) ? 'TEXT' : isTalk ? null : tellApart(record, place);
    if (record.title === null && record.shortName === null) problems.push(rowWithoutName(position, text));
    else if (kind) apart.push({ position, kind, text: text.slice(0, 200) });
    else {
      records.push(record);
      for (const problem of found) problems.push(problem);
    }
  }
  return { ...NOTHING, records, problems, toldApart: apart };
}

/** What a seminar leaves of the papers that it reads. */
const TALKS: ReadonlySet<LinkKind> = new Set(['SLIDES', 'VIDEO', 'POSTER']);

function hasTitle({ title }: SourceRecord): boolean {
  return (title ?? '').split(' ').length >= 4;
}

/** "Reading week, no class" among rows with authors and places: text in the title's column and nothing else. */
function isAnnouncement(record: SourceRecord, roles: readonly (Role | null)[]): boolean {
  const { title, shortName, venue, year, authors, institutions, links, remarks } = record;
  const isBare =
    [authors, institutions, links, remarks].every(({ length }) => length === 0) && venue === null && year === null;
  if (!isBare || shortName !== null) return false;
  const isShort = (title ?? '').split(' ').length <= 5;
  return (isShort && roles.includes('venue') && roles.includes('author')) || NO_PAPER.test(title ?? '');
}

const NO_PAPER =
  /^(?:no (?:meeting|class|lecture|reading|session|paper)s?|holidays?|(?:spring|fall|autumn|winter|summer|reading) (?:break|week)|cancell?ed|tb[ad]|to be (?:announced|decided)|break)\b|\b(?:coming soon|to come)\b/iu;

/** A row that is one cell over all columns, or one bold cell alone, is a heading of the rows below it. */
function isGroupRow({ cells }: Row): boolean {
  const [first, ...others] = cells;
  if (!first || others.length === 0) return false;
  const isAlone = others.every((cell) => cellText(cell) === '');
  return (
    others.every((cell) => cell === first) ||
    (isAlone && itemsOf(first).every((item) => isWholly('strong', item) && linksOf(item).length === 0))
  );
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
