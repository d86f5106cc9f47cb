import type { StatedEdition } from '../../model/source-record.ts';
import { resolveAddress } from './addresses.ts';
import { cellText, itemsOf } from './cells.ts';
import type { Role } from './columns.ts';
import { linksOf, plain } from './marked-text.ts';
import type { Cell, Row } from './tree.ts';

/** What a row of a calendar says of one year of a conference; null where it names none. */
export function readEdition(row: Row, roles: readonly (Role | null)[], path: string): StatedEdition | null {
  const cell = (role: Role): Cell | undefined => row.cells[roles.indexOf(role)];
  const venue = cell('venue') ?? row.cells[0];
  const name = cellText(venue);
  if (name === '') return null;
  const address = venue ? itemsOf(venue).flatMap(linksOf)[0]?.url : undefined;
  // Calendars call the column of the days "Date", too, which in a list of papers is a year.
  const date = cellText(cell('year'));
  const isYear = /^(?:19|20)\d{2}$/u.test(date);
  const remarks = row.cells
    .filter((_, column) => roles[column] === 'remark')
    .flatMap(itemsOf)
    .map(plain);
  return {
    position: { path, line: row.line },
    name,
    ...(isYear && { year: Number(date) }),
    dates: cellText(cell('when')) || (isYear ? null : date) || null,
    place: cellText(cell('where')) || null,
    url: address === undefined ? null : resolveAddress(address, path),
    remarks: remarks.filter((remark) => /[\p{L}\p{N}]/u.test(remark)),
  };
}
