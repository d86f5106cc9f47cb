import { findInstitution } from '../../model/names/institution-names.ts';
import { collapse } from '../../model/text.ts';
import { readInstitutions } from '../markdown/institutions.ts';

/** Names in the order stated. */
export interface StatedNames {
  readonly names: readonly string[];
  /** The list ends with "and others" or the like. */
  readonly isIncomplete: boolean;
}

/** Names without the words that stand for others behind them. */
export function namesWithoutOthers(names: readonly string[]): StatedNames {
  const named = names.map(collapse).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const kept = named.filter((name) => !/^(?:others|et\.? al\.?|and others)$/iu.test(name));
  return { names: kept, isIncomplete: kept.length < named.length };
}

/** A name as people say it: "Lee, Ann" is "Ann Lee", and "King, Jr., Martin" is "Martin King Jr.". */
export function givenFirst(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', second = '', third = ''] = parts;
  if (parts.length === 2 || third === '') return joined(second, family);
  // RIS has the suffix last, BibTeX in the middle.
  return isSuffix(third) ? joined(second, family, third) : joined(third, family, second);
}

/** Whether a part of a name is one of "Jr.", "Sr." and "III". */
export function isSuffix(part: string): boolean {
  return /^(?:[js]r\.?|junior|senior|i{2,3}|iv|vi{0,3}|\d(?:nd|rd|th))$/iu.test(part);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

const ADDRESS_WORD =
  /\b(?:universi\p{L}+|univ|institut\p{L}*|college|laborator\p{L}*|labs?|academy|inc|corp|corporation|ltd|gmbh|polytechni\p{L}*|hospital|hochschule|eth|mit)\b/iu;

/**
 * The institutions that postal addresses name, one or several with semicolons between: of "Dept. of Physics, ETH Zurich,
 * 8092 Zurich, Switzerland" the part that a table knows, else the first with a word such as "University", else the whole.
 */
export function institutionsOfAddresses(text: string): readonly string[] {
  const addresses = text.split(/\s*[;\n]\s*/u).map((address) => collapse(address).replace(/\.$/u, ''));
  return addresses.filter((address) => address !== '').flatMap(institutionsOfAddress);
}

function institutionsOfAddress(address: string): readonly string[] {
  const parts = address.split(/,\s*/u);
  if (address.length > 500 || parts.length > 12) return [address];
  if (findInstitution(address)) return [address];
  const pairs = parts.slice(0, -1).map((part, at) => `${part}, ${parts[at + 1]}`);
  const known = pairs.find((pair) => findInstitution(pair)) ?? parts.find((part) => findInstitution(part));
  if (known !== undefined) return [known];
  const likely = parts.find((part) => ADDRESS_WORD.test(part));
  return likely === undefined ? readInstitutions([address]).names.slice(0, 1) : [likely];
}
