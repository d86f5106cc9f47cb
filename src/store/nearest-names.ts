import { nearest } from '../model/distance.ts';
import { fold } from '../model/text.ts';
import { suggestions } from './find.ts';
import type { FoundKind } from './find-predicates.ts';
import type { GraphStore } from './graph-store.ts';

/** Most slips come behind the first letters; names that begin alike are few enough to be compared. */
const begunLetters = 3;
/** In a short name, such as an acronym, the slip may stand among them, so those with its first letter are looked at too. */
const shortLength = 6;
const comparedCount = 50;
const shownCount = 3;

/**
 * Names in the graph that a misspelt one may have meant, the nearest first, at most three: of the best known names with a
 * word that begins like it those that few letters part from it, then those that begin with all of it.
 */
export async function nearestNames(store: GraphStore, kind: FoundKind, stated: string): Promise<readonly string[]> {
  const folded = fold(stated);
  if (folded === '') return [];
  const lengths = folded.length <= shortLength ? [begunLetters, 1] : [begunLetters];
  const begun = await Promise.all(
    lengths.map((length) => suggestions(store, folded.slice(0, length).trim(), [kind], comparedCount)),
  );
  const names = begun.flat().map(({ name }) => name);
  const longer = names.filter((name) => fold(name).startsWith(folded));
  return [...new Set([...nearest(stated, names), ...longer])].slice(0, shownCount);
}
