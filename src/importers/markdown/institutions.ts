import { findConference } from '../../model/names/conference-names.ts';
import { countryCodeOf } from '../../model/names/countries.ts';
import { findInstitution, isPlaceholder, splitInstitutions } from '../../model/names/institution-names.ts';
import { collapse, fold } from '../../model/text.ts';
import { isAuthorList, isPersonName } from './people.ts';

export interface StatedInstitutions {
  /** Names as written, in order, each once. */
  readonly names: readonly string[];
  /** What the text says in place of names ("Many others"), as written. */
  readonly placeholders: readonly string[];
}

/** No institution's name, nor a line that names a few, is longer. */
const MAX_LENGTH = 1000;

/** The institutions that items name; an item can name several. */
export function readInstitutions(items: readonly string[]): StatedInstitutions {
  const names = new Set<string>();
  const placeholders: string[] = [];
  // Where each has an item of its own, or "&" separates, a comma is part of a name.
  const isSeparated = items.length > 1 || items.some((item) => /\s&\s/u.test(item));
  for (const part of items.flatMap((item) => splitItem(item, isSeparated))) {
    const { name, rest } = cutRest(part);
    if (rest !== null) placeholders.push(rest);
    if (/[\p{L}\p{N}]/u.test(name) && !NOTHING_STATED.has(fold(name))) names.add(name);
  }
  return { names: [...names], placeholders };
}

const NOTHING_STATED = new Set(['n a', 'na', 'tbd', 'tba', 'unknown', 'none', 'null', 'institution', 'institutions']);

function splitItem(item: string, isSeparated: boolean): string[] {
  const parts = item.split(/\s*[;；|]\s*/u).map(collapse);
  if (item.length > MAX_LENGTH) return parts;
  return parts.flatMap((part) => {
    if (!isSeparated) return splitInstitutions(part);
    const names = part.split(/\s&\s/u).map(collapse);
    // "William & Mary" is one name, "Samsung AI Center & Cambridge" two, though tables may know the whole of either.
    return findInstitution(part) && !names.every((name) => findInstitution(name)) ? [part] : names;
  });
}

/** A name apart from an "et al." or "and others" behind it; the whole text can be such a rest. */
function cutRest(part: string): { name: string; rest: string | null } {
  if (part.length > MAX_LENGTH || NOTHING_STATED.has(fold(part))) return { name: part, rest: null };
  if (/\p{L}/u.test(part) && isPlaceholder(part)) return { name: '', rest: part };
  const rest = /[\s,;]+(et al\.?|etc\.?|and (?:many |several )?(?:others|more)|\.\.\.|…)$/iu.exec(part);
  return rest ? { name: part.slice(0, rest.index), rest: rest[1] ?? null } : { name: part, rest: null };
}

const INSTITUTION_WORD =
  /\b(?:universit\p{L}+|univ\.?|institut\p{L}*|college|school|laborator(?:y|ies)|labs?|research|academy|inc|corp(?:oration)?|ltd|llc|gmbh|cent(?:er|re)|polytechni\p{L}*|hospital|foundation|technolog(?:y|ies)|hochschule)(?!\p{L})|大学|学院|研究院|研究所|实验室|公司|大學|학교|연구/iu;
const HAN_INSTITUTION = /(?:大学|大學|学院|研究院|研究所|公司|实验室|研究中心|科技|集团|分校)$/u;
const ACRONYM = /^\p{Lu}{2,6}(?:-\p{Lu}{1,4})?$/u;

/** Whether a text reads as one institution's name: known to the tables, or with the words or letters of one. */
export function looksLikeInstitution(text: string): boolean {
  const name = text.trim();
  if (name === '' || name.length > 90 || /[.!?:;]\s|[:;!?]$|[，、；]/u.test(name) || name.split(' ').length > 10)
    return false;
  if (findInstitution(name)) return /^[\p{Lu}\p{Lo}]|^\p{Ll}+\p{Lu}/u.test(name);
  if (countryCodeOf(name) !== undefined) return false;
  if (ACRONYM.test(name)) return true;
  const isSeveralWords = name.includes(' ') || /\p{Script=Han}|\p{Script=Hangul}/u.test(name);
  return /^[\p{Lu}\p{Lo}]/u.test(name) && (INSTITUTION_WORD.test(name) || HAN_INSTITUTION.test(name)) && isSeveralWords;
}

/**
 * Whether a whole text names institutions and nothing else.
 *
 * @param isUsual - the list says institutions at this place, so a name that nothing is known of is taken for one too
 */
export function areInstitutions(text: string, { isUsual = false } = {}): boolean {
  if (text.length > 400 || isSentence(text) || /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(text)) return false;
  const { names, placeholders } = readInstitutions([text]);
  if (names.length === 0) return placeholders.length > 0;
  // "A. Lee and B. Chen, NBU" names people first.
  if (names.some((name) => isAuthorList(name.split(/,\s/u)[0] ?? ''))) return false;
  // "(ATC, Microsoft)" says where, and who.
  if (names.length > 1 && names.some((name) => findConference(name) && !findInstitution(name))) return false;
  if (!isUsual && names.slice(0, 2).every((name) => isPersonName(name) && !looksLikeInstitution(name))) return false;
  const likely = names.filter(looksLikeInstitution).length;
  if (likely === names.length)
    return isUsual || names.length > 1 || names.every((name) => findInstitution(name) || HAN_INSTITUTION.test(name));
  const couldAll = names.every((name) => looksLikeInstitution(name) || couldBeName(name));
  return couldAll && (likely > 0 ? names.length > 1 : isUsual);
}

function isSentence(text: string): boolean {
  return /[.!?]$/u.test(text.replace(/\b(?:Inc|Corp|Ltd|Co|al|Univ)\.$/u, '').replace(/\.\.\.$/u, ''));
}

/** A few capitalised words, with nothing that only a sentence has. */
function couldBeName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= 4 && words.every((word) => /^\p{Lu}|^(?:of|the|de|at|for)$/u.test(word)) && !/[:;=%\d]/u.test(text)
  );
}
