import { distance } from '../model/distance.ts';

/** The name that looks most like a stated one, as the end of a sentence; empty where none comes near. */
export function didYouMean(stated: string, names: readonly string[]): string {
  const [nearest] = names
    .map((name) => ({ name, away: distance(stated.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, away }) => away <= Math.max(2, name.length / 3))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  return nearest ? ` Did you mean ${nearest.name}?` : '';
}
