import { nearest } from '../model/distance.ts';

/** The name that looks most like a stated one, as the end of a sentence; empty where none comes near. */
export function didYouMean(stated: string, names: readonly string[]): string {
  const [name] = nearest(stated, names);
  return name === undefined ? '' : ` Did you mean ${name}?`;
}
