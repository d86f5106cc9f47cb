import { nearest } from '../model/distance.ts';
import { fold } from '../model/text.ts';
import { suggestions } from './find.ts';
import type { FoundKind } from './find-predicates.ts';
import type { GraphStore } from './graph-store.ts';

/** Most slips come behind the first letters; names that begin alike are few enough to be compared. */
const begunLetters = 3;
/** Of a short name, such as an acronym, only the first letter is taken to be right. */
const shortLength = 6;
const comparedCount = 50;
const shownCount = 3;

/**
 * Names in the graph that a misspelt one may have meant, the nearest first, at most three: of the best known names with a
 * word that begins like it those that few letters part from it.
 */
export async function nearestNames(store: GraphStore, kind: FoundKind, stated: string): Promise<readonly string[]> {
  const folded = fold(stated);
  const beginning = folded.slice(0, folded.length <= shortLength ? 1 : begunLetters).trim();
  if (beginning === '') return [];
  const begun = await suggestions(store, beginning, [kind], comparedCount);
  return nearest(
    stated,
    begun.map(({ name }) => name),
  ).slice(0, shownCount);
}
