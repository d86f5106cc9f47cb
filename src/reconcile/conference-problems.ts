import type { ConferenceListing, ConferenceProblem } from '../model/graph.ts';

interface Side {
  readonly listing: ConferenceListing;
  readonly value: string;
}

/** Two listings disagree on one fact of a series or edition: a problem at the line that is not taken, with the other line. */
export function conflictProblem(
  conferenceKey: string,
  { code, name, fact }: { readonly code: string; readonly name: string; readonly fact: string },
  taken: Side,
  left: Side,
): ConferenceProblem {
  return {
    conferenceKey,
    pageKey: left.listing.pageKey,
    problem: {
      code,
      severity: 'WARNING',
      message: `"${name}" is stated here as ${fact} "${left.value}", but as "${taken.value}" in another place, which is taken`,
      suggestion: 'Check which is right, and state it in both lines.',
      position: left.listing.record.position,
      related: [taken.listing.record.position],
    },
  };
}
