import { findConference } from '../../model/names/conference-names.ts';
import { findInstitution } from '../../model/names/institution-names.ts';
import { cellText, isLinks, itemsOf } from './cells.ts';
import type { Role } from './columns.ts';
import { areInstitutions, readInstitutions } from './institutions.ts';
import { isWholly, plain } from './marked-text.ts';
import { isAuthorList } from './people.ts';
import type { Cell, Row } from './tree.ts';
import { isVenue } from './venues.ts';
import { isDate, onlyYear, readYear } from './years.ts';

/** Rows looked at; a column shows what it holds in its first rows. */
const SAMPLE = 30;

/** The roles with columns that no header explains told by what their cells hold. */
export function fillRoles(
  roles: readonly (Role | null)[],
  rows: readonly Row[],
  header: readonly string[],
): (Role | null)[] {
  const width = Math.max(roles.length, ...rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  const filled: (Role | null)[] = [];
  for (let column = 0; column < width; column += 1) filled.push(roles[column] ?? null);
  const known = filled.filter((role) => role !== null).length;
  filled.forEach((role, column) => {
    if (role === 'where' || role === 'venue') filled[column] = placeOrTime(role, cellsOf(rows, column), filled);
  });
  const isUnnamed = known === 0 && (header.length === 0 || header.every((text) => text === ''));
  if (isUnnamed) return rolesOfUnnamed(filled, rows);
  filled.forEach((role, column) => {
    // A table none of whose headers is known is no list of papers, whatever stands in it.
    if (role === null && known >= 1) filled[column] = roleByContents(cellsOf(rows, column), filled);
  });
  return filled;
}

/** A table without a header is a list of papers where a column holds titles, and another places or people. */
function rolesOfUnnamed(roles: readonly (Role | null)[], rows: readonly Row[]): (Role | null)[] {
  const filled = [...roles];
  roles.forEach((_, column) => {
    filled[column] = factColumn(cellsOf(rows, column), filled);
  });
  const title = roles.findIndex((_, column) => filled[column] === null && holdsTitles(cellsOf(rows, column)));
  if (title < 0 || !filled.some((role) => role === 'venue' || role === 'author')) return [...roles];
  filled[title] = 'title';
  return filled.map((role, column) => role ?? roleByContents(cellsOf(rows, column), filled));
}

function holdsTitles(cells: readonly Cell[]): boolean {
  const texts = cells.map((cell) => cellText(cell));
  return texts.length > 0 && texts.filter((text) => text.split(' ').length >= 4).length * 2 > texts.length;
}

/** A column of places, people or institutions, whatever it is called. */
function factColumn(cells: readonly Cell[], roles: readonly (Role | null)[]): Role | null {
  const texts = cells.map((cell) => cellText(cell));
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 3 > texts.length * 2;
  if (texts.length === 0) return null;
  if (!roles.includes('venue') && most((text) => /\d/.test(text) && isVenue(text))) return 'venue';
  if (!roles.includes('author') && most(isAuthorList)) return 'author';
  const areNames = (text: string) => findConference(text) === undefined && areInstitutions(text, { isUsual: true });
  const isKnown = (text: string) => readInstitutions([text]).names.some((name) => findInstitution(name) !== undefined);
  if (!roles.includes('institution') && most(areNames) && texts.filter(isKnown).length * 2 >= texts.length)
    return 'institution';
  return null;
}

/** "Where" says a city in a calendar and a venue in a list; "Published" says a venue or a date. */
function placeOrTime(role: 'where' | 'venue', cells: readonly Cell[], roles: readonly (Role | null)[]): Role {
  // A place may have an award on a line below it.
  const texts = cells.map((cell) => plain(itemsOf(cell)[0] ?? { text: '' }));
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 2 > texts.length;
  if (role === 'where') return roles.includes('when') || !most(isVenue) ? 'where' : 'venue';
  return most((text) => isDate(text) || onlyYear(text) !== null) ? 'year' : 'venue';
}

function cellsOf(rows: readonly Row[], column: number): Cell[] {
  const cells = rows.slice(0, SAMPLE).map(({ cells: row }) => row[column]);
  return cells.filter((cell): cell is Cell => cell !== undefined && cellText(cell) !== '');
}

function roleByContents(cells: readonly Cell[], roles: readonly (Role | null)[]): Role | null {
  if (cells.length === 0) return null;
  const most = (test: (cell: Cell) => boolean) => cells.filter(test).length * 2 > cells.length;
  const hasName = roles.includes('name') || roles.includes('title');
  if (!hasName && most((cell) => itemsOf(cell).every((item) => isWholly('strong', item)))) return 'name';
  if (most(isLinks)) return hasName ? 'link' : 'title';
  const fact = factColumn(cells, roles);
  if (fact) return fact;
  if (!roles.includes('year') && most((cell) => /^\d{4}$/u.test(cellText(cell)) && readYear(cellText(cell)) !== null))
    return 'year';
  return most((cell) => /\p{L}{3}/u.test(cellText(cell))) ? 'remark' : null;
}
