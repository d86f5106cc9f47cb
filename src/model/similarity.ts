import { compareTexts } from './text.ts';
/** What two papers can share. */
export type SharedKind = 'AUTHOR' | 'REFERENCE' | 'TOPIC' | 'INSTITUTION';

/** Something that a paper has, with how many papers have it. */
export interface PaperThing {
  readonly kind: SharedKind;
  readonly key: string;
  readonly degree: number;
}

/** What a thing counts that two papers alone share. */
const mostOf: Readonly<Record<SharedKind, number>> = { AUTHOR: 3, REFERENCE: 2, TOPIC: 1, INSTITUTION: 0.5 };

/**
 * What a shared thing counts: most / (1 + log2 of half the papers that have it), so that what two papers alone share counts most, and
 * what a thousand share a tenth of it. The idea is that of inverse document frequency (Spärck Jones, 1972).
 */
export function weightOf({ kind, degree }: PaperThing): number {
  return mostOf[kind] / (1 + Math.log2(Math.max(2, degree) / 2));
}

/** Papers that are looked at for one paper, counted once for each thing that leads to them. */
const mostLookedAt = 5_000;

/** Things that similar papers are looked for by: the rarest first, as long as they lead to no more papers than can be looked at. */
export function rarestThings(things: readonly PaperThing[]): readonly PaperThing[] {
  let lookedAt = 0;
  return [...things]
    .filter(({ degree }) => degree > 1)
    .sort((a, b) => a.degree - b.degree || compareTexts(a.kind, b.kind) || compareTexts(a.key, b.key))
    .filter(({ degree }) => {
      if (lookedAt + degree > mostLookedAt) return false;
      lookedAt += degree;
      return true;
    });
}

/** A paper with what it shares with another. */
export interface ScoredPaper {
  readonly key: string;
  /** The weights of all that is shared, summed and rounded to six places. */
  readonly score: number;
  readonly shared: readonly PaperThing[];
}

/**
 * Papers by what they share with one paper, the most similar first, ties by key ascending.
 *
 * @param sharedOf - things of that paper that each other paper has, in any order
 */
export function scored(sharedOf: ReadonlyMap<string, readonly PaperThing[]>): readonly ScoredPaper[] {
  return [...sharedOf]
    .map(([key, things]) => {
      // In one order, since a sum of fractions differs in its last bits with the order of adding.
      const shared = [...things].sort((a, b) => compareTexts(a.kind, b.kind) || compareTexts(a.key, b.key));
      const sum = shared.reduce((total, thing) => total + weightOf(thing), 0);
      return { key, score: Math.round(sum * 1e6) / 1e6, shared };
    })
    .sort((a, b) => b.score - a.score || compareTexts(a.key, b.key));
}
