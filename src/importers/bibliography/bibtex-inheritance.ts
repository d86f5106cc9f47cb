import { duplicateCitationKey, unknownCrossref } from './bibliography-problems.ts';
import type { BibtexField, BibtexItem } from './bibtex-file.ts';
import type { BibliographyPlace } from './read-bibliography.ts';

type Fields = ReadonlyMap<string, BibtexField>;

/**
 * What a paper takes from the volume that its `crossref` names, by the fields of either. A DOI, an address or authors are
 * the volume's own, so that a record never takes them.
 */
const FROM_VOLUME: readonly (readonly [own: string, ofVolume: string])[] = [
  ['booktitle', 'booktitle'],
  ['booktitle', 'title'],
  ['journaltitle', 'journaltitle'],
  ['journal', 'journal'],
  ['eventtitle', 'eventtitle'],
  ['year', 'year'],
  ['date', 'date'],
];

/** No item has as many; a file whose items all inherit from each other would have it grow with the square of their number. */
const MAX_FIELDS = 200;

/** Items with what they inherit by `crossref` and `xdata`, in their order. Keys that lead nowhere or to several are told. */
export function withInherited(
  items: readonly BibtexItem[],
  { path, problems }: BibliographyPlace,
): readonly BibtexItem[] {
  const byKey = new Map<string, BibtexItem>();
  for (const item of items) {
    const key = item.key.toLowerCase();
    const first = byKey.get(key);
    if (first && key !== '')
      problems.add(duplicateCitationKey({ path, line: item.line }, item.key, { path, line: first.line }));
    else byKey.set(key, item);
  }
  byKey.delete('');
  // An item is its own answer while it is worked out, so that a circle ends.
  const settled = new Map<BibtexItem, BibtexItem>();
  const inherit = (item: BibtexItem): BibtexItem => {
    const known = settled.get(item);
    if (known) return known;
    settled.set(item, item);
    const fields = new Map(item.fields);
    for (const { field, key, line } of ancestorsOf(item)) {
      const found = byKey.get(key.toLowerCase());
      if (found) addMissing(fields, field, inherit(found).fields);
      else problems.add(unknownCrossref({ path, line }, field, key));
    }
    const whole = fields.size === item.fields.size ? item : { ...item, fields };
    settled.set(item, whole);
    return whole;
  };
  return items.map(inherit);
}

function* ancestorsOf({ fields }: BibtexItem) {
  for (const field of ['xdata', 'crossref'] as const) {
    const stated = fields.get(field);
    if (!stated) continue;
    for (const key of stated.value.split(',').map((each) => each.trim())) {
      if (key !== '') yield { field, key, line: stated.line };
    }
  }
}

function addMissing(fields: Map<string, BibtexField>, by: 'xdata' | 'crossref', inherited: Fields): void {
  const offered = by === 'xdata' ? [...inherited.keys()].map((name) => [name, name] as const) : FROM_VOLUME;
  const isDated = fields.has('date') || fields.has('year');
  for (const [own, theirs] of offered) {
    if (fields.size >= MAX_FIELDS) return;
    const field = inherited.get(theirs);
    if (field && !fields.has(own) && !(isDated && (own === 'year' || own === 'date'))) fields.set(own, field);
  }
}
