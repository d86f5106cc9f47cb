import { collapse } from '../../model/text.ts';
import { withoutLatex } from './latex.ts';
import type { Inline, Style } from './tree.ts';

/**
 * Running text with its markup beside it: a recogniser reads `text` as a person does, and asks `marks` what a part of
 * it was. White space is single spaces; `\n` is a line break that the author wrote.
 */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** `start` and `end` are offsets in the text. An image stands there as one `IMAGE` character. */
export type Mark =
  | { readonly kind: Style | 'code'; readonly start: number; readonly end: number }
  | LinkMark
  | {
      readonly kind: 'image';
      readonly url: string;
      readonly alt: string;
      readonly start: number;
      readonly end: number;
    };

export interface LinkMark {
  readonly kind: 'link';
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** A line longer than this is no row of a list, and is kept as text without looking for facts in it. */
export const MAX_LINE = 2000;

/** Where a line of the page ends within a paragraph: a space to Markdown, and to most authors. */
export const SOFT_BREAK = '\u2028';

const IMAGE = '\ufffc';
/** A line that begins with the label of a fact, as notes applications export properties. */
const LABELLED =
  /^(?:authors?|venue|year|conference|journal|url|links?|paper|code|status|date|published|institutions?|affiliations?|tags|title):\s/i;
/** A line that says what stands on the line above it. */
const DEFINITION = /^\s*: /;
/** White space other than single spaces. */
const UNEVEN = / {2}|[^\S ]|[\u200b\u2060]/u;
const UNUSUAL = /[\ufffc\n$]/u;

/** What a person would copy out: the text on one line, without images and signs of formulas. */
export function plain({ text }: { readonly text: string }): string {
  // Most texts hold none of what has to go, and a page has many.
  return UNUSUAL.test(text) ? collapse(withoutLatex(text.replaceAll(IMAGE, ' '))) : text.trim();
}

/**
 * The text of inlines, with their marks in the order they begin, an outer mark before the marks within it. Layouts ask for
 * the same paragraph in turn, so it is written once.
 */
export function markedText(inlines: readonly Inline[]): MarkedText {
  const known = WRITTEN.get(inlines);
  if (known) return known;
  const writer = new Writer();
  writer.write(inlines);
  const text = writer.finish();
  WRITTEN.set(inlines, text);
  return text;
}

const WRITTEN = new WeakMap<readonly Inline[], MarkedText>();

/** The part of a text from `start` to `end` without white space at its ends; marks are cut to it. */
export function sliceText({ text, marks }: MarkedText, start: number, end = text.length): MarkedText {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isSpace(text[from])) from += 1;
  while (to > from && isSpace(text[to - 1])) to -= 1;
  if (from === 0 && to === text.length) return { text, marks };
  if (marks.length === 0) return { text: text.slice(from, to), marks };
  const kept = marks
    .filter((mark) => mark.start < to && mark.end > from)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from }));
  return { text: text.slice(from, to), marks: kept };
}

/** The lines of a text, empty ones left out. */
export function linesOf({ text, marks }: MarkedText): MarkedText[] {
  if (!text.includes('\n')) return text === '' ? [] : [{ text, marks }];
  const lines: MarkedText[] = [];
  let start = 0;
  let waiting = 0;
  let within: readonly Mark[] = [];
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const begun = waiting;
    while ((marks[waiting]?.start ?? Number.POSITIVE_INFINITY) < end) waiting += 1;
    // Only marks that reach this line are looked at again, so a long cell takes time in its length alone.
    within = [...within.filter((mark) => mark.end > start), ...marks.slice(begun, waiting)];
    const part = sliceText({ text, marks: within }, start, end);
    if (part.text !== '') lines.push(part);
    start = end + 1;
  }
  return lines;
}

/** The parts of a text between separators that are not within a link, empty ones left out. */
export function cutAt(passage: MarkedText, separator: RegExp): MarkedText[] {
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

/** The links of a text, in order; images are none. */
export function linksOf({ marks }: MarkedText): LinkMark[] {
  return marks.filter((mark): mark is LinkMark => mark.kind === 'link');
}

/** Whether all letters and digits of the text are within marks of that kind. */
export function isWholly(kind: Mark['kind'], { text, marks }: MarkedText): boolean {
  const ofKind = marks.filter((mark) => mark.kind === kind);
  let at = 0;
  for (const { start, end } of ofKind) {
    if (hasWord(text.slice(at, start))) return false;
    at = Math.max(at, end);
  }
  return ofKind.length > 0 && !hasWord(text.slice(at));
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n';
}

class Writer {
  #parts: string[] = [];
  #length = 0;
  #last = '\n';
  #lineStart = 0;
  #firstPart = 0;
  #isLined = false;
  #isLineEnding = false;
  readonly #marks: Mark[] = [];

  write(inlines: readonly Inline[]): void {
    for (const inline of inlines) this.#writeOne(inline);
  }

  finish(): MarkedText {
    return sliceText({ text: this.#parts.join(''), marks: this.#marks.filter(({ start, end }) => end > start) }, 0);
  }

  #writeOne(inline: Inline): void {
    if (inline.kind === 'text') this.#add(inline.text);
    else if (inline.kind === 'break') this.#break();
    else {
      this.#endLine(beginningOf(inline));
      const place = this.#marks.length;
      const start = this.#length;
      this.#marks.push({ kind: 'code', start, end: start });
      if (inline.kind === 'code') this.#add(inline.text);
      else if (inline.kind === 'image') this.#add(IMAGE);
      else this.write(inline.children);
      this.#marks[place] = markOf(inline, start, this.#length);
    }
  }

  #add(text: string): void {
    text.split(SOFT_BREAK).forEach((line, index) => {
      if (index > 0) this.#isLineEnding = true;
      if (line === '') return;
      const isDefinition = this.#isLineEnding && DEFINITION.test(line);
      this.#endLine(line);
      this.#addLine(isDefinition ? line.replace(DEFINITION, '') : line);
    });
  }

  /**
   * What the end of a line of the page means, told by that line and the next one's beginning: a line of its own is a linked
   * or bold title with its authors below, a labelled fact, and a term with its definition (": text") below.
   */
  #endLine(next: string): void {
    if (!this.#isLineEnding) return;
    this.#isLineEnding = false;
    const [first = '', second = ''] = this.#parts.slice(this.#firstPart, this.#firstPart + 2);
    // Who writes one fact a line does so to the end of the paragraph.
    this.#isLined ||=
      DEFINITION.test(next) || LABELLED.test(next) || LABELLED.test(first + second) || this.#isTitleLine();
    if (this.#isLined) this.#break();
    else this.#addLine(' ');
  }

  /** "**Title** — *Best Paper*": marked words to the end of the line. */
  #isMarkedAlso(title: Mark): boolean {
    const last = this.#marks.at(-1);
    return last !== undefined && last !== title && last.end === this.#length && last.start - title.end <= 4;
  }

  #isTitleLine(): boolean {
    for (let at = this.#marks.length - 1; at >= 0; at -= 1) {
      const mark = this.#marks[at];
      if (!mark || mark.start < this.#lineStart) return false;
      const isMarked = mark.kind === 'link' || mark.kind === 'strong';
      const isMost = (mark.end - mark.start) * 10 >= (this.#length - this.#lineStart) * 7 || this.#isMarkedAlso(mark);
      if (isMarked && mark.start - this.#lineStart <= 2 && isMost && mark.end - mark.start >= 16) return true;
    }
    return false;
  }

  #addLine(text: string): void {
    let added = UNEVEN.test(text) ? text.replace(/[\s\u00a0\u200b\u2060\ufeff]+/gu, ' ') : text;
    if (added.startsWith(' ') && isSpace(this.#last)) added = added.slice(1);
    if (added === '') return;
    this.#parts.push(added);
    this.#length += added.length;
    this.#last = added.slice(-1);
  }

  #break(): void {
    this.#parts.push('\n');
    this.#length += 1;
    this.#lineStart = this.#length;
    this.#firstPart = this.#parts.length;
    this.#last = '\n';
  }
}

/** The first words of an inline, as far as they show a label. */
function beginningOf(inline: Exclude<Inline, { kind: 'text' | 'break' }>): string {
  if (inline.kind === 'code') return inline.text;
  if (inline.kind === 'image') return '';
  const [first] = inline.children;
  // A bold label may have its colon behind it.
  return first?.kind === 'text' ? `${first.text}: ` : '';
}

function markOf(inline: Exclude<Inline, { kind: 'text' | 'break' }>, start: number, end: number): Mark {
  if (inline.kind === 'code') return { kind: 'code', start, end };
  if (inline.kind === 'styled') return { kind: inline.style, start, end };
  if (inline.kind === 'image') return { kind: 'image', url: inline.url, alt: inline.alt, start, end };
  return { kind: 'link', url: inline.url, start, end };
}
