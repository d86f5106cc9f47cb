import type { StatedAuthor } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { type AffiliatedAuthors, readAffiliatedAuthors, readAuthors } from '../markdown/authors.ts';
import { readInstitutions } from '../markdown/institutions.ts';
import { textsIn, textUnder } from './texts.ts';
import type { ObjectValue, Value } from './value.ts';

export interface HeldAuthors extends AffiliatedAuthors {
  /** Values that name no author. */
  readonly others: readonly Value[];
}

/** Longer lists of authors have no affiliations in brackets, which take longer to read. */
const MAX_LENGTH = 50_000;

/**
 * The authors that a value names: one text with all of them ("A and B", "Lee, Ann; Chen, Bo", "A (NBU), B (Hill)"), a
 * list with an item for each, or objects with a name (also `given` and `family`) and affiliations.
 */
export function authorsIn(value: Value): HeldAuthors {
  if (value.kind === 'text') return fromText(collapse(value.text));
  if (value.kind === 'object') return fromObject(value);
  const held = value.items.map((item) => (item.kind === 'text' ? fromItem(collapse(item.text)) : authorsIn(item)));
  return {
    authors: held.flatMap(({ authors }) => authors),
    institutions: held.flatMap(({ institutions }) => institutions),
    placeholders: held.flatMap(({ placeholders }) => placeholders),
    others: held.flatMap(({ others }) => others),
  };
}

/** Several authors in one text. Where every part is a surname, a comma and first names, the comma is within the name. */
function fromText(text: string): HeldAuthors {
  const parts = text.split(/ *; *| and /u).filter((part) => part !== '');
  const turned = parts.map(turnedName);
  if (turned.every((name) => name !== null)) return named(turned);
  return listedIn(text);
}

function fromItem(text: string): HeldAuthors {
  const name = turnedName(text);
  return name === null ? listedIn(text) : named([name]);
}

function listedIn(text: string): HeldAuthors {
  if (text.length > MAX_LENGTH) return named(readAuthors(text).map(({ name }) => name));
  return { ...readAffiliatedAuthors(text), others: [] };
}

/** "Lee, Ann" is "Ann Lee"; null for any other text. */
function turnedName(text: string): string | null {
  const comma = text.indexOf(', ');
  const [surname, given] = [text.slice(0, comma), text.slice(comma + 2)];
  const isName = comma > 0 && text.length < 100 && !/[\s(]/u.test(surname) && /^[^,()]+$/u.test(given);
  return isName ? `${given} ${surname}` : null;
}

function named(names: readonly string[]): HeldAuthors {
  return { authors: names.map((name) => ({ name, institutions: [] })), institutions: [], placeholders: [], others: [] };
}

function fromObject(object: ObjectValue): HeldAuthors {
  const parts = [
    textUnder(object, ['given', 'first', 'first_name']),
    textUnder(object, ['family', 'last', 'last_name']),
  ];
  const name =
    textUnder(object, ['name', 'author', 'full_name', 'literal']) ?? parts.filter((part) => part !== null).join(' ');
  if (name === '') return { ...named([]), others: [object] };
  const held = ['affiliations', 'affiliation', 'institutions', 'institution', 'org'].flatMap((key) => {
    const value = object.entries.get(key);
    return value ? textsIn(value).texts : [];
  });
  const { names, placeholders } = readInstitutions(held);
  const author: StatedAuthor = { name, institutions: names };
  return { authors: [author], institutions: names, placeholders, others: [] };
}
