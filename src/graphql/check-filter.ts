import { InputError } from '../model/errors.ts';
import { fold } from '../model/text.ts';
import type { PaperFilter } from '../store/filters/filters.ts';
import { searchParts } from '../store/stored-text.ts';
import { limits } from './limits.ts';

/**
 * Checks what the schema's types cannot say, before anything is sent to the store.
 * @param place - the argument's name, for the message
 * @throws InputError FILTER_TOO_DEEP, EMPTY_SEARCH
 */
export function checkPaperFilter(filter: PaperFilter, place: string, depth = 1): void {
  if (depth > limits.filterDepth) {
    throw new InputError(
      'FILTER_TOO_DEEP',
      `${place}: expected and, or and not nested at most ${limits.filterDepth} deep, but found more. Most of them can be written side by side.`,
    );
  }
  const { about, titleContains, and, or, not } = filter;
  requireName(titleContains, `${place}.titleContains`);
  if (typeof about === 'string' && searchParts(about).length === 0) {
    throw new InputError(
      'EMPTY_SEARCH',
      `${place}.about: expected at least one word, but found "${about}". Leave it out for all papers.`,
    );
  }
  for (const inner of [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])]) checkPaperFilter(inner, place, depth + 1);
}

/**
 * A part of a name must have a letter or digit: names are compared folded.
 * @throws InputError EMPTY_SEARCH
 */
export function requireName(text: string | null | undefined, place: string): void {
  if (typeof text !== 'string' || fold(text) !== '') return;
  throw new InputError(
    'EMPTY_SEARCH',
    `${place}: expected at least one letter or digit, but found "${text}". Leave it out for all.`,
  );
}
