import type { Position, Problem } from '../../model/problem.ts';
import type { LinkKind, SourceRecord } from '../../model/source-record.ts';
import { readAuthors } from './authors.ts';
import { readStanding } from './awards.ts';
import { isLinks, itemsOf } from './cells.ts';
import type { Role } from './columns.ts';
import { isWork, takePlace } from './entries.ts';
import { factsOf } from './facts.ts';
import { readHead } from './heads.ts';
import type { Place } from './layouts/layout.ts';
import { isWholly, linksOf, MAX_LINE, type MarkedText, plain, sliceText } from './marked-text.ts';
import { withoutMarkers } from './markers.ts';
import { readLinks, readTitleLinks } from './paper-links.ts';
import { RecordBuilder } from './record-builder.ts';
import { takeSubLine } from './sub-lines.ts';
import { cutTitle } from './title-cuts.ts';
import { readNameCell, readTitle, withoutEmoji } from './titles.ts';
import type { Row } from './tree.ts';
import { readYear } from './years.ts';

/** The columns that hold links, and what a link there is whose label does not say. */
const LINK_KINDS: ReadonlyMap<Role, LinkKind | undefined> = new Map<Role, LinkKind | undefined>([
  ['link', undefined],
  ['paperLink', 'PAPER'],
  ['codeLink', 'CODE'],
  ['slidesLink', 'SLIDES'],
  ['videoLink', 'VIDEO'],
  ['notes', 'NOTES'],
]);

export interface RowColumns {
  readonly roles: readonly (Role | null)[];
  /** The title column holds full titles, however short one may be. */
  readonly holdsTitles: boolean;
}

/** One row of a table whose columns are known. A row a cell short states nothing for the columns it lacks. */
export function readRow(
  row: Row,
  { roles, holdsTitles }: RowColumns,
  where: { readonly position: Position; readonly place: Place },
): { readonly record: SourceRecord; readonly problems: readonly Problem[] } {
  const builder = new RecordBuilder(where.position, where.place.section);
  // A name column wins over the name in a title, wherever it stands.
  const order = row.cells
    .map((_, column) => column)
    .sort((a, b) => Number(roles[b] === 'name') - Number(roles[a] === 'name'));
  for (const column of order) {
    const cell = row.cells[column];
    // A cell that spans columns is stated once, in the first.
    if (!cell || cell === row.cells[column - 1]) continue;
    const role = roles[column];
    const items = itemsOf(cell);
    // A column of notes holds links to them or their text.
    if (!role) continue;
    const isLong = items.some(({ text }) => text.length > MAX_LINE);
    take(builder, isLong || (role === 'notes' && !isLinks(cell)) ? 'remark' : role, items, holdsTitles);
  }
  takePlace(builder, where.place);
  if (isWork(builder.record)) builder.titleLeadsToPaper();
  return builder.finish();
}

function take(builder: RecordBuilder, role: Role, items: readonly MarkedText[], holdsTitles: boolean): void {
  const texts = items.map(plain).filter((text) => text !== '');
  if (role === 'name' || role === 'title') takeName(builder, items, { isTitle: role === 'title', holdsTitles });
  else if (role === 'venue') takeVenue(builder, texts);
  else if (role === 'institution') builder.institutionsFrom(texts);
  else if (role === 'firstInstitution') {
    builder.institutionsFrom(texts);
    if (texts.length > 0) builder.institutionsMissing();
  } else if (role === 'year') builder.year(readYear(texts.join(' ')));
  else if (role === 'author') builder.authors(texts.flatMap(readAuthors));
  else if (role === 'remark') for (const text of texts) builder.remark(text);
  else if (role === 'award') builder.awards(texts);
  else if (role === 'track') builder.track(texts.join(' '));
  else if (LINK_KINDS.has(role)) {
    for (const item of items) builder.links(readLinks(item, builder.record.position, LINK_KINDS.get(role)));
  }
}

function takeName(
  builder: RecordBuilder,
  items: readonly MarkedText[],
  { isTitle, holdsTitles }: { readonly isTitle: boolean; readonly holdsTitles: boolean },
): void {
  const first = items.find((line) => /[\p{L}\p{N}]/u.test(plain(line)));
  if (!first) return;
  const { item, description } = withoutDescription(withoutMarkers(first));
  if (isTitle && statesMore(item, holdsTitles)) {
    readHead(item, builder);
    for (const more of items) if (more !== first) takeSubLine(more, builder);
    return;
  }
  const name =
    isTitle && holdsTitles
      ? readTitle(withoutEmoji(plain(item)))
      : readNameCell(withoutEmoji(plain(item)), { isTitle, isBold: isWholly('strong', item) });
  builder.name(name);
  builder.titleLinks(readTitleLinks(item, builder.record.position));
  if (name.expansion !== null) builder.remark(name.expansion);
  if (description !== null) builder.remark(description);
  for (const more of items) if (more !== first) takeSubLine(more, builder);
}

/** "[Title](…), OSDI '16": a linked title with a place behind it. */
function statesMore(item: MarkedText, holdsTitles: boolean): boolean {
  const [link] = linksOf(item);
  const isTitle = holdsTitles || (link !== undefined && item.text.slice(0, link.end).split(' ').length >= 4);
  return (
    isTitle &&
    link?.start === 0 &&
    link.end < item.text.length &&
    cutTitle(item).rest.some((rest) => factsOf(rest) !== null)
  );
}

/** "**Name** - introduces a language for …": the bold words are the name, what follows in small letters tells of it. */
function withoutDescription(item: MarkedText): { item: MarkedText; description: string | null } {
  const [name] = item.marks.filter(({ kind }) => kind === 'strong');
  const sign = name?.start === 0 ? /^\s+[–—-]\s+(?=\p{Ll})/u.exec(item.text.slice(name.end)) : null;
  if (!name || !sign) return { item, description: null };
  return { item: sliceText(item, 0, name.end), description: plain(sliceText(item, name.end + sign[0].length)) };
}

function takeVenue(builder: RecordBuilder, texts: readonly string[]): void {
  const rests = texts.map((written) => {
    const text = written.replace(/^\(([^()]+)\)$/u, '$1');
    // "OSDI 2020 (Best Paper)"
    const [, before = text, bracketed = ''] = /^(.+?)\s*\(([^()]+)\)$/u.exec(text) ?? [];
    const isStanding = bracketed !== '' && readStanding(bracketed).rest === null;
    const { awards, track, rest } = readStanding(isStanding ? before : text);
    const more = isStanding ? readStanding(bracketed) : { awards: [], track: null };
    builder.awards([...awards, ...more.awards]);
    builder.track(track ?? more.track);
    return rest ?? '';
  });
  builder.venue(rests.filter((rest) => /[\p{L}\p{N}]/u.test(rest)).join(', '));
}
