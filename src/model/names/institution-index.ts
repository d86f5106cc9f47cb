import { fold } from '../text.ts';
import { ambiguousNames } from './ambiguous-names.ts';
import { countryCodeOf } from './countries.ts';
import type { InstitutionFacts } from './facts.ts';
import { institutions } from './institutions.ts';
import { remembered } from './remembered.ts';

/** The institutions that a name can mean, the likeliest first, and the one that it usually means. */
export interface NameReading {
  readonly candidates: readonly InstitutionFacts[];
  readonly usual: InstitutionFacts | undefined;
  /** The one candidate is a branch in its country, so that the name means it only where the row says that country. */
  readonly isBranch?: boolean;
}

export interface InstitutionIndex {
  readonly byKey: ReadonlyMap<string, InstitutionFacts>;
  readonly byRor: ReadonlyMap<string, InstitutionFacts>;
  /** By `comparableName`. */
  readonly byName: ReadonlyMap<string, NameReading>;
}

/**
 * A name in the form in which names are compared: folded, usual abbreviations written out ("U. of", "Univ.", "Inst.",
 * "Lab"), without "and" and a leading "the".
 */
export function comparableName(name: string): string {
  const words = fold(name)
    .replace(/^u(?= of )/, 'university')
    .split(' ');
  const spelt = words.map((word) => spellings.get(word) ?? word).filter((word) => word !== 'and');
  return (spelt[0] === 'the' ? spelt.slice(1) : spelt).join(' ');
}

let built: InstitutionIndex | undefined;

/** The index over the tables of institutions, built at the first call. */
export function institutionIndex(): InstitutionIndex {
  built ??= buildIndex();
  return built;
}

/** Every institution that a text can mean, as `findInstitution` understands names; none where no table knows it. */
export const readInstitutionName = remembered((statedAs) => readNameWith(statedAs, builtInLookUp));

/** What gives the reading of a name; both take the form of `comparableName`. */
export interface NameLookUp {
  readonly name: (comparable: string) => NameReading | undefined;
  /** Where a name stands with this in brackets behind it: an acronym, or the name again. */
  readonly inBrackets: (comparable: string) => NameReading | undefined;
}

/** Every institution that a text can mean where names are looked up otherwise than in the built-in tables alone. */
export function readNameWith(statedAs: string, lookUp: NameLookUp): NameReading {
  if (statedAs.length > longestName) return nothing;
  return (
    readPlain(statedAs, lookUp.name) ??
    readBeforeCountry(statedAs, lookUp) ??
    readNamedTwice(statedAs, lookUp) ??
    nothing
  );
}

/** The names, in the form of `comparableName`, that reading a text may look up. */
export function namesLookedUp(statedAs: string): readonly string[] {
  const asked = new Set<string>();
  const note = (name: string) => {
    asked.add(name);
    return undefined;
  };
  readNameWith(statedAs, { name: note, inBrackets: note });
  asked.delete('');
  return [...asked];
}

/** Longer texts are sentences, and not worth the patterns below. */
const longestName = 200;
const nothing: NameReading = { candidates: [], usual: undefined };
const builtInName = (comparable: string) => institutionIndex().byName.get(comparable);
const builtInLookUp: NameLookUp = { name: builtInName, inBrackets: builtInName };
const companyForms = new Set('inc incorporated ltd limited llc corp corporation co company gmbh plc pte ag'.split(' '));
const spellings: ReadonlyMap<string, string> = new Map([
  ['univ', 'university'],
  ['inst', 'institute'],
  ['lab', 'laboratory'],
  ['labs', 'laboratory'],
  ['laboratories', 'laboratory'],
  ['centre', 'center'],
  ['tech', 'technology'],
]);

function buildIndex(): InstitutionIndex {
  const byKey = new Map(institutions.map((facts) => [facts.key, facts]));
  const byName = new Map<string, NameReading>();
  for (const facts of institutions) {
    const reading = { candidates: [facts], usual: facts };
    for (const name of [facts.name, ...facts.aliases]) byName.set(comparableName(name), reading);
  }
  for (const { name, candidateKeys, usualKey } of ambiguousNames) {
    const candidates = candidateKeys.flatMap((key) => byKey.get(key) ?? []);
    byName.set(comparableName(name), { candidates, usual: candidates.find(({ key }) => key === usualKey) });
  }
  const byRor = new Map(institutions.flatMap((facts) => (facts.ror === null ? [] : [[facts.ror, facts] as const])));
  return { byKey, byRor, byName };
}

function readPlain(text: string, find: NameLookUp['name']): NameReading | undefined {
  const name = comparableName(text);
  const short = withoutCompanyForm(name);
  return find(name) ?? (short === name ? undefined : find(short));
}

function withoutCompanyForm(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && companyForms.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** "Northeastern University, China" is not the one in Boston; a company's branch abroad is the company. */
function readBeforeCountry(text: string, lookUp: NameLookUp): NameReading | undefined {
  const [, base = '', bracketed, trailing = ''] = /^(.+?)(?:\s*\(([^()]+)\)|,\s*([^,]+))\s*$/u.exec(text) ?? [];
  const country = countryCodeOf(bracketed ?? trailing);
  const reading = country === undefined ? undefined : readPlain(base, lookUp.name);
  if (!reading) return undefined;
  const isThere = ({ countryCode, kind }: InstitutionFacts) =>
    countryCode === country || (kind === 'COMPANY' && !reading.isBranch);
  const there = reading.candidates.filter(isThere);
  return { candidates: there, usual: there.find((facts) => facts === reading.usual) };
}

/** "Massachusetts Institute of Technology (MIT)": the name and the acronym agree. */
function readNamedTwice(text: string, lookUp: NameLookUp): NameReading | undefined {
  const [, name = '', acronym = ''] = /^(.+?)\s*\(([^()]+)\)\s*$/u.exec(text) ?? [];
  const byAcronym = readPlain(acronym, lookUp.inBrackets)?.candidates ?? [];
  const reading = readPlain(name, lookUp.name);
  const agreed = reading?.candidates.filter((facts) => byAcronym.includes(facts)) ?? [];
  return agreed.length === 1
    ? { candidates: agreed, usual: agreed[0], isBranch: reading?.isBranch ?? false }
    : undefined;
}
