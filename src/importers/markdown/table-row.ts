import type { Position, Problem } from '../../model/problem.ts';
import type { LinkKind, SourceRecord, StatedLink } from '../../model/source-record.ts';
import { readAuthors } from './authors.ts';
import { readStanding } from './awards.ts';
import { isLinks, itemsOf } from './cells.ts';
import type { Role } from './columns.ts';
import { readInstitutions } from './institutions.ts';
import { isWholly, type MarkedText, plain } from './marked-text.ts';
import { readLinks, readTitleLinks } from './paper-links.ts';
import { institutionsIncomplete } from './problems.ts';
import { emptyRecord, nameOf, readYear } from './records.ts';
import { readNameCell } from './titles.ts';
import type { Row } from './tree.ts';

export interface RowColumns {
  readonly roles: readonly (Role | null)[];
  readonly headers: readonly string[];
}

/** One row of a table whose columns are known. A row a cell short states nothing for the columns it lacks. */
export function readRow(
  row: Row,
  columns: RowColumns,
  place: { readonly position: Position; readonly section: readonly string[] },
): { readonly record: SourceRecord; readonly problems: readonly Problem[] } {
  const reader = new RowReader(emptyRecord(place.position, place.section));
  row.cells.forEach((cell, column) => {
    // A cell that spans columns is stated once, in the first.
    if (cell === row.cells[column - 1]) return;
    const role = roleOf(columns.roles[column] ?? null, isLinks(cell));
    if (role) reader.take(role, itemsOf(cell));
  });
  return reader.finish();
}

/** What a column of either links or text holds in this row. */
function roleOf(role: Role | null, isOnlyLinks: boolean): Role | null {
  return role === 'notes' && !isOnlyLinks ? 'remark' : role;
}

type Taken = { -readonly [Field in keyof SourceRecord]: SourceRecord[Field] };

class RowReader {
  readonly #record: Taken;
  readonly #problems: Problem[] = [];
  readonly #placeholders: string[] = [];

  constructor(record: SourceRecord) {
    this.#record = { ...record };
  }

  take(role: Role, items: readonly MarkedText[]): void {
    const record = this.#record;
    if (role === 'name' || role === 'title') this.#takeName(role, items);
    else if (role === 'venue') this.#takeVenue(items);
    else if (role === 'institution' || role === 'firstInstitution') this.#takeInstitutions(role, items);
    else if (role === 'year') record.year ??= readYear(items.map(plain).join(' '));
    else if (role === 'author') record.authors = [...record.authors, ...items.map(plain).flatMap(readAuthors)];
    else if (role === 'remark') for (const item of items) this.#takeRemark(plain(item));
    else if (role === 'award') record.awards = [...record.awards, ...items.map(plain)];
    else if (role === 'track') record.track ??= items.map(plain).join(' ') || null;
    else if (role in LINK_KINDS)
      for (const item of items) this.#takeLinks(readLinks(item, record.position, LINK_KINDS[role]));
  }

  finish(): { record: SourceRecord; problems: Problem[] } {
    const record = this.#record;
    if (this.#placeholders.length > 0) {
      record.institutionsIncomplete = true;
      const placeholder = this.#placeholders.join(', ');
      this.#problems.push(institutionsIncomplete(record.position, nameOf(record), placeholder));
    }
    return { record, problems: this.#problems };
  }

  #takeName(role: Role, [item, ...rest]: readonly MarkedText[]): void {
    if (!item) return;
    const record = this.#record;
    const { title, shortName, expansion } = readNameCell(plain(item), {
      isTitle: role === 'title',
      isBold: isWholly('strong', item),
    });
    record.title ??= title;
    // With a column for each, the short name is the one of its own column.
    record.shortName = role === 'name' ? (shortName ?? record.shortName) : (record.shortName ?? shortName);
    if (expansion !== null) this.#takeRemark(expansion);
    this.#takeLinks(readTitleLinks(item, record.position));
    for (const more of rest) this.#takeRemark(plain(more));
  }

  #takeVenue(items: readonly MarkedText[]): void {
    const standings = items.map((item) => readStanding(plain(item)));
    const record = this.#record;
    record.awards = [...record.awards, ...standings.flatMap(({ awards }) => awards)];
    record.track ??= standings.find(({ track }) => track !== null)?.track ?? null;
    const rests = standings.map(({ rest }) => rest ?? '').filter((rest) => /[\p{L}\p{N}]/u.test(rest));
    record.venue ??= rests.join(', ') || null;
  }

  #takeInstitutions(role: Role, items: readonly MarkedText[]): void {
    const { names, placeholders } = readInstitutions(items.map(plain));
    const record = this.#record;
    record.institutions = [...new Set([...record.institutions, ...names])];
    record.institutionsIncomplete ||= role === 'firstInstitution' && names.length > 0;
    this.#placeholders.push(...placeholders);
  }

  #takeRemark(remark: string): void {
    const { awards, track, rest } = readStanding(remark);
    const record = this.#record;
    record.awards = [...record.awards, ...awards];
    record.track ??= track;
    if (rest !== null) record.remarks = [...record.remarks, rest];
  }

  #takeLinks({ links, problems }: { links: readonly StatedLink[]; problems: readonly Problem[] }): void {
    this.#record.links = [...this.#record.links, ...links];
    this.#problems.push(...problems);
  }
}

/** The columns that hold links, and what a link there is whose label does not say. */
const LINK_KINDS: Partial<Record<Role, LinkKind | undefined>> = {
  link: undefined,
  paperLink: 'PAPER',
  codeLink: 'CODE',
  notes: 'NOTES',
};
