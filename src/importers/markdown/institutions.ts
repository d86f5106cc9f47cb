import { countryCodeOf } from '../../model/names/countries.ts';
import { findInstitution } from '../../model/names/institution-names.ts';
import { collapse, fold } from '../../model/text.ts';

export interface StatedInstitutions {
  /** Names as written, in order, each once. */
  readonly names: readonly string[];
  /** What the text says in place of names ("Many others"), as written. */
  readonly placeholders: readonly string[];
}

const PLACEHOLDER =
  /^(?:(?:and |from )?(?:many|several|various|multiple|different|numerous|some)(?: (?:others?|more|groups?|institutions?|institutes?|organi[sz]ations?|universities|companies|teams?|labs?))?|(?:and )?(?:others?|more|etc)|et al)$/u;

const NOTHING_STATED = new Set(['n a', 'na', 'tbd', 'tba', 'unknown', 'none', 'null', 'institution', 'institutions']);

/** Whether a text stands for institutions without naming any: "Many others", "Various...", "Multiple groups". */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(fold(text));
}

/** The institutions that items name; an item can name several. */
export function readInstitutions(items: readonly string[]): StatedInstitutions {
  const names = new Set<string>();
  const placeholders: string[] = [];
  // Where each has an item of its own, or "&" separates, a comma is part of a name.
  const separated = items.length > 1 || items.some((item) => /\s&\s/u.test(item));
  for (const part of items.flatMap((item) => (separated ? splitAtAnd(item) : splitNames(item)))) {
    const { name, rest } = cutRest(part);
    if (rest !== null) placeholders.push(rest);
    if (/[\p{L}\p{N}]/u.test(name) && !NOTHING_STATED.has(fold(name))) names.add(name);
  }
  return { names: [...names], placeholders };
}

function splitAtAnd(item: string): string[] {
  return item.split(/\s&\s|\s*[;；、|]\s*/u).map(collapse);
}

const SURE = /\s*[;；、|]\s*/u;
const COMMA = /\s*[,，]\s*(?:and\s+|&\s*)?/u;
const AND = /\s+and\s+/u;
const SLASH = /\s*[/+]\s*/u;
/** No institution's name, nor a cell that names a few, is longer. */
const MAX_LENGTH = 1000;

/** An item without "&": what separates names in it is what leaves names on both of its sides. */
function splitNames(item: string): string[] {
  const text = collapse(item);
  if (text.length > MAX_LENGTH || findInstitution(text)) return [text];
  for (const separator of [SURE, COMMA, AND, SLASH]) {
    const parts = text.split(separator).filter((part) => part !== '');
    if (parts.length > 1 && areNames(parts, separator)) return parts.flatMap(splitNames);
  }
  return [text];
}

function areNames(parts: readonly string[], separator: RegExp): boolean {
  if (separator === SURE) return true;
  // "Science and Technology" is within a name, so "and" needs names that are known.
  const isName = separator === AND ? (part: string) => findInstitution(part) !== undefined : looksLikeInstitution;
  const all = parts.every(
    (part) => isName(part) || isPlaceholder(part) || (part.includes(' and ') && splitNames(part).every(isName)),
  );
  return all && (separator !== COMMA || !parts.some((part, at) => at > 0 && isPlaceOf(parts[at - 1] ?? '', part)));
}

const UNIT =
  /\b(?:institutes?|department|dept\.?|school|faculty|college of|laborator(?:y|ies)|labs?|cent(?:er|re)|group|division|research)\b/iu;
const WHOLE = /\b(?:universit\p{L}+|academy|CAS)\b/iu;
/** Cities that give a university its usual name. */
const CITY = /^(?:Cambridge|Oxford|Princeton|Edinburgh|Toronto|Berkeley|Sydney|Pittsburgh|Amsterdam|Manchester)$/u;

/** "Institute of Software, Chinese Academy of Sciences" is one institution within another, not two. */
function isPlaceOf(unit: string, whole: string): boolean {
  const inner = findInstitution(unit);
  const outer = findInstitution(whole);
  const isUnit = UNIT.test(unit) && !WHOLE.test(unit);
  if (isUnit && CITY.test(whole)) return true;
  if (inner && outer) return inner.parents.some(({ key }) => key === outer.key);
  return isUnit && (WHOLE.test(whole) || outer !== undefined);
}

const INSTITUTION_WORD =
  /\b(?:universit\p{L}+|univ\.?|institut\p{L}*|college|school|laborator(?:y|ies)|labs?|research|academy|inc|corp(?:oration)?|ltd|llc|gmbh|cent(?:er|re)|polytechnic\p{L}*|hospital|foundation|technolog(?:y|ies)|hochschule|universit\p{L}t)\b|大学|学院|研究院|研究所|实验室|公司|大學|학교|연구/iu;
const ACRONYM = /^\p{Lu}{2,6}(?:-\p{Lu}{1,4})?$/u;

/** Whether a text reads as one institution's name: known to the tables, or with the words or letters of one. */
export function looksLikeInstitution(text: string): boolean {
  const name = text.trim();
  if (name === '' || name.length > 90 || /[.!?:;]\s|[:;!?]$/u.test(name) || name.split(' ').length > 10) return false;
  if (findInstitution(name)) return /^[\p{Lu}\p{Lo}]|^\p{Ll}+\p{Lu}/u.test(name);
  if (countryCodeOf(name) !== undefined) return false;
  if (ACRONYM.test(name)) return true;
  return (
    /^[\p{Lu}\p{Lo}]/u.test(name) && INSTITUTION_WORD.test(name) && (name.includes(' ') || /\p{Script=Han}/u.test(name))
  );
}

/**
 * Whether a whole text names institutions and nothing else.
 *
 * @param isUsual - the list says institutions at this place, so a name that nothing is known of is taken for one too
 */
export function areInstitutions(text: string, { isUsual = false } = {}): boolean {
  if (
    text.length > 400 ||
    /[.!?]$/u.test(text.replace(/\b(?:Inc|Corp|Ltd|Co|al|Univ)\.$/u, '').replace(/\.\.\.$/u, ''))
  )
    return false;
  const { names, placeholders } = readInstitutions([text]);
  if (names.length === 0) return placeholders.length > 0;
  const likely = names.filter(looksLikeInstitution).length;
  if (likely === names.length)
    return names.every((name) => findInstitution(name) !== undefined) || isUsual || names.length > 1;
  const couldAll = names.every((name) => looksLikeInstitution(name) || couldBeName(name));
  return couldAll && (likely > 0 ? names.length > 1 : isUsual);
}

/** A few capitalised words, with nothing that only a sentence has. */
function couldBeName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= 4 && words.every((word) => /^\p{Lu}|^(?:of|the|de|at|for)$/u.test(word)) && !/[:;=%\d]/u.test(text)
  );
}

/** A name apart from an "et al." or "and others" behind it; the whole text can be such a rest. */
function cutRest(part: string): { name: string; rest: string | null } {
  if (part.length > MAX_LENGTH) return { name: part, rest: null };
  if (isPlaceholder(part)) return { name: '', rest: part };
  const rest = /[\s,;]+(et al\.?|etc\.?|and (?:many |several )?(?:others|more)|\.\.\.|…)$/iu.exec(part);
  return rest ? { name: part.slice(0, rest.index), rest: rest[1] ?? null } : { name: part, rest: null };
}
