import { linksOf, type MarkedText, sliceText } from './marked-text.ts';

/** A passage in brackets of any kind; `inner` is what stands between them. */
export interface Bracketed {
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
  readonly sign: string;
  readonly inner: MarkedText;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['【', '】'],
  ['［', '］'],
]);
const CLOSERS = new Set(CLOSING.values());

/**
 * The outermost bracketed passages of a text, in order. Brackets within a link's own text are part of the link, and a
 * bracket without its other half is text.
 */
export function bracketsOf(marked: MarkedText): Bracketed[] {
  const found: { start: number; end: number; depth: number }[] = [];
  const open: { sign: string; start: number }[] = [];
  const links = linksOf(marked).values();
  let link = links.next();
  for (let at = 0; at < marked.text.length; at += 1) {
    while (!link.done && link.value.end <= at) link = links.next();
    if (!link.done && link.value.start === at) {
      at = link.value.end - 1;
      continue;
    }
    const sign = marked.text[at] ?? '';
    if (CLOSING.has(sign)) open.push({ sign, start: at });
    else if (CLOSERS.has(sign)) {
      const opened = open.findLastIndex((bracket) => CLOSING.get(bracket.sign) === sign);
      const bracket = open[opened];
      if (bracket && open.length - opened <= 20) {
        open.length = opened;
        found.push({ start: bracket.start, end: at + 1, depth: opened });
      }
    }
  }
  return outermost(found).map(({ start, end }) => ({
    start,
    end,
    sign: marked.text[start] ?? '',
    inner: sliceText(marked, start + 1, end - 1),
  }));
}

function outermost(found: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = [];
  // Inner passages end before outer ones, so that an outer one displaces what it holds.
  for (const passage of found) {
    while ((kept.at(-1)?.start ?? -1) > passage.start) kept.pop();
    kept.push(passage);
  }
  return kept;
}
