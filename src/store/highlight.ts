import { fold } from '../model/text.ts';
import { type SearchPart, searchQuery, stems } from './stored-text.ts';

/** A piece of a text: a match of a search, or what stands between matches. */
export interface HighlightPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Letters of a text that is shown whole; of a longer one, a window around its first match. */
const shownWhole = 240;
const shownBefore = 80;

/** A stem of a text, and where its word stands. */
interface Word {
  readonly stem: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A text in pieces, those that a search matches told apart, as `search` matches them: words by their stems, phrases as a row of
 * them, the last word also by its beginning (of words everywhere, where `search` looks for it in names and titles alone). The pieces make up the text, or a window of it with `…` where it is cut. Empty
 * where nothing matches.
 */
export function highlight(text: string, query: string): readonly HighlightPart[] {
  const words = wordsOf(text);
  const spans = searchQuery(query).flatMap((part) => spansOf(part, words));
  const merged = mergedSpans(spans);
  const [first] = merged;
  if (first === undefined) return [];
  return partsWithin(text, merged, windowAround(text, first, words));
}

type Span = readonly [start: number, end: number];

function spansOf(part: SearchPart, words: readonly Word[]): readonly Span[] {
  const { length } = part.stems;
  return words.flatMap((_, index) => {
    const row = words.slice(index, index + length);
    const [first, last] = [row[0], row.at(-1)];
    const isFound = row.length === length && row.every((word, place) => isMatch(word, part, place));
    return isFound && first && last ? [[first.start, last.end] as const] : [];
  });
}

function isMatch({ stem, folded }: Word, { stems: wanted, beginning }: SearchPart, place: number): boolean {
  if (stem === wanted[place]) return true;
  if (beginning === null || place < wanted.length - 1) return false;
  return stem.startsWith(beginning) || folded.startsWith(beginning);
}

/** Words as they are folded for the store: scripts without spaces letter by letter. */
function wordsOf(text: string): readonly Word[] {
  const pattern =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const folded = fold(match[0]).split(' ');
    const end = match.index + match[0].length;
    return stems(match[0]).map((stem, place) => ({ stem, folded: folded[place] ?? stem, start: match.index, end }));
  });
}

/** In order; those that overlap as one. */
function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

/** Cut between words, wide enough for the whole of the first match. */
function windowAround(text: string, [start, end]: Span, words: readonly Word[]): Span {
  if (text.length <= shownWhole) return [0, text.length];
  const from = words.find((word) => word.start >= start - shownBefore)?.start ?? start;
  const to = words.findLast((word) => word.end <= from + shownWhole)?.end ?? end;
  return [start <= shownBefore ? 0 : from, Math.max(end, to)];
}

function partsWithin(text: string, spans: readonly Span[], [from, to]: Span): readonly HighlightPart[] {
  const parts: HighlightPart[] = [];
  let done = from;
  for (const [start, end] of spans.filter((span) => span[0] >= from && span[1] <= to)) {
    parts.push({ text: text.slice(done, start), isMatch: false }, { text: text.slice(start, end), isMatch: true });
    done = end;
  }
  parts.push({ text: text.slice(done, to), isMatch: false });
  const cut = (isCut: boolean) => ({ text: isCut ? '…' : '', isMatch: false });
  const all = [cut(from > 0), ...parts, cut(to < text.length)];
  return joined(all.filter((part) => part.text !== ''));
}

/** Neighbours without a match become one. */
function joined(parts: readonly HighlightPart[]): readonly HighlightPart[] {
  const done: HighlightPart[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (!last || last.isMatch || part.isMatch) done.push(part);
    else done[done.length - 1] = { text: last.text + part.text, isMatch: false };
  }
  return done;
}
