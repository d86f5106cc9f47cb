import { expect } from 'vitest';

/** What is counted, with its count, the largest first. */
export type Counted = readonly (readonly [string | number, number])[];

/** The same counts in the same order; above the last of them, where a longer list could go on with equals, the same things. */
export function expectSameCounts(found: Counted, expected: Counted): void {
  expect(found.map(([, count]) => count)).toEqual(expected.map(([, count]) => count));
  const least = expected.at(-1)?.[1] ?? 0;
  const above = (some: Counted) =>
    some
      .filter(([, count]) => count > least)
      .map(([name, count]) => `${name} ${count}`)
      .sort();
  expect(above(found)).toEqual(above(expected));
}
