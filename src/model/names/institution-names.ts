import { collapse, fold, slug } from '../text.ts';
import { countryCodeOf } from './countries.ts';
import type { InstitutionFacts } from './facts.ts';
import { institutionIndex, type NameReading, readInstitutionName } from './institution-index.ts';
import { remembered } from './remembered.ts';

/** What is known of the row that names an institution. */
export interface NameContext {
  /** The other institutions of the row, as written; their countries settle a name that several institutions go by. */
  readonly alongside?: readonly string[];
  /** What each name can mean; by default what the built-in tables say. */
  readonly read?: (statedAs: string) => NameReading;
}

/** How a name that several institutions go by was settled; null where it was not, or where no table knows it. */
type SettledBy = 'NAME' | 'COUNTRY' | 'USAGE' | null;

export interface SettledName {
  readonly facts: InstitutionFacts | undefined;
  readonly by: SettledBy;
}

/** An institution under its one key and name; `facts` is null where no table knows it. */
export interface CanonicalInstitution {
  readonly key: string;
  readonly name: string;
  readonly facts: InstitutionFacts | null;
}

/**
 * The institution that a text names: its canonical name or an alias, whatever the case, accents and punctuation, with or
 * without "The", a company's form ("Inc.", "Co., Ltd."), its country ("(China)", ", Indonesia") or its acronym in brackets.
 * A name that several go by means the one whose country another institution of the row shares, else what it usually means.
 *
 * @returns undefined where no table knows the name, or where it stays ambiguous (`institutionCandidates` has more than one)
 */
export function findInstitution(statedAs: string, context: NameContext = {}): InstitutionFacts | undefined {
  return settleInstitution(statedAs, context).facts;
}

/** `findInstitution`, with what settled the name. */
export function settleInstitution(
  statedAs: string,
  { alongside = [], read = readInstitutionName }: NameContext = {},
): SettledName {
  const { candidates, usual, isBranch = false } = read(statedAs);
  if (candidates.length === 0) return { facts: undefined, by: null };
  if (candidates.length === 1 && !isBranch) return { facts: candidates[0], by: 'NAME' };
  const countries = new Set(alongside.flatMap((other) => countryOf(other, read)));
  const nearby = candidates.filter(({ countryCode }) => countryCode !== null && countries.has(countryCode));
  if (nearby.length === 1) return { facts: nearby[0], by: 'COUNTRY' };
  return isBranch ? { facts: undefined, by: null } : { facts: usual, by: usual ? 'USAGE' : null };
}

/** The facts under a key, undefined where the table has no such key. */
export function institutionByKey(key: string): InstitutionFacts | undefined {
  return institutionIndex().byKey.get(key);
}

/** Every institution that a text can mean, the likeliest first: several for an ambiguous acronym, none for a name no table knows. */
export function institutionCandidates(statedAs: string): readonly InstitutionFacts[] {
  return readInstitutionName(statedAs).candidates;
}

/**
 * The institution that a text names, under its one key and name. Where no table knows it, the key is the text's slug and
 * the name the text on one line as written, so that spellings that fold alike share a key ("" where no letter is left).
 */
export function canonicalInstitution(statedAs: string, context: NameContext = {}): CanonicalInstitution {
  const facts = findInstitution(statedAs, context);
  if (facts) return { key: facts.key, name: facts.name, facts };
  return { key: slug(statedAs), name: collapse(statedAs), facts: null };
}

/**
 * Whether a text stands for institutions without naming any: "Many others", "Various...", "Multiple groups", "et al.",
 * "and others", "many institutions", "N/A", "TBD", "unknown", "-", and empty text.
 */
export function isPlaceholder(text: string): boolean {
  const folded = fold(text);
  return folded === '' || folded === 'n a' || folded.split(' ').every((word) => fillers.has(word));
}

/**
 * The institutions of one text, in its order. The names decide what separates them, not the sign: " & " always does,
 * unless the whole is a known name ("William & Mary"); a comma, "and", "/", ";" or "&" without spaces does only where
 * every part is a known institution or looks unmistakably like one, and the whole is no known name. So "DBOS, Inc." is
 * one, "Hill College, NBU" two. Placeholders are kept as items; empty text gives none.
 */
export const splitInstitutions = remembered(institutionsSplitFrom);

function institutionsSplitFrom(text: string): readonly string[] {
  const strong = partsOf(collapse(text), / [&＆] /gu);
  const names = runsOf(strong, (parts, whole) => parts.length === 1 || isKnown(whole));
  return (names ?? []).flatMap(splitByNames);
}

/** Words that name nobody, alone or together. */
const fillers = new Set(
  (
    'and or from the a few many multiple various several some numerous different all more other others et al etc ' +
    'group groups institution institutions institutes universities companies organizations organisations affiliations ' +
    'authors teams labs unknown none null tbd tba na 等 其他 多家机构'
  ).split(' '),
);
const weakSeparator = /\s*[,;、，；]\s*(?:and\s+|&\s*)?|\s*[/&]\s*|\s+(?:and|\+)\s+|\s+(?=et al\b)/giu;
const institutionWord =
  /\b(?:universi\w+|institut\w*|college|laborator\w+|labs?|academy|polytechnic|cent(?:er|re))\b|大学|大學|学院|研究所|研究院|实验室|公司|会社|대학교/iu;
const acronym = /^[A-Z][A-Z-]{2,6}$/u;
const belongsToNameBefore = /^(?:inc|ltd|llc|corp|co|gmbh|cas|chinese academy of sciences)$/u;
/** "Institute of X, CAS, China" is one name of three parts; none is known to have more than four. */
const longestRun = 4;

/** One institution, unless weak signs part the text into nothing but names. */
function splitByNames(text: string): readonly string[] {
  if (isKnown(text) || isPlaceholder(text)) return [text];
  const parts = partsOf(text, weakSeparator);
  const names = runsOf(parts, isName) ?? [];
  if (names.some((name) => isKnown(name) || institutionWord.test(name))) return names;
  return splitAmongKnown(parts) ?? [text];
}

/**
 * "Hill Project Zero, NBU Data, University of Michigan": names that nothing is known of, parted by commas alone, stand
 * beside names that are. One word could be the city of the name before it, unless most of the others are institutions.
 */
function splitAmongKnown({ text, parts }: Parts): readonly string[] | null {
  const runs = runsOf({ text, parts }, (run, whole) => isName(run, whole) || run.length === 1) ?? [];
  const likely = runs.filter((name) => isKnown(name) || institutionWord.test(name)).length;
  const isList = (runs.length >= 4 && likely * 2 >= runs.length) || (runs.length >= 5 && likely >= 2);
  const isParted = parts.every(({ start }, index) => index === 0 || /[,;，；、]\s*$/u.test(text.slice(0, start)));
  const couldAll = runs.every((name) => isName([name], name) || (couldBeName(name) && (isList || name.includes(' '))));
  return isParted && runs.length > 1 && likely > 0 && couldAll ? runs : null;
}

/** A few capitalised words, none of which says that it is a part of the next: "Department of Things, University of …". */
function couldBeName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= 6 &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{N}]|^(?:of|the|de|at|for)$/u.test(word)) &&
    !/\b(?:dept|department|school|faculty|division|institute|college|group|lab|laboratory)\b|[.:!?]\s|[:!?]/iu.test(
      text,
    )
  );
}

function isName(parts: readonly string[], whole: string): boolean {
  const [first = '', ...rest] = parts;
  if (isKnown(whole) || (rest.length === 0 && isPlaceholder(whole))) return true;
  if (rest.length === 0) return institutionWord.test(first) || acronym.test(first);
  const belongs = (part: string) => countryCodeOf(part) !== undefined || belongsToNameBefore.test(fold(part));
  return !isKnown(first) && institutionWord.test(first) && rest.every(belongs);
}

function isKnown(text: string): boolean {
  return readInstitutionName(text).candidates.length > 0;
}

interface Parts {
  readonly text: string;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

function partsOf(text: string, separator: RegExp): Parts {
  const signs = [...text.matchAll(separator)].map((sign) => ({ start: sign.index, end: sign.index + sign[0].length }));
  const starts = [0, ...signs.map(({ end }) => end)];
  const ends = [...signs.map(({ start }) => start), text.length];
  const parts = starts.map((start, index) => ({ start, end: ends[index] ?? text.length }));
  return { text, parts: parts.filter(({ start, end }) => text.slice(start, end).trim() !== '') };
}

/** The parts joined into runs that are accepted, each run the longest from where it begins; null where some part is in none. */
function runsOf(
  { text, parts }: Parts,
  accepts: (parts: readonly string[], whole: string) => boolean,
): readonly string[] | null {
  const runs: string[] = [];
  for (let first = 0; first < parts.length; ) {
    let count = Math.min(longestRun, parts.length - first);
    let whole = '';
    for (; count > 0; count -= 1) {
      const run = parts.slice(first, first + count);
      whole = text.slice(run[0]?.start, run.at(-1)?.end).trim();
      if (
        accepts(
          run.map(({ start, end }) => text.slice(start, end).trim()),
          whole,
        )
      )
        break;
    }
    if (count === 0) return null;
    runs.push(whole);
    first += count;
  }
  return runs;
}

function countryOf(statedAs: string, read: (statedAs: string) => NameReading): readonly string[] {
  const { candidates, isBranch } = read(statedAs);
  const [only] = candidates;
  return candidates.length === 1 && !isBranch && only && only.countryCode !== null ? [only.countryCode] : [];
}
