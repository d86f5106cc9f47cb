import { readAuthors } from './authors.ts';
import { bracketsOf } from './brackets.ts';
import { isLinkLabel } from './links.ts';
import { isWholly, linksOf, type Mark, type MarkedText, plain, sliceText } from './marked-text.ts';
import { readLinks, readTitleLinks } from './paper-links.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { labelOf, pieceKind, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { cutTitle } from './title-cuts.ts';
import { readTitle } from './titles.ts';
import { isVenue, statedVenue, venueOfBadge } from './venues.ts';

/** A passage of a row's first line that is not part of its title: brackets with a fact, a labelled link, a badge. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly take: (builder: RecordBuilder) => void;
}

/**
 * Reads the first line of a row: a title with what stands around it ("Name: Title (Venue) [links]", "[Venue] Title",
 * "Authors. Title. Venue, Year."), in whatever order. The title is what is left where the facts are taken away.
 */
export function readHead(head: MarkedText, builder: RecordBuilder): void {
  const line = withoutMarkers(head);
  const slots = slotsOf(line);
  const [first, second, ...others] = passagesBetween(line, slots);
  // "Lee, A., Chen, B. (2019). Title. …"
  const startsWithAuthors = first !== undefined && second !== undefined && isAuthorList(plain(first));
  const title = startsWithAuthors ? withoutSigns(second) : first;
  const after = startsWithAuthors || !second ? others : [second, ...others];
  if (startsWithAuthors) takePiece(builder, 'authors', first);
  if (title) readTitlePassage(title, builder);
  for (const { take } of slots) take(builder);
  for (const passage of after) takeRest(passage, builder);
}

/** Without a checkbox, a list number or an ornament before the first word. */
function withoutMarkers(head: MarkedText): MarkedText {
  const marker = /^(?:\d{1,3}[.)]\s+|\[[ xX✓✔]\]\s|[^\p{L}\p{N}"'“‘([{（【《\ufffc$*_/~.<+-]+\s*)+/u.exec(head.text);
  return marker ? sliceText(head, marker[0].length) : head;
}

function slotsOf(line: MarkedText): Slot[] {
  const brackets = bracketsOf(line).flatMap(({ start, end, inner }) => {
    const take = takerOf(inner);
    return take ? [{ start, end, take }] : [];
  });
  const within = ({ start, end }: { start: number; end: number }) =>
    brackets.some((bracket) => bracket.start <= start && end <= bracket.end);
  const others = line.marks.filter((mark) => !within(mark)).flatMap((mark) => slotOfMark(line, mark));
  return [...brackets, ...others].sort((a, b) => a.start - b.start);
}

/** What a bracket says, or null where it belongs to the title: "NVIDIA Multi-Instance GPU (MIG)". */
function takerOf(inner: MarkedText): Slot['take'] | null {
  if (/^\^[^\s\]]+$/u.test(inner.text)) return () => {}; // a footnote's sign
  const kind = pieceKind(inner);
  if (kind) return (builder) => takePiece(builder, kind, inner);
  const parts = partsOf(inner);
  const areLinks = parts.some((part) => pieceKind(part) === 'links');
  const kinds = parts.map((part) => (areLinks && isWholly('link', part) ? 'links' : pieceKind(part)));
  if (parts.length < 2 || !kinds.some((part) => part !== null && part !== 'institutions')) return null;
  return (builder) => {
    parts.forEach((part, at) => {
      const partKind = kinds[at];
      if (partKind) takePiece(builder, partKind, part);
      else takeRest(part, builder);
    });
  };
}

/** The parts of a bracket that states several facts: "OSDI 2020, Best Paper", "paper | code". */
function partsOf(inner: MarkedText): MarkedText[] {
  return cutAt(inner, /\s*[,;|·，；]\s+|\s*\|\s*|\n/gu);
}

function cutAt(passage: MarkedText, separator: RegExp): MarkedText[] {
  const links = linksOf(passage);
  const parts: MarkedText[] = [];
  let from = 0;
  for (const match of passage.text.matchAll(separator)) {
    if (links.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    parts.push(sliceText(passage, from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, sliceText(passage, from)].filter(({ text }) => text !== '');
}

/** A link that its label names ("Paper", "Code") or a badge is no part of the title it stands in. */
function slotOfMark(line: MarkedText, mark: Mark): Slot[] {
  const { start, end } = mark;
  if (mark.kind === 'image') {
    const venue = venueOfBadge(mark.url);
    return [{ start, end, take: (builder) => builder.venue(venue) }];
  }
  if (mark.kind !== 'link') return slotOfStyle(line, mark);
  const label = labelOf(line, mark);
  if (label !== '' && !label.includes('://') && !isLinkLabel(label)) return [];
  const link = sliceText(line, start, end);
  return [{ start, end, take: (builder) => builder.links(readLinks(link, builder.record.position)) }];
}

/** A place of publication set apart by its style: "Title `ICML 2022`", "Title *SOSP 2021*". */
function slotOfStyle(line: MarkedText, { start, end }: Mark): Slot[] {
  const styled = sliceText(line, start, end);
  const kind = styled.text.length < 60 ? pieceKind(styled) : null;
  if (kind !== 'venue' && kind !== 'year' && kind !== 'standing') return [];
  return [{ start, end, take: (builder) => takePiece(builder, kind, styled) }];
}

function passagesBetween(line: MarkedText, slots: readonly Slot[]): MarkedText[] {
  const passages: MarkedText[] = [];
  let from = 0;
  for (const { start, end } of slots) {
    if (start > from) passages.push(sliceText(line, from, start));
    from = Math.max(from, end);
  }
  passages.push(sliceText(line, from));
  return passages.filter((passage) => /[\p{L}\p{N}]/u.test(plain(passage)));
}

function readTitlePassage(passage: MarkedText, builder: RecordBuilder): void {
  if (readTurnedRound(passage, builder)) return;
  const { title, authors, rest } = cutTitle(passage);
  builder.name(readTitle(trimTitle(plain(title))));
  builder.titleLinks(readTitleLinks(title, builder.record.position));
  if (authors) takePiece(builder, 'authors', authors);
  for (const piece of rest) takeRest(piece, builder);
}

/** Without what joined the title to the facts behind it: "Title. In", "Title,". */
function trimTitle(title: string): string {
  return title
    .replace(/[.,;]\s+in:?$/iu, '')
    .replace(/[\s,;:|–—]+$/u, '')
    .replace(/([^.])\.$/u, '$1');
}

/** Without the punctuation that a bracket before it left at its start. */
function withoutSigns(passage: MarkedText): MarkedText {
  return sliceText(passage, /^[\s,.;:|–—-]*/u.exec(passage.text)?.[0].length ?? 0);
}

/** "What it does: [Name, Institution](paper)": the link at the end names the paper, what stands before it describes it. */
function readTurnedRound(passage: MarkedText, builder: RecordBuilder): boolean {
  const links = linksOf(passage);
  const [link] = links;
  if (!link || links.length > 1 || link.end < passage.text.length - 1) return false;
  const before = plain(sliceText(passage, 0, link.start));
  const [name = '', ...institutions] = labelOf(passage, link).split(/\s*,\s*/u);
  if (!before.endsWith(':') || before.split(' ').length < 4 || name.split(' ').length > 3) return false;
  builder.name({ title: null, shortName: name });
  builder.institutionsFrom(institutions);
  builder.titleLinks(readTitleLinks(sliceText(passage, link.start, link.end), builder.record.position));
  builder.remark(before.slice(0, -1));
  return true;
}

/** A passage behind the title: facts where it states them, a remark where it does not. */
function takeRest(passage: MarkedText, builder: RecordBuilder): void {
  const italics = passage.marks.find(
    ({ kind, start, end }) => kind === 'em' && start === 0 && end < passage.text.length,
  );
  const people = italics ? sliceText(passage, 0, italics.end) : null;
  if (italics && people && isPeople(people)) {
    takePiece(builder, 'authors', people);
    takeRest(withoutSigns(sliceText(passage, italics.end)), builder);
    return;
  }
  const kind = pieceKind(passage);
  if (kind) {
    takePiece(builder, kind, passage);
    return;
  }
  const parts = cutAt(passage, /\s*[;|·]\s+|\s*\|\s*|\.\s+(?=\S)|\s[–—-]\s|\n/gu);
  const kinds = parts.map(pieceKind);
  if (parts.length > 1 && kinds.some((part) => part !== null)) {
    parts.forEach((part, at) => {
      const partKind = kinds[at];
      if (partKind) takePiece(builder, partKind, part);
      else if (!takePeople(part, builder)) takeText(part, builder);
    });
  } else if (!takePeople(passage, builder)) takeText(passage, builder);
}

function isPeople(passage: MarkedText): boolean {
  const text = plain(passage).replace(/[\s,.;]+$/u, '');
  return isPersonName(text) || isAuthorList(text);
}

/** Takes a line that consists of facts in brackets and between them ("CVPR 2020. [[PDF](…)]"); false where it is another. */
export function takeFacts(line: MarkedText, builder: RecordBuilder): boolean {
  if (line.marks.length === 0 && !/[([{（【［]/u.test(line.text)) return false;
  const slots = slotsOf(line);
  if (slots.length === 0) return false;
  const passages = passagesBetween(line, slots).map(withoutSigns);
  if (!passages.every((passage) => pieceKind(passage) !== null || isPeople(passage))) return false;
  for (const passage of passages) takeRest(passage, builder);
  for (const { take } of slots) take(builder);
  return true;
}

/** "A. Lee, B. Chen, NSDI 2020": people, then where. */
function takePeople(passage: MarkedText, builder: RecordBuilder): boolean {
  const parts = cutAt(passage, /\s*[,，、]\s*/gu);
  const found = parts.findIndex((part) => !isPersonName(plain(part).replace(/(\p{Ll})\.$/u, '$1')));
  const count = found < 0 ? parts.length : found;
  const names = parts.slice(0, count).map(plain).join(', ');
  const place = parts.slice(count).map(plain).join(', ');
  if (count === 0 || (place !== '' && !isVenue(place))) return false;
  builder.authors(readAuthors(names));
  builder.venue(place === '' ? null : statedVenue(place));
  return true;
}

function takeText(passage: MarkedText, builder: RecordBuilder): void {
  const text = plain(passage).replace(/^[\s,.;:|–—-]+|[\s,;:|–—-]+$/gu, '');
  if (text.length > 1 && /\p{L}/u.test(text)) builder.remark(text);
}
