import { countryCodeOf } from '../../model/names/countries.ts';
import type { InstitutionKind } from '../../model/names/facts.ts';
import type { Organization } from '../../model/names/organization.ts';
import { collapse } from '../../model/text.ts';

/** What one record of a ROR dump says, in schema 1 or 2 (https://ror.readme.io/docs/data-structure). */
export interface RorRecord {
  readonly organization: Organization;
  /** All organisations that it became, as stated. */
  readonly successors: readonly string[];
  /** Fields that could not be taken, each with what was expected and found. */
  readonly defects: readonly string[];
}

/**
 * Reads one record, or says why it is none. A record may lie within `{"file": …, "record": {…}}`, as collections of dumps
 * keep it.
 *
 * @returns a text where there is no id, or no name, and so nothing to take in
 */
export function readRorRecord(value: unknown): RorRecord | string {
  const outer = objectOf(value);
  if (outer === null) return `expected an object, found ${kindOf(value)}`;
  const record = objectOf(outer.record) ?? outer;
  const ror = rorAddress(record.id);
  if (ror === null) return `expected an id such as https://ror.org/00f54p054, found ${shown(record.id)}`;
  const defects = new Defects();
  const { countryCode, countryName } = countryOf(record, defects);
  const stated = Array.isArray(record.names)
    ? namesOfVersion2(record.names, defects)
    : namesOfVersion1(record, defects);
  const withoutCountry = (name: string) => cutCountry(name, countryCode, countryName);
  const [shownName] = stated.full;
  const [name, ...others] = distinct(stated.full.map(withoutCountry));
  if (name === undefined) return `${ror}: expected a name, found none`;
  const related = relationshipsOf(record, ror, defects);
  const successors = distinct(related.successor);
  return {
    organization: {
      ror,
      name,
      isBranch: name !== shownName,
      aliases: others,
      acronyms: distinct(stated.acronyms),
      kind: kindFrom(record.types, defects),
      countryCode,
      homepage: homepageOf(record.links),
      parents: distinct(related.parent).sort(),
      status: statusOf(record.status, defects),
      successor: successors.length === 1 ? (successors[0] ?? null) : null,
      modified: modifiedOf(record.admin),
    },
    successors,
    defects: defects.said,
  };
}

class Defects {
  readonly said: string[] = [];

  add(field: string, expected: string, found: unknown): void {
    this.said.push(`${field}: expected ${expected}, found ${shown(found)}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

interface StatedNames {
  /** The shown name first. */
  readonly full: readonly string[];
  readonly acronyms: readonly string[];
}

function namesOfVersion2(names: readonly unknown[], defects: Defects): StatedNames {
  const read = names.flatMap((each) => {
    const fields = objectOf(each);
    const text = textOf(fields?.value);
    if (fields === null || text === null) {
      defects.add('names', 'an object with a value', each);
      return [];
    }
    return [{ text, types: textsOf(fields.types) }];
  });
  const isFull = (types: readonly string[]) => types.some((type) => type !== 'acronym') || types.length === 0;
  const shownFirst = [...read].sort((a, b) => rank(a.types) - rank(b.types));
  return {
    full: shownFirst.filter(({ types }) => isFull(types)).map(({ text }) => text),
    acronyms: read.filter(({ types }) => types.includes('acronym')).map(({ text }) => text),
  };
}

function rank(types: readonly string[]): number {
  return types.includes('ror_display') ? 0 : types.includes('label') ? 1 : 2;
}

function namesOfVersion1({ name, labels, aliases, acronyms }: Fields, defects: Defects): StatedNames {
  const shownName = textOf(name);
  if (shownName === null) defects.add('name', 'a text', name);
  const labelled = Array.isArray(labels) ? labels.map((each) => textOf(objectOf(each)?.label)) : [];
  for (const [field, value] of Object.entries({ labels, aliases, acronyms })) {
    if (value !== undefined && value !== null && !Array.isArray(value)) defects.add(field, 'a list', value);
  }
  return {
    full: [shownName, ...labelled, ...textsOf(aliases)].filter((each) => each !== null),
    acronyms: textsOf(acronyms),
  };
}

/** "Google (United States)" is shown with its country, which is no part of its name. */
function cutCountry(name: string, code: string | null, countryName: string | null): string {
  const [, base = '', bracketed = ''] = /^(.+?)\s*\(([^()]+)\)$/u.exec(name) ?? [];
  if (base === '') return name;
  return bracketed === countryName || (code !== null && countryCodeOf(bracketed) === code) ? base : name;
}

function countryOf({ locations, country }: Fields, defects: Defects) {
  const place = objectOf(objectOf(Array.isArray(locations) ? locations[0] : undefined)?.geonames_details);
  const fields = place ?? objectOf(country);
  const code = fields?.country_code;
  const countryCode = typeof code === 'string' && /^[A-Za-z]{2}$/.test(code) ? code.toUpperCase() : null;
  if (countryCode === null) defects.add('country_code', 'two letters', code);
  return { countryCode, countryName: textOf(fields?.country_name) };
}

const kinds: ReadonlyMap<string, InstitutionKind> = new Map([
  ['education', 'EDUCATION'],
  ['company', 'COMPANY'],
  ['government', 'GOVERNMENT'],
  ['facility', 'FACILITY'],
  ['nonprofit', 'NONPROFIT'],
  ['healthcare', 'HEALTHCARE'],
  ['archive', 'ARCHIVE'],
  ['other', 'OTHER'],
]);

/** The first type of the list that tells what it is; that it also funds others does not. */
function kindFrom(types: unknown, defects: Defects): InstitutionKind | null {
  const stated = textsOf(types).map((type) => type.toLowerCase());
  const unknown = stated.find((type) => type !== 'funder' && !kinds.has(type));
  if (unknown !== undefined) defects.add('types', `one of ${[...kinds.keys(), 'funder'].join(', ')}`, unknown);
  return stated.flatMap((type) => kinds.get(type) ?? [])[0] ?? null;
}

function statusOf(status: unknown, defects: Defects): Organization['status'] {
  if (status === 'active') return 'ACTIVE';
  if (status === 'inactive') return 'INACTIVE';
  if (status === 'withdrawn') return 'WITHDRAWN';
  defects.add('status', 'active, inactive or withdrawn', status);
  return 'ACTIVE';
}

function relationshipsOf({ relationships }: Fields, own: string, defects: Defects) {
  const parent: string[] = [];
  const successor: string[] = [];
  for (const each of Array.isArray(relationships) ? relationships : []) {
    const fields = objectOf(each);
    const type = textOf(fields?.type)?.toLowerCase();
    if (type !== 'parent' && type !== 'successor') continue;
    const ror = rorAddress(fields?.id);
    if (ror === null || ror === own)
      defects.add(`relationships (${type})`, 'the id of another organisation', fields?.id);
    else (type === 'parent' ? parent : successor).push(ror);
  }
  return { parent, successor };
}

function homepageOf(links: unknown): string | null {
  const found = (Array.isArray(links) ? links : []).flatMap((link) => {
    const fields = objectOf(link);
    if (fields === null) return textOf(link) ?? [];
    return fields.type === 'website' ? (textOf(fields.value) ?? []) : [];
  });
  return found.find((link) => /^https?:\/\//i.test(link) && URL.canParse(link)) ?? null;
}

function modifiedOf(admin: unknown): string {
  const date = textOf(objectOf(objectOf(admin)?.last_modified)?.date);
  return date !== null && /^\d{4}-\d{2}-\d{2}/.test(date) ? date.slice(0, 10) : '';
}

function rorAddress(value: unknown): string | null {
  const id = /^(?:https?:\/\/)?(?:ror\.org\/)?(0[a-z0-9]{6}\d{2})$/i.exec(textOf(value) ?? '')?.[1];
  return id === undefined ? null : `https://ror.org/${id.toLowerCase()}`;
}

function objectOf(value: unknown): Fields | null {
  // Any object of JSON is read field by field; nothing is taken for granted of its values.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? collapse(value) : '';
  return text === '' ? null : text;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => textOf(each) ?? []) : [];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : shown(value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
