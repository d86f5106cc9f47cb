import { fold } from '../../model/text.ts';
import type { FieldMap, FieldName, LinkField } from './field-map.ts';
import { fieldsFrom } from './field-map.ts';
import { textsIn } from './texts.ts';
import type { ListValue, ObjectValue, Value } from './value.ts';

/** Where the rows of one list hold each field: the keys of the map, as the rows spell them. */
export interface Columns {
  readonly fields: Readonly<Record<FieldName, readonly KeyPath[]>>;
  readonly links: readonly { readonly kind: LinkField['kind']; readonly paths: readonly KeyPath[] }[];
  /** Keys of rows that no field uses, in alphabetical order. */
  readonly unused: readonly string[];
}

/** A key of a row, then keys of the objects within it. */
type KeyPath = readonly [string, ...string[]];

/** More ways to spell one key no list has; without a limit, each row would be asked for the keys of all others. */
const MAX_SPELLINGS = 8;

/**
 * Finds the keys of a map among those that rows have: as written, else whatever the case and the signs between words
 * ("Short Name" for `short_name`), else, where the key has dots, as a path into the objects of a row.
 */
export function columnsOf(map: FieldMap, rows: readonly ObjectValue[]): Columns {
  const names = new Set(rows.flatMap(({ entries }) => [...entries.keys()]));
  const spellings = spellingsOf(names);
  const used = new Set<string>();
  const find = (key: string) => (names.has(key) ? [key] : (spellings.get(squash(key)) ?? []));
  const pathsOf = (keys: readonly string[]) => {
    const paths = keys.flatMap((key): KeyPath[] => {
      const whole = find(key);
      if (whole.length > 0) return whole.map((name) => [name]);
      const [first = '', ...rest] = key.split('.');
      return rest.length === 0 ? [] : find(first).map((name) => [name, ...rest]);
    });
    for (const [name] of paths) used.add(name);
    return paths;
  };
  const fields = fieldsFrom((name) => pathsOf(map.fields[name]));
  const links = map.links.map(({ kind, keys }) => ({ kind, paths: pathsOf(keys) }));
  return { fields, links, unused: [...names].filter((name) => !used.has(name)).sort() };
}

/** Tells rows that name a paper, under one of the map's keys for titles and short names. */
export function namesPaper({ fields }: FieldMap): (row: ObjectValue) => boolean {
  const keys = new Set(
    [...fields.title, ...fields.shortName].flatMap((key) => [squash(key), squash(key.split('.')[0] ?? '')]),
  );
  return ({ entries }) => [...entries].some(([key, value]) => keys.has(squash(key)) && textsIn(value).texts.length > 0);
}

function spellingsOf(names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  for (const name of names) {
    const key = squash(name);
    const known = spellings.get(key);
    if (!known) spellings.set(key, [name]);
    else if (known.length < MAX_SPELLINGS) known.push(name);
  }
  spellings.delete('');
  return spellings;
}

function squash(key: string): string {
  return fold(key).replaceAll(' ', '');
}

/** The value at a path, null where there is none. On the way through a list, the list of what its items have there. */
export function valueAt(value: Value, path: readonly string[]): Value | null {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (value.kind === 'list') return inItems(value, path);
  const inner = value.kind === 'object' ? value.entries.get(key) : undefined;
  return inner === undefined ? null : valueAt(inner, rest);
}

function inItems({ items, line }: ListValue, path: readonly string[]): Value | null {
  const found = items.flatMap((item) => valueAt(item, path) ?? []);
  return found.length === 0 ? null : { kind: 'list', items: found, line };
}
