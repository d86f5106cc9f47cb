import { bracketsOf } from './brackets.ts';
import { isLinkLabel } from './link-kinds.ts';
import { cutAt, isWholly, type Mark, type MarkedText, plain, sliceText } from './marked-text.ts';
import { readLinks } from './paper-links.ts';
import { labelOf, pieceKind, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { isPeople, takeRest, withoutSigns } from './rest.ts';
import { venueOfBadge } from './venues.ts';

/** A passage of a row's first line that is not part of its title: brackets with a fact, a labelled link, a badge. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly take: (builder: RecordBuilder) => void;
}

/** The passages of a line that state facts, in order. */
export function slotsOf(line: MarkedText): Slot[] {
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

/** What stands between the slots of a line, where it holds words. */
export function passagesBetween(line: MarkedText, slots: readonly Slot[]): MarkedText[] {
  const passages: MarkedText[] = [];
  let from = 0;
  for (const { start, end } of slots) {
    if (start > from) passages.push(sliceText(line, from, start));
    from = Math.max(from, end);
  }
  passages.push(sliceText(line, from));
  return passages.filter((passage) => /[\p{L}\p{N}]/u.test(plain(passage)));
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
