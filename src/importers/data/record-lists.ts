import type { ListValue, ObjectValue, Value } from './value.ts';

/** Rows that stand in one list, and the keys above it that are headings. */
export interface RecordList {
  readonly section: readonly string[];
  readonly rows: readonly Value[];
}

/**
 * The lists of records within a value: itself; else the lists of objects in the objects within it, each under the
 * keys that lead to it, or under none where it is the only one; else the objects that name papers, as where each record
 * has a key of its own. Lists of texts are none. Empty where there is no such thing.
 *
 * @param options - `isNamed` tells the objects that are records from those that hold some; `isAsked`: the caller
 * named this place, so that the keys below it are headings though there is one list only
 */
export function recordListsIn(
  value: Value | null,
  { isNamed, isAsked }: { readonly isNamed: (row: ObjectValue) => boolean; readonly isAsked: boolean },
): readonly RecordList[] {
  if (value === null || value.kind === 'text') return [];
  if (value.kind === 'list')
    return isList(value) || value.items.length === 0 ? [{ section: [], rows: value.items }] : [];
  const lists = listsBelow(value, [], isNamed);
  const [first] = lists;
  if (first && lists.length === 1 && !isAsked) return [{ ...first, section: [] }];
  return lists.length > 0 ? lists : keyedRecords(value, [], isNamed);
}

function isList({ items }: ListValue): boolean {
  return items.some(({ kind }) => kind === 'object');
}

function listsBelow(
  { entries }: ObjectValue,
  section: readonly string[],
  isNamed: (row: ObjectValue) => boolean,
): RecordList[] {
  return [...entries].flatMap(([key, value]) => {
    if (value.kind === 'list') return isList(value) ? [{ section: [...section, key], rows: value.items }] : [];
    return value.kind === 'object' && !isNamed(value) ? listsBelow(value, [...section, key], isNamed) : [];
  });
}

function keyedRecords(
  { entries }: ObjectValue,
  section: readonly string[],
  isNamed: (row: ObjectValue) => boolean,
): RecordList[] {
  const objects = [...entries].flatMap(([key, value]) => (value.kind === 'object' ? [{ key, value }] : []));
  const rows = objects.filter(({ value }) => isNamed(value)).map(({ value }) => value);
  const below = objects
    .filter(({ value }) => !isNamed(value))
    .flatMap(({ key, value }) => keyedRecords(value, [...section, key], isNamed));
  return rows.length === 0 ? below : [{ section, rows }, ...below];
}
