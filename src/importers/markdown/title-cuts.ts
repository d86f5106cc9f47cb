import { cutAt, type MarkedText, plain, sliceText } from './marked-text.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { pieceKind } from './pieces.ts';
import { type Span, titleSpan } from './title-spans.ts';
import { isVenue } from './venues.ts';
import { isDate, onlyYear } from './years.ts';

export interface CutTitle {
  readonly title: MarkedText;
  /** The authors, where the order of the parts shows that they are. */
  readonly authors?: MarkedText;
  /** What stood before and behind the title, in order. */
  readonly rest: readonly MarkedText[];
}

/** The title within a passage that also says who wrote it, where or when: the quoted, linked or bold words where they are a title's length, else what is left without the facts at both ends. */
export function cutTitle(passage: MarkedText): CutTitle {
  const span = titleSpan(passage);
  return span ? cutSpan(passage, span) : cutPlain(passage);
}

function cutSpan(passage: MarkedText, { start, end }: Span): CutTitle {
  const title = sliceText(passage, start, end);
  const before = withoutSeparators(sliceText(passage, 0, start));
  const after = withoutSeparators(sliceText(passage, end));
  const isPeople = isPersonName(plain(before)) || isAuthorList(plain(before));
  if (isPeople) return { title, authors: before, rest: [after].filter(hasWords) };
  const isVerb = /^\S+$/u.test(before.text) && pieceKind(before) === null;
  return { title, rest: (isVerb ? [after] : [before, after]).filter(hasWords) };
}

function cutPlain(passage: MarkedText): CutTitle {
  const rest: MarkedText[] = [];
  let title = passage;
  let authors: MarkedText | undefined;
  for (const cut of [cutBar, cutLeadingFact, cutSentences, cutBy, cutTail, cutDashes]) {
    const result = cut(title);
    if (!result) continue;
    title = result.title;
    authors ??= result.authors;
    rest.push(...result.rest);
  }
  const others = rest.map(withoutSeparators).filter(hasWords);
  return authors ? { title, authors, rest: others } : { title, rest: others };
}

type Cut = (passage: MarkedText) => CutTitle | null;

/** "Title | Venue | Authors": a bar never stands within a title. */
const cutBar: Cut = (passage) => {
  const [title, ...rest] = cutAt(passage, /\s*[|｜]\s*/gu);
  return title && rest.length > 0 ? firstTitle(title, rest) : null;
};

/** "OSDI'20: Title", "2023 - Title". */
const cutLeadingFact: Cut = (passage) => {
  const match = /^(.{2,40}?)\s*(?:[:：]\s+|\s[–—-]\s|,\s)(?=\S)/u.exec(passage.text);
  const before = match?.[1] ?? '';
  if (!match || !(isVenue(before) || onlyYear(before) !== null || isDate(before))) return null;
  return { title: sliceText(passage, match[0].length), rest: [sliceText(passage, 0, before.length)] };
};

/** "Authors. Title. Venue, Year." and "Title. Authors. Venue." */
const cutSentences: Cut = (passage) => {
  const parts = cutAt(passage, /(?<=[\p{Ll}\p{N})”"’]{2}|\p{Lu}{3}|et al)[.。]\s+(?=\S)/gu);
  if (parts.length < 2) return null;
  const [first, second, ...rest] = parts;
  if (!first || !second) return null;
  const isPerson = isPersonName(plain(first)) && pieceKind(second) === null && second.text.split(' ').length >= 3;
  if (isPerson || isAuthorList(plain(first))) return { title: second, authors: first, rest };
  return [second, ...rest].some((part) => pieceKind(part) !== null) ? { title: first, rest: [second, ...rest] } : null;
};

/** "Title, by A. Lee and B. Chen" */
const cutBy: Cut = (passage) => {
  const match = /[,.]?\s+by\s+(.+?)\s*\.?$/u.exec(passage.text);
  const names = match?.[1] ?? '';
  if (!match || !(isPersonName(names) || isAuthorList(names))) return null;
  return {
    title: sliceText(passage, 0, match.index),
    rest: [sliceText(passage, match.index + match[0].indexOf('by'))],
  };
};

/** "Title, A. Lee, B. Chen, OSDI 2020": facts behind the last commas. */
const cutTail: Cut = (passage) => {
  const parts = cutAt(passage, /\s*[,，]\s+/gu);
  let kept = parts.length;
  while (kept > 1 && isPlaceOrTime(parts[kept - 1])) kept -= 1;
  let people = kept;
  while (people > 1 && isPersonName(plain(parts[people - 1] ?? passage).replace(/^and\s+/u, ''))) people -= 1;
  const isAuthors = kept - people >= 2;
  const first = isAuthors ? people : kept;
  if (first === parts.length) return null;
  const offset = startOf(passage, parts, first);
  const placeOffset = startOf(passage, parts, kept);
  const rest = isAuthors ? [sliceText(passage, offset, placeOffset), ...parts.slice(kept)] : parts.slice(kept);
  return { title: withoutSeparators(sliceText(passage, 0, offset)), rest };
};

/** "Name - Title - Venue": a dash ends a title where a fact follows it. */
const cutDashes: Cut = (passage) => {
  const parts = cutAt(passage, /\s+(?:[–—-]|--|@|·)\s+/gu);
  const fact = parts.findIndex((part, at) => at > 0 && pieceKind(part) !== null);
  if (fact < 0) return null;
  return { title: withoutSeparators(sliceText(passage, 0, startOf(passage, parts, fact))), rest: parts.slice(fact) };
};

function isPlaceOrTime(part: MarkedText | undefined): boolean {
  const text = part ? plain(part).replace(/\.$/u, '') : '';
  return isVenue(text) || onlyYear(text) !== null || isDate(text);
}

function firstTitle(title: MarkedText, rest: readonly MarkedText[]): CutTitle {
  const kind = pieceKind(title);
  const [second, ...others] = rest;
  return second && (kind === 'venue' || kind === 'year' || kind === 'date')
    ? { title: second, rest: [title, ...others] }
    : { title, rest };
}

/** Where the part of that index begins in its passage. */
function startOf({ text }: MarkedText, parts: readonly MarkedText[], index: number): number {
  let from = 0;
  for (const part of parts.slice(0, index)) from = text.indexOf(part.text, from) + part.text.length;
  const next = parts[index];
  return next ? text.indexOf(next.text, from) : text.length;
}

function withoutSeparators(passage: MarkedText): MarkedText {
  const start = /^[\s,.;:：|–—"”“@·-]*/u.exec(passage.text)?.[0].length ?? 0;
  const end = /[\s,;:：|–—"“@·-]*$/u.exec(passage.text)?.index ?? passage.text.length;
  return sliceText(passage, start, Math.max(start, end));
}

function hasWords(passage: MarkedText): boolean {
  return /[\p{L}\p{N}]/u.test(plain(passage));
}
