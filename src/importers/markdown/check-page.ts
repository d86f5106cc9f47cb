import type { Problem } from '../../model/problem.ts';
import { MAX_DEPTH } from './parse.ts';
import { pageTooDeep, pageTooLarge } from './problems.ts';

const MAX_BYTES = 5_000_000;
const MAX_BRACKETS = 1000;

const LINE_BREAK = 10;
const OPENING = 91;
const CLOSING = 93;

/** Why a page must not be parsed, or null where it may: time and memory are spent on pages that a person could have written. */
export function checkPage(text: string, path: string): Problem | null {
  // A UTF-16 unit is one byte at least and three at most, so that most pages need not be counted.
  const byteCount = text.length * 3 <= MAX_BYTES ? 0 : Buffer.byteLength(text);
  if (byteCount > MAX_BYTES) return pageTooLarge(path, { byteCount, most: MAX_BYTES });
  const line = firstLineDeeperThan(MAX_DEPTH, text) ?? firstLineOfBrackets(MAX_BRACKETS, text);
  return line === null ? null : pageTooDeep({ path, line }, MAX_DEPTH);
}

/**
 * The first line that nests list items and quotes deeper than `most`, told by indentation and signs alone. A code
 * block with a hundred list signs in steps is taken for nesting too; no page needs one.
 */
function firstLineDeeperThan(most: number, text: string): number | null {
  let open: number[] = [];
  let line = 0;
  for (let start = 0; start <= text.length; ) {
    line += 1;
    const { quoteCount, indents } = readPrefix(text, start);
    const [first] = indents;
    if (first !== undefined) open = [...open.filter((indent) => indent < first), ...indents];
    if (quoteCount + open.length > most) return line;
    const end = text.indexOf('\n', start);
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}

/**
 * The first line with more than `most` square brackets open at once: each could begin a link, and a parser looks for the end
 * of each.
 */
function firstLineOfBrackets(most: number, text: string): number | null {
  let line = 1;
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_BREAK) {
      line += 1;
      open = 0;
    } else if (code === OPENING) open += 1;
    else if (code === CLOSING && open > 0) open -= 1;
    if (open > most) return line;
  }
  return null;
}

/** The signs that a line starts with: `> ` for quotes, and the column of each `- `, `* `, `+ `, `1. `. */
function readPrefix(text: string, start: number): { quoteCount: number; indents: number[] } {
  const indents: number[] = [];
  let quoteCount = 0;
  let column = 0;
  for (let at = start; indents.length + quoteCount <= 1000; ) {
    const sign = text[at];
    if (sign === ' ' || sign === '\t') column += sign === '\t' ? 4 - (column % 4) : 1;
    else if (sign === '>') {
      quoteCount += 1;
      column += 1;
    } else {
      const length = markerLength(text, at);
      if (length === 0) break;
      indents.push(column);
      column += length;
      at += length - 1;
    }
    at += 1;
  }
  return { quoteCount, indents };
}

function markerLength(text: string, at: number): number {
  let end = at;
  while (end - at < 9 && isDigit(text[end])) end += 1;
  const sign = text[end] ?? '';
  const isMarker = end > at ? sign === '.' || sign === ')' : sign === '-' || sign === '*' || sign === '+';
  const next = text[end + 1];
  return isMarker && (next === ' ' || next === '\t' || next === '\n') ? end + 1 - at : 0;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
