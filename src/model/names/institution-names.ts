import { collapse, fold, slug } from '../text.ts';
import type { InstitutionFacts } from './facts.ts';
import { institutions } from './institutions.ts';

/** An institution as a source names it, resolved as far as the tables go. */
export interface CanonicalInstitution {
  readonly key: string;
  readonly name: string;
  /** Null where no table knows the name. */
  readonly facts: InstitutionFacts | null;
}

const byKey = new Map(institutions.map((facts) => [facts.key, facts]));
const byName = new Map(
  institutions.flatMap((facts) => [facts.name, ...facts.aliases].map((name) => [fold(name), facts] as const)),
);

/**
 * Acronyms that several institutions use. They are settled by what lists of systems papers mean by them; a list that means
 * another writes its name out.
 */
export const ambiguousNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['ntu', ['nanyang-technological-university', 'national-taiwan-university']],
  ['uw', ['university-of-washington', 'university-of-wisconsin-madison', 'university-of-waterloo']],
  ['usc', ['university-of-southern-california', 'university-of-south-carolina']],
]);

/** What the tables know under a key. */
export function institutionByKey(key: string): InstitutionFacts | undefined {
  return byKey.get(key);
}

/**
 * The institution of a name or alias, in any case and with any punctuation; also without "The", a company's "Inc." or
 * "Ltd", and a country or city behind the last comma where the rest is known. Undefined for a name that no table has.
 */
export function findInstitution(statedAs: string): InstitutionFacts | undefined {
  for (const name of spellings(fold(statedAs))) {
    const found = byName.get(name) ?? byKey.get(ambiguousNames.get(name)?.[0] ?? '');
    if (found) return found;
  }
  const comma = statedAs.lastIndexOf(',');
  return comma > 0 && isPlace(statedAs.slice(comma + 1)) ? findInstitution(statedAs.slice(0, comma)) : undefined;
}

/** Every institution that a name may mean: several for an ambiguous acronym, none for an unknown name. */
export function institutionCandidates(statedAs: string): readonly InstitutionFacts[] {
  const keys = ambiguousNames.get(fold(statedAs));
  if (keys) return keys.flatMap((key) => byKey.get(key) ?? []);
  const found = findInstitution(statedAs);
  return found ? [found] : [];
}

/** Known names give the facts; an unknown one gives its slug and the name as written. */
export function canonicalInstitution(statedAs: string): CanonicalInstitution {
  const facts = findInstitution(statedAs);
  if (facts) return { key: facts.key, name: facts.name, facts };
  const name = collapse(statedAs);
  return { key: slug(name) || name, name, facts: null };
}

/** Words that stand where an institution is expected and name none: "Many others", "Various...", "Multiple groups", "et al.". */
export function isPlaceholder(text: string): boolean {
  return /^((and |& )?(many |several |some |all )?(more |the )?others?|various( \w+)?|(multiple|many|several|various|different) (groups?|institutions?|institutes?|universities|organi[sz]ations?|companies|affiliations?)|et ?al|etc|n ?a|tbd|tba|unknown|none|misc)?$/.test(
    fold(text),
  );
}

/**
 * The institutions in one text. ` & ` separates them unless the whole is one known name; a comma, "and", "/" or ";"
 * separates where every part is a known institution or is evidently one ("… University", "… Institute"), so that
 * "DBOS, Inc." is one and "Hill College, NBU" two. Order is kept; placeholders stay, for the caller to find.
 */
export function splitInstitutions(text: string): readonly string[] {
  const whole = collapse(text);
  if (whole === '') return [];
  if (byName.has(fold(whole))) return [whole];
  const parts = whole.split(/\s+(?:&|＆)\s+/);
  if (parts.length > 1) return parts.flatMap(splitInstitutions);
  const weak = whole.split(/\s*(?:,|;|、|，|\/|\band\b)\s*/).filter((part) => part !== '');
  return weak.length > 1 && areInstitutions(weak) ? weak : [whole];
}

/** The last part may be an acronym that no table knows, where a known or evident institution stands before it. */
function areInstitutions(parts: readonly string[]): boolean {
  const isSure = (part: string) => findInstitution(part) !== undefined || isEvident(part) || isPlaceholder(part);
  return (
    parts.every((part, index) => isSure(part) || (index > 0 && /^[A-Z][A-Za-z-]*[A-Z]$/.test(part))) &&
    isSure(parts[0] ?? '')
  );
}

function isEvident(part: string): boolean {
  return (
    part.split(' ').length > 1 &&
    /\b(univ|university|college|institute|laborator(y|ies)|academy|école|universit\w+)\b/i.test(part)
  );
}

const corporateForms = /( (inc|ltd|llc|corp|corporation|co|gmbh|group|limited))+$/;

function* spellings(name: string): Generator<string> {
  yield name;
  const bare = name.replace(/^the /, '').replace(corporateForms, '');
  yield bare;
  const expanded = bare.replace(/^(u|univ) of /, 'university of ').replace(/ univ$/, ' university');
  yield expanded;
  yield expanded.replace(/^university of (.+) at (.+)$/, 'university of $1 $2');
}

const places = new Set(
  'usa us uk china india indonesia japan korea south korea singapore germany france italy spain switzerland netherlands sweden norway denmark finland austria belgium poland portugal greece turkey russia canada brazil mexico australia new zealand taiwan hong kong macau vietnam thailand malaysia israel saudi arabia uae qatar egypt south africa'
    .split(' ')
    .concat([
      'south korea',
      'new zealand',
      'hong kong',
      'saudi arabia',
      'south africa',
      'united states',
      'united kingdom',
    ]),
);

function isPlace(text: string): boolean {
  return places.has(fold(text));
}
