import { findConference } from '../../model/names/conference-names.ts';
import { saysNothing, takeRest, withoutSigns } from './behind-title.ts';
import { type Bracketed, bracketsOf } from './brackets.ts';
import { type Fact, factsOf, isPeople, takeFacts } from './facts.ts';
import { areInstitutions } from './institutions.ts';
import { isLinkLabel } from './link-kinds.ts';
import { cutAt, isWholly, linksOf, type Mark, type MarkedText, plain, sliceText } from './marked-text.ts';
import { isEmptyLabel, readLinks } from './paper-links.ts';
import { isPersonName } from './people.ts';
import { labelOf, pieceKind, takeBadge, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';
import { isVenue } from './venues.ts';
import { onlyYear } from './years.ts';

/** A passage of a row's first line that is not part of its title: brackets with a fact, a labelled link, a badge. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly take: (builder: RecordBuilder) => void;
}

/** The passages of a line that state facts, in order. */
export function slotsOf(line: MarkedText): Slot[] {
  const brackets = bracketsOf(line).flatMap(({ start, end, inner }) => {
    const take = isWithinFact(line.text, { start, end, inner }) ? null : takerOf(inner);
    return take ? [{ start, end, take }] : [];
  });
  const within = ({ start, end }: { start: number; end: number }) =>
    brackets.some((bracket) => bracket.start <= start && end <= bracket.end);
  const others = line.marks.filter((mark) => !within(mark)).flatMap((mark) => slotOfMark(line, mark));
  return [...brackets, ...others].sort((a, b) => a.start - b.start);
}

/**
 * A bracket that belongs to the fact around it: the institution of the person before it ("A. Lee (NBU)"), the year of a volume
 * ("18.7 (2006): 1527-1554") or of a name ("SISAP (2021)"), the acronym of a conference ("Symposium on Things (SOT), 2020").
 */
function isWithinFact(
  text: string,
  { start, end, inner: marked }: Pick<Bracketed, 'start' | 'end' | 'inner'>,
): boolean {
  if (linksOf(marked).length > 0) return false;
  const inner = plain(marked);
  const before = text.slice(Math.max(0, start - 200), start).trimEnd();
  const last = before.split(/\s*(?:[,，;.:：]\s|\sand\s|\s&\s)\s*/u).at(-1) ?? '';
  if (onlyYear(inner) !== null || /^\d+$/u.test(inner))
    return (
      /\d$/u.test(before) ||
      /^:\s*\d/u.test(text.slice(end)) ||
      /^\p{Lu}[\p{L}&]*\p{Lu}$/u.test(last) ||
      isJournal(last, before)
    );
  if (isPersonName(last.replace(/ et al$/u, '')) && !isVenue(inner) && areInstitutions(inner, { isUsual: true }))
    return true;
  return (
    findConference(inner) !== undefined &&
    /\b(?:conference|symposium|workshop|transactions|journal|proceedings)\b/iu.test(before.slice(-140))
  );
}

/** ", Physical Review A (1995)": a few capitalised words between a comma and a year. */
function isJournal(text: string, before: string): boolean {
  const words = text.split(' ');
  const areNames = words.every((word) => /^\p{Lu}|^(?:of|on|the|in|and)$/u.test(word));
  const isName = findConference(text) !== undefined || (words.length > 1 && /\p{Ll}{3}/u.test(text));
  const isBehindSign = /[,.]\s$/u.test(before.slice(0, before.length - text.length));
  return areNames && isName && words.length <= 6 && isBehindSign && !isPersonName(text);
}

/** What a bracket says, or null where it belongs to the title: "NVIDIA Multi-Instance GPU (MIG)". */
function takerOf(inner: MarkedText): Slot['take'] | null {
  // A footnote's sign, or the pages of a citation.
  if (/^\^[^\s\]]+$|^(?:pp?\.|pages?|article) \d[\d–—-]*$/iu.test(inner.text)) return () => {};
  const kind = pieceKind(inner);
  if (kind) return (builder) => takePiece(builder, kind, inner);
  // "[`segmentation`]": a tag, no part of the title.
  if (isWholly('code', inner)) return (builder) => builder.remark(plain(inner));
  const facts = factsOf(inner);
  if (facts) return facts.some(({ kind }) => kind !== 'institutions') ? (builder) => takeFacts(facts, builder) : null;
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
    return [{ start, end, take: (builder) => takeBadge(mark.url, builder) }];
  }
  if (mark.kind !== 'link') return slotOfStyle(line, mark);
  const label = labelOf(line, mark);
  if (!isEmptyLabel(label) && label !== '' && !label.includes('://') && !isLinkLabel(label)) return [];
  const link = sliceText(line, start, end);
  return [{ start, end, take: (builder) => builder.links(readLinks(link, builder.record.position)) }];
}

/** A place of publication set apart by its style: "Title `ICML 2022`", "Title *SOSP 2021*". */
function slotOfStyle(line: MarkedText, { start, end }: Mark): Slot[] {
  const styled = sliceText(line, start, end);
  const kind = styled.text.length < 160 ? pieceKind(styled) : null;
  if (kind !== 'venue' && kind !== 'year' && kind !== 'date' && kind !== 'standing') return [];
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

/** Takes a line that consists of facts, in brackets and between them ("CVPR 2020. [[PDF](…)]"); false where it is another. */
export function takeLineOfFacts(line: MarkedText, builder: RecordBuilder): boolean {
  const slots = line.marks.length === 0 && !/[([{（【［]/u.test(line.text) ? [] : slotsOf(line);
  const passages = passagesBetween(line, slots)
    .map(withoutSigns)
    .filter((passage) => !saysNothing(plain(passage)));
  // A name of two words alone on a line may be anything's.
  if (slots.length === 0 && passages.some((passage) => isPersonName(plain(passage)))) return false;
  const facts = passages.map(factsInLine);
  if (facts.includes(null)) return false;
  for (const each of facts) takeFacts(each ?? [], builder);
  for (const { take } of slots) take(builder);
  return true;
}

/** The facts of a passage, which a full stop, a bar or a dash may part too: "A. Lee, B. Chen. ICCV 2015". */
function factsInLine(passage: MarkedText): readonly Fact[] | null {
  const facts = factsOf(passage);
  if (facts) return facts;
  if (isPeople(passage)) return [{ kind: 'authors', piece: passage }];
  const parts = cutAt(passage, /\s*[;|｜·]\s*|(?<!\b\p{Lu})\.\s+(?=\S)|\s(?:[–—@]|-{1,2})\s/gu);
  if (parts.length < 2 || parts.length > 8) return null;
  const found = parts.map((part) => (isPeople(part) ? ([{ kind: 'authors', piece: part }] as const) : factsOf(part)));
  return found.includes(null) ? null : found.flatMap((each) => each ?? []);
}
