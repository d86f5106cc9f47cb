import { InputError } from '../../model/errors.ts';
import type { AliasTable, ConferenceAliases, InstitutionAliases } from '../../model/names/alias-table.ts';
import { conferenceKinds, institutionKinds } from '../../model/names/facts.ts';
import { describe, listed, type ObjectValue, quote, type Value } from '../data/value.ts';
import { readYaml } from '../data/yaml-document.ts';

/**
 * Reads an alias file, YAML or JSON:
 *
 * ```yaml
 * institutions:
 *   - name: University of Washington
 *     aliases: [UDub, Washington]
 *   - { name: Example Lab, aliases: [ExLab], country: US, kind: company, homepage: https://example.org, parent: { unit: Example } }
 * conferences:
 *   - { acronym: OSDI, aliases: [Operating Systems Design] }
 * ```
 *
 * @param path - the file's path, for messages
 * @param place - what the entries' positions name as their path
 * @throws InputError BAD_ALIASES, which says on which line what was expected and found
 */
export function parseAliasFile(text: string, path: string, place: string): AliasTable {
  const { value, problems } = readYaml(text, path);
  const [problem] = problems;
  if (problem) throw badAliases(path, problem.position.line, problem.message);
  if (value?.kind !== 'object')
    throw badAliases(path, 1, `expected the keys institutions or conferences, found ${describe(value)}`);
  const file = new EntryReader(path, value, ['institutions', 'conferences']);
  const table: AliasTable = {
    institutions: file
      .entries('institutions')
      .map((entry) => institutionFrom(new EntryReader(path, entry, institutionKeys), place)),
    conferences: file
      .entries('conferences')
      .map((entry) => conferenceFrom(new EntryReader(path, entry, conferenceKeys), place)),
  };
  return table;
}

const institutionKeys = ['name', 'aliases', 'country', 'kind', 'ror', 'homepage', 'parent'];
const conferenceKeys = ['acronym', 'name', 'aliases', 'kind'];

function institutionFrom(entry: EntryReader, place: string): InstitutionAliases {
  return {
    name: entry.required('name'),
    aliases: entry.texts('aliases'),
    kind: entry.word('kind', institutionKinds),
    countryCode: entry.matching('country', /^[A-Za-z]{2}$/, 'two letters, such as US')?.toUpperCase() ?? null,
    ror: rorOf(
      entry.matching('ror', /^(?:https:\/\/ror\.org\/)?0[a-z0-9]{6}\d{2}$/, 'an id such as https://ror.org/00f54p054'),
    ),
    homepage: entry.matching('homepage', /^https?:\/\/\S+$/, 'an address that begins with http:// or https://'),
    parent: entry.parent(),
    position: { path: place, line: entry.line },
  };
}

function conferenceFrom(entry: EntryReader, place: string): ConferenceAliases {
  return {
    acronym: entry.required('acronym'),
    name: entry.text('name'),
    aliases: entry.texts('aliases'),
    kind: entry.word('kind', conferenceKinds),
    position: { path: place, line: entry.line },
  };
}

function rorOf(id: string | null): string | null {
  return id === null ? null : `https://ror.org/${id.replace('https://ror.org/', '')}`;
}

/** Reads the keys of one entry, and says what is wrong with them. */
class EntryReader {
  readonly #path: string;
  readonly #entry: ObjectValue;

  constructor(path: string, entry: Value, keys: readonly string[]) {
    if (entry.kind !== 'object') {
      throw badAliases(path, entry.line, `expected an entry with the keys ${listed(keys)}, found ${describe(entry)}`);
    }
    for (const [key, { line }] of entry.entries) {
      if (!keys.includes(key)) {
        throw badAliases(path, line, `expected one of the keys ${listed(keys)}, found ${quote(key)}`);
      }
    }
    this.#path = path;
    this.#entry = entry;
  }

  get line(): number {
    return this.#entry.line;
  }

  entries(key: string): readonly Value[] {
    const value = this.#entry.entries.get(key);
    if (value === undefined) return [];
    if (value.kind !== 'list') throw this.#bad(value, `${key}: expected a list of entries, found ${describe(value)}`);
    return value.items;
  }

  required(key: string): string {
    const text = this.text(key);
    if (text === null) throw badAliases(this.#path, this.line, `expected the key ${key}, found none`);
    return text;
  }

  text(key: string): string | null {
    const value = this.#entry.entries.get(key);
    return value === undefined ? null : this.#textOf(key, value);
  }

  texts(key: string): readonly string[] {
    const value = this.#entry.entries.get(key);
    if (value === undefined) return [];
    const items = value.kind === 'list' ? value.items : [value];
    return items.map((item) => this.#textOf(key, item));
  }

  matching(key: string, pattern: RegExp, expected: string): string | null {
    const text = this.text(key);
    if (text === null || pattern.test(text)) return text;
    throw this.#bad(this.#entry.entries.get(key), `${key}: expected ${expected}, found ${quote(text)}`);
  }

  word<const W extends string>(key: string, words: readonly W[]): W | null {
    const text = this.text(key);
    const found = words.find((word) => word === text?.toUpperCase().replaceAll(/[ -]/g, '_'));
    if (text === null || found !== undefined) return found ?? null;
    throw this.#bad(
      this.#entry.entries.get(key),
      `${key}: expected one of ${words.map((word) => word.toLowerCase()).join(', ')}, found ${quote(text)}`,
    );
  }

  parent(): InstitutionAliases['parent'] {
    const value = this.#entry.entries.get('parent');
    if (value === undefined) return null;
    const [first, ...others] = value.kind === 'object' ? value.entries : [];
    const kind = first?.[0];
    if (first === undefined || others.length > 0 || (kind !== 'unit' && kind !== 'member')) {
      throw this.#bad(value, `parent: expected { unit: NAME } or { member: NAME }, found ${describe(value)}`);
    }
    return { kind, name: this.#textOf('parent', first[1]) };
  }

  #textOf(key: string, value: Value): string {
    const text = value.kind === 'text' ? value.text.replace(/\s+/gu, ' ').trim() : '';
    // A name without a letter or digit could not be told from any other such name.
    if (/[\p{L}\p{N}]/u.test(text)) return text;
    throw this.#bad(value, `${key}: expected a text with a letter or digit, found ${describe(value)}`);
  }

  #bad(value: Value | undefined, message: string): InputError {
    return badAliases(this.#path, value?.line ?? this.line, message);
  }
}

function badAliases(path: string, line: number, message: string): InputError {
  return new InputError(
    'BAD_ALIASES',
    `${path}:${line}: ${message}. Mend the line and import the file again; nothing was changed.`,
  );
}
