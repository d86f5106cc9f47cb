import { cellText, isLinks, itemsOf } from './cells.ts';
import type { Role } from './columns.ts';
import { isWholly } from './marked-text.ts';
import type { Cell, Row } from './tree.ts';
import { isVenue } from './venues.ts';
import { isDate, onlyYear, readYear } from './years.ts';

/** Rows looked at; a column shows what it holds in its first rows. */
const SAMPLE = 30;

/** The roles with columns that no header explains told by what their cells hold. */
export function fillRoles(roles: readonly (Role | null)[], rows: readonly Row[]): (Role | null)[] {
  const width = Math.max(roles.length, ...rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  const filled: (Role | null)[] = [];
  for (let column = 0; column < width; column += 1) filled.push(roles[column] ?? null);
  filled.forEach((role, column) => {
    if (role === 'where' || role === 'venue') filled[column] = placeOrTime(role, cellsOf(rows, column), filled);
  });
  const known = filled.filter((role) => role !== null).length;
  filled.forEach((role, column) => {
    // A table none of whose headers is known is no list of papers, whatever stands in it.
    if (role === null && known >= 1) filled[column] = roleByContents(cellsOf(rows, column), filled);
  });
  return filled;
}

/** "Where" says a city in a calendar and a venue in a list; "Published" says a venue or a date. */
function placeOrTime(role: 'where' | 'venue', cells: readonly Cell[], roles: readonly (Role | null)[]): Role {
  const texts = cells.map((cell) => cellText(cell));
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
  if (!roles.includes('year') && most((cell) => /^\d{4}$/u.test(cellText(cell)) && readYear(cellText(cell)) !== null))
    return 'year';
  return most((cell) => /\p{L}{3}/u.test(cellText(cell))) ? 'remark' : null;
}
