import { InputError } from '../model/errors.ts';
import { fold } from '../model/text.ts';
import type { PaperFilter } from '../store/filters/filters.ts';
import type { NamedFilter } from '../store/filters/named-predicates.ts';
import { searchParts } from '../store/stored-text.ts';
import { limits } from './limits.ts';

/** What the schema's types cannot say of filters, checked before anything is sent to the store. */

/**
 * Checks a filter over papers.
 * @param place - the argument's name, for the message
 * @throws InputError FILTER_TOO_DEEP, EMPTY_SEARCH
 */
export function checkPaperFilter(filter: PaperFilter, place: string, depth = 1): void {
  const { about, titleContains } = filter;
  requireName(titleContains, `${place}.titleContains`);
  if (typeof about === 'string' && searchParts(about).length === 0) {
    throw new InputError(
      'EMPTY_SEARCH',
      `${place}.about: expected at least one word, but found "${about}". Leave it out for all papers.`,
    );
  }
  checkNested(filter, place, depth, checkPaperFilter);
}

/**
 * Checks a filter over institutions, conferences, topics or authors, and the filters over papers that it holds; each of
 * these is nested on its own.
 * @throws InputError FILTER_TOO_DEEP, EMPTY_SEARCH
 */
export function checkNamedFilter(filter: NamedFilter, place: string, depth = 1): void {
  const { nameContains, papers, noPapers } = filter;
  requireName(nameContains, `${place}.nameContains`);
  if (papers) checkPaperFilter(papers, `${place}.papers`);
  if (noPapers) checkPaperFilter(noPapers, `${place}.noPapers`);
  checkNested(filter, place, depth, checkNamedFilter);
}

interface Nested<F> {
  readonly and?: readonly F[] | null | undefined;
  readonly or?: readonly F[] | null | undefined;
  readonly not?: F | null | undefined;
}

function checkNested<F>(
  { and, or, not }: Nested<F>,
  place: string,
  depth: number,
  check: (filter: F, place: string, depth: number) => void,
): void {
  const inner = [
    ...(and ?? []).map((filter, index) => ({ filter, within: `${place}.and[${index}]` })),
    ...(or ?? []).map((filter, index) => ({ filter, within: `${place}.or[${index}]` })),
    ...(not ? [{ filter: not, within: `${place}.not` }] : []),
  ];
  const [deepest] = inner;
  if (depth === limits.filterDepth && deepest) {
    throw new InputError(
      'FILTER_TOO_DEEP',
      `${deepest.within}: expected and, or and not nested at most ${limits.filterDepth} deep, but found more. Most of them can be written side by side.`,
    );
  }
  for (const { filter, within } of inner) check(filter, within, depth + 1);
}

/** A part of a name must have a letter or digit: names are compared folded. */
function requireName(text: string | null | undefined, place: string): void {
  if (typeof text !== 'string' || fold(text) !== '') return;
  throw new InputError(
    'EMPTY_SEARCH',
    `${place}: expected at least one letter or digit, but found "${text}". Leave it out for all.`,
  );
}
