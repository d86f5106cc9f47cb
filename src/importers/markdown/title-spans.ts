import { linksOf, type Mark, type MarkedText, plain, sliceText } from './marked-text.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { pieceKind } from './pieces.ts';
import { isVenue } from './venues.ts';
import { isDate } from './years.ts';

/** Where a title stands in a passage. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The quoted, linked, bold or italic words of a passage that are its title, or null where its form does not show one. */
export function titleSpan(passage: MarkedText): Span | null {
  return (
    quotedTitle(passage) ??
    markedTitle(passage, linksOf(passage)) ??
    markedTitle(passage, marksOf(passage, 'strong')) ??
    italicTitle(passage)
  );
}

/** A title in quotation marks. Quoted words that a colon follows begin a title instead. */
function quotedTitle({ text }: MarkedText): Span | null {
  const quoted =
    /["“”„«「『《]([^"“”„«»「」『』《》]{8,})["”“»」』》]/u.exec(text) ??
    /(?:^|(?<=[\s(]))['‘]([^'‘]{8,}?)['’](?=$|[\s,.;])/u.exec(text);
  if (!quoted?.[1]) return null;
  const start = quoted.index + 1;
  const end = start + quoted[1].length;
  const before = text.slice(0, quoted.index).trim();
  const after = text.slice(end + 1).trimStart();
  // Two quoted words may be anything, unless authors stand before them.
  const isLong =
    quoted[1].split(' ').length >= 3 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{5}/u.test(quoted[1]);
  if (!isLong && !isAuthorList(before.replace(/[\s.,:]+$/u, ''))) return null;
  const isWholeTitle =
    !/^[:：]/u.test(after) && (before === '' || isAuthorList(before) || /[.,:：，。)）]$/u.test(before));
  return isWholeTitle && !/^\p{Ll}/u.test(after.replace(/^(?:in|by|at)(?:\s|$)/u, '')) ? { start, end } : null;
}

/** Marked words that are a title, with the short name that stands before them ("Name: [Title](…)"). */
function markedTitle(passage: MarkedText, marks: readonly Mark[]): Span | null {
  const mark = marks.find((each) => isTitleLength(plain(sliceText(passage, each.start, each.end))));
  const { text } = passage;
  // "[Name of Three Words](…): What It Does": the mark covers the short name alone.
  const isName =
    mark &&
    mark.start === 0 &&
    isShortName(plain(sliceText(passage, 0, mark.end))) &&
    /^\s*[:：]\s*\S/u.test(text.slice(mark.end));
  if (isName) return null;
  if (mark) {
    const before = text.slice(0, mark.start);
    const name = before.replace(/[:：]\s*$/u, '');
    const isNamed = /^[^.,]{1,40}[:：]\s*$/u.test(before) && !isVenue(name) && !isDate(name) && isNameBeforeColon(name);
    return { start: isNamed ? 0 : mark.start, end: mark.end };
  }
  const [first] = marks;
  // Marked words at the start that nothing joins to what follows are the whole title.
  if (!first || first.start > 0 || /^\s*(?:[:：]|[–—-]\s)/u.test(text.slice(first.end))) return null;
  return /^\s*(?:$|[,.;|(]|by\s)/u.test(text.slice(first.end)) ? { start: 0, end: first.end } : null;
}

/** "PGM", "Deep Compression": what stands before a title's colon, unless it is a number or people. */
function isNameBeforeColon(name: string): boolean {
  return /\p{L}/u.test(name) && !isAuthorList(name);
}

function isShortName(text: string): boolean {
  return text.split(' ').length <= 4 && !text.includes(':');
}

function isTitleLength(text: string): boolean {
  return (
    text.split(' ').length >= 3 ||
    /\p{Script=Han}{6}|[\p{Script=Hiragana}\p{Script=Katakana}]{6}|\p{Script=Hangul}{2,}\s\p{Script=Hangul}{2,}/u.test(
      text,
    )
  );
}

/** "A. Lee, *Title*, …": italics are a title behind authors, else they may be anything. */
function italicTitle(passage: MarkedText): Span | null {
  const [first] = marksOf(passage, 'em');
  const before = first ? plain(sliceText(passage, 0, first.start)).replace(/[\s,.:]+$/u, '') : '';
  const isRead = /^(?:re-?)?(?:read|reading|finished|skimmed)$/iu.test(before);
  if (!first) return null;
  const words = plain(sliceText(passage, first.start, first.end));
  const isLeading =
    first.start === 0 && /^\s*[,.]\s/u.test(passage.text.slice(first.end)) && !isAuthorList(words) && !isVenue(words);
  const isSurname = /^\p{Lu}\p{Ll}+$/u.test(before) && /,\s*$/u.test(passage.text.slice(0, first.start));
  const arePeople = isPersonName(before) || pieceKind(sliceText(passage, 0, first.start)) === 'authors';
  if (!(isLeading || isSurname || isRead || arePeople)) return null;
  return isTitleLength(words) ? first : null;
}

function marksOf({ marks }: MarkedText, kind: Mark['kind']): Mark[] {
  return marks.filter((mark) => mark.kind === kind);
}
