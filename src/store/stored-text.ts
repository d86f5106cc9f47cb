import { stemmer } from 'stemmer';
import { fold } from '../model/text.ts';

/**
 * Text as it is stored for searching, the same on every engine: stems between single spaces, fields between bars, a
 * space at both ends. A word is in the text where ` stem ` is, a phrase where its stems stand in a row.
 */
export function searchText(fields: readonly string[]): string {
  return ` ${fields.map((field) => stems(field).join(' ')).join(' | ')} `;
}

/**
 * What a search text must contain, each part with a space at both ends: one part a word, one part a "quoted phrase".
 * Empty where the query has no letter or digit.
 */
export function searchParts(query: string): readonly string[] {
  const parts = [...query.matchAll(/"([^"]*)"|([^\s"]+)/g)].map((match) => stems(match[1] ?? match[2] ?? ''));
  return [...new Set(parts.filter((words) => words.length > 0).map((words) => ` ${words.join(' ')} `))];
}

/** One part of what a search asks for: a word or a "quoted phrase", as stems. */
export interface SearchPart {
  readonly stems: readonly string[];
  /** Of the last word: it also matches words that begin with these letters, folded. Null for every other part. */
  readonly beginning: string | null;
}

/** Shorter words are in too many names for their beginnings to tell anything. */
const shortestBeginning = 3;

/**
 * The parts of a search, in order and each once. The last one is also taken as the beginning of a word, where it is not quoted
 * and has three letters or more. Empty where the query has no letter or digit.
 */
export function searchQuery(query: string): readonly SearchPart[] {
  const stated = [...query.matchAll(/"([^"]*)"|([^\s"]+)/g)];
  const parts = stated.map(([, quoted, word = ''], index) => {
    const last = fold(word).split(' ').at(-1) ?? '';
    const isBegun = index === stated.length - 1 && quoted === undefined && last.length >= shortestBeginning;
    return { stems: stems(quoted ?? word), beginning: isBegun ? last : null };
  });
  return parts.filter(({ stems: { length } }, index) => length > 0 && !isRepeated(parts, index));
}

function isRepeated(parts: readonly SearchPart[], index: number): boolean {
  const said = parts[index]?.stems.join(' ');
  return parts.some((part, place) => place > index && part.stems.join(' ') === said);
}

/** Porter's stems of the words; scripts that do not part words by spaces are taken letter by letter. */
export function stems(text: string): readonly string[] {
  return fold(text)
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' $& ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => stemmer(word));
}

const unknownYear = 9999;
/** More than any paper is cited; greater counts stand with it. */
const unknownCount = 9_999_999;

interface OrderedPaper {
  readonly key: string;
  readonly title: string;
  readonly year: number | null;
  readonly citedByCount: number | null;
}

/**
 * The stored keys that serve the orders of papers. Each is walked in its own direction; equal values stand by key
 * ascending in both, and an unknown value comes last in both.
 */
export function orderKeys({ key, title, year, citedByCount }: OrderedPaper) {
  const folded = fold(title) || title;
  return {
    yearAscending: `${year ?? unknownYear}|${key}`,
    yearDescending: `${year === null ? unknownYear : unknownYear - year}|${key}`,
    citedByCountAscending: `${counted(citedByCount ?? unknownCount)}|${key}`,
    citedByCountDescending: `${counted(citedByCount === null ? unknownCount : unknownCount - 1 - citedByCount)}|${key}`,
    titleAscending: `${folded}|${key}`,
    titleDescending: `${folded}|${inverted(key)}`,
  };
}

function counted(count: number): string {
  return String(Math.max(0, count)).padStart(7, '0');
}

/** What a filter by part of a name searches. */
export function namesFolded(names: readonly string[]): string {
  return names.map(fold).join(' | ');
}

/** The stored key for named things, in the order of their names. */
export function nameOrderKeys({ key, name }: { key: string; name: string }) {
  const folded = fold(name) || name;
  return { nameAscending: `${folded}|${key}`, nameDescending: `${folded}|${inverted(key)}` };
}

/** Turns the order of keys round, so that walking down another field still meets them upwards. The end mark puts a key before its extensions. */
function inverted(key: string): string {
  const codes = [...key].map((letter) => Math.max(0x20, 0x9e - (letter.codePointAt(0) ?? 0)));
  return `${String.fromCharCode(...codes)}\u007f`;
}
