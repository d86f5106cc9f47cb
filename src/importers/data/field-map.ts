import { InputError } from '../../model/errors.ts';
import { type LinkKind, linkKinds } from '../../model/source-record.ts';
import { describe, quote, type Value } from './value.ts';
import { readYaml } from './yaml-document.ts';

/** Which keys of a row hold what. A key is one that a row has, or several with dots between (`publication.venue`). */
export interface FieldMap {
  /** A mapping file says so. The usual names are a guess, which what the row holds can correct. */
  readonly isGiven: boolean;
  /** Where the list lies, a path of keys; null for the document itself or the only list in it. */
  readonly records: readonly string[] | null;
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
  readonly links: readonly LinkField[];
}

/** Keys whose values are links of one kind. */
export interface LinkField {
  /** Null where each link's own label and address tell its kind. */
  readonly kind: LinkKind | null;
  readonly keys: readonly string[];
}

export type FieldName = (typeof FIELD_NAMES)[number];

/** Fields of a paper. Of those with one value the first key that holds one is meant; each key of `section` is a heading. */
const FIELD_NAMES = [
  'title',
  'shortName',
  'venue',
  'year',
  'authors',
  'institutions',
  'section',
  'keywords',
  'remarks',
  'awards',
  'track',
] as const;

const KEYS: readonly string[] = ['records', ...FIELD_NAMES, 'links'];

/**
 * Reads a mapping file, YAML or JSON: `records` is the path of the list, `links` gives keys by kind of link, and each
 * field of a paper is a key or a list of keys. Fields that it leaves out are not read.
 *
 * @param path - the file's path, for messages
 * @throws InputError BAD_MAP, which says on which line which key is wrong and which keys there are
 */
export function parseFieldMap(text: string, path: string): FieldMap {
  const { value, problems } = readYaml(text, path);
  const [problem] = problems;
  if (problem) throw badMap(path, problem.position.line, problem.message);
  if (value?.kind !== 'object') throw badMap(path, 1, `expected keys and values, found ${describe(value)}`);
  for (const [key, { line }] of value.entries) {
    if (!KEYS.includes(key)) throw badMap(path, line, `the key ${quote(key)} is none of a mapping file`);
  }
  const keysOf = (name: string) => keysIn(value.entries.get(name) ?? null, name, path);
  const fields = fieldsFrom(keysOf);
  if (fields.title.length + fields.shortName.length === 0) {
    throw badMap(path, value.line, 'expected the key title or shortName, which names the papers, found neither');
  }
  const [records] = keysOf('records');
  return {
    isGiven: true,
    records: records?.split('.') ?? null,
    fields,
    links: linksIn(value.entries.get('links'), path),
  };
}

/** The keys of each field, in one object that has every field. */
export function fieldsFrom<Keys>(keysOf: (name: FieldName) => Keys): Readonly<Record<FieldName, Keys>> {
  return {
    title: keysOf('title'),
    shortName: keysOf('shortName'),
    venue: keysOf('venue'),
    year: keysOf('year'),
    authors: keysOf('authors'),
    institutions: keysOf('institutions'),
    section: keysOf('section'),
    keywords: keysOf('keywords'),
    remarks: keysOf('remarks'),
    awards: keysOf('awards'),
    track: keysOf('track'),
  };
}

function linksIn(value: Value | undefined, path: string): LinkField[] {
  if (value?.kind !== 'object') {
    const keys = keysIn(value ?? null, 'links', path);
    return keys.length === 0 ? [] : [{ kind: null, keys }];
  }
  return [...value.entries].map(([name, keys]) => {
    const kind = linkKinds.find((known) => known === name.toUpperCase());
    if (kind) return { kind, keys: keysIn(keys, `links.${name}`, path) };
    throw badMap(path, keys.line, `${quote(name)} is no kind of link; there are ${linkKinds.join(', ')}`);
  });
}

function keysIn(value: Value | null, name: string, path: string): readonly string[] {
  if (value === null) return [];
  const items = value.kind === 'list' ? value.items : [value];
  return items.map((item) => {
    if (item.kind === 'text') return item.text;
    throw badMap(path, item.line, `expected a key of the rows or a list of keys for ${name}, found ${describe(item)}`);
  });
}

function badMap(path: string, line: number, message: string): InputError {
  return new InputError('BAD_MAP', `${path}:${line}: ${message}. A mapping file has the keys ${KEYS.join(', ')}.`);
}
