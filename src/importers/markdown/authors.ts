import type { StatedAuthor } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { looksLikeInstitution, readInstitutions } from './institutions.ts';
import { INVERTED, isPersonName, isSurnameFirst } from './people.ts';

/** The authors that a plain list names: "A. Author, B. Author and C. Author", "Lee, A., Chen, B.". */
export function readAuthors(text: string): StatedAuthor[] {
  const inverted = invertedNames(text);
  if (inverted) return inverted.map((name) => ({ name, institutions: [] }));
  return joinInitials(namesIn(text)).map((name) => ({ name, institutions: [] }));
}

/** "Lee, Ann and Chen, Bo", as BibTeX writes names, or null. */
function invertedNames(text: string): string[] | null {
  const names = text
    .trim()
    .split(/\s+and\s+/u)
    .map((name) => INVERTED.exec(name));
  if (names.length < 2 || names.includes(null)) return null;
  return names.map((name) => `${name?.[2]} ${name?.[1]}`);
}

function namesIn(text: string): string[] {
  return text
    .trim()
    .replace(/^\s*(?:by|authors?\s*:)\s+/iu, '')
    .split(/\s*[,;，、；]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u)
    .map((name) =>
      collapse(
        name.replace(/[*†‡§¶#+…]+|\.{3}|(?<=\p{L}{2})\d+$/gu, '').replace(/[.,]?\s*(?:\bet al\.?|等)$/iu, ''),
      ).replace(/(\p{L}{2})\.$/u, '$1'),
    )
    .filter(
      (name) => /\p{Lu}|\p{Lo}|\p{Ll}+ \p{L}/u.test(name) && !/^(?:et al|others|etc|and others)\.?$/iu.test(name),
    );
}

/** "Lee", "A." are one author: a surname with the initials behind it. */
function joinInitials(names: readonly string[]): string[] {
  const [surname = '', given = '', ...others] = names;
  if (isSurnameFirst(names)) return [`${given} ${surname}`, ...others];
  const joined: string[] = [];
  for (const name of names) {
    const surname = joined.at(-1);
    if (
      surname !== undefined &&
      /^(?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.?$/u.test(name) &&
      /^[\p{L}'’ -]{2,}$/u.test(surname)
    ) {
      joined[joined.length - 1] = `${name} ${surname}`;
    } else joined.push(name);
  }
  return joined;
}

export interface AffiliatedAuthors {
  readonly authors: readonly StatedAuthor[];
  /** Every institution named, in order; an author list says whose only where brackets say so. */
  readonly institutions: readonly string[];
  readonly placeholders: readonly string[];
}

/**
 * Authors with institutions in brackets behind them: "A. Lee, B. Chen (NBU), C. Diaz (Hill College & Acme)". A bracket
 * belongs to every author since the last one. A single bracket at the end of a list that names several institutions, or a
 * name without persons behind the last comma, says where the authors are without saying who is where.
 */
export function readAffiliatedAuthors(text: string): AffiliatedAuthors {
  const authors: StatedAuthor[] = [];
  const institutions: string[] = [];
  const placeholders: string[] = [];
  const brackets = [...text.matchAll(/[(（]([^()（）]*)[)）]/gu)];
  let from = 0;
  for (const bracket of brackets) {
    const stated = institutionsIn(bracket[1] ?? '');
    const names = readAuthors(text.slice(from, bracket.index)).map(({ name }) => name);
    const isForAll = brackets.length === 1 && stated.names.length > 1 && names.length > 1;
    // One by one: a hostile line has more names than a call takes arguments.
    for (const name of names) authors.push({ name, institutions: isForAll ? [] : stated.names });
    for (const name of stated.names) institutions.push(name);
    for (const text of stated.placeholders) placeholders.push(text);
    from = bracket.index + bracket[0].length;
  }
  for (const author of readAuthors(text.slice(from).replace(/^\s*[.,;]+/u, ''))) authors.push(author);
  return { authors, institutions: [...new Set(institutions)], placeholders };
}

function institutionsIn(text: string) {
  return readInstitutions([text]);
}

/**
 * Pairs of people and places: "A. Lee and B. Chen, NBU; C. Diaz, Hill College & Acme". Null where the text is not
 * written so.
 */
export function readAuthorPairs(text: string): AffiliatedAuthors | null {
  const groups = text.split(/\s*;\s*/u).filter((group) => group !== '');
  const pairs = groups.map((group) => {
    const parts = group.split(/\s*,\s*(?:and\s+)?|\s+and\s+/u).filter((part) => part !== '');
    const count = parts.findIndex((part) => !isPersonName(part) || looksLikeInstitution(part));
    const place = count > 0 ? group.slice(group.indexOf(parts[count] ?? '')) : '';
    return { names: parts.slice(0, Math.max(count, 0)), place: place.replace(/[.\s]+$/u, '') };
  });
  if (groups.length < 2 || pairs.some(({ names, place }) => names.length === 0 || place === '')) return null;
  const stated = pairs.map(({ names, place }) => ({ names, institutions: institutionsIn(place) }));
  return {
    authors: stated.flatMap(({ names, institutions }) =>
      names.map((name) => ({ name, institutions: institutions.names })),
    ),
    institutions: [...new Set(stated.flatMap(({ institutions }) => institutions.names))],
    placeholders: stated.flatMap(({ institutions }) => institutions.placeholders),
  };
}
