import type { Names, Predicate } from '../read/selection.ts';
import type { IntRange } from './filters.ts';
import { allOf, compare, isKnown, leaf } from './predicate.ts';

/** Ranges of numbers. What is not known is in no range, and `isKnown` asks for it. */

/** A stored number; null where it is not known. */
export function propertyRange(property: string, range: IntRange | null | undefined): readonly Predicate[] {
  if (!range) return [];
  const { min, max, isKnown: known } = range;
  return [
    ...(isGiven(min) ? [compare(property, '>=', min)] : []),
    ...(isGiven(max) ? [compare(property, '<=', max)] : []),
    ...(isGiven(known) ? [isKnown(property, known)] : []),
  ];
}

/** The year of papers: as any number, and the order by year may be walked within it. */
export function yearRange(range: IntRange | null | undefined): readonly Predicate[] {
  const parts = propertyRange('year', range);
  const min = range?.min ?? null;
  const max = range?.max ?? null;
  return min === null && max === null ? parts : [{ ...allOf(parts), years: { min, max } }];
}

/** A number that is counted: an expression on the variable. */
export type Counted = (variable: string, names: Names) => string;

/** How many there are of something that a paper may leave unsaid: none stated is not known, not 0. */
export function statedCountRange(count: Counted, range: IntRange | null | undefined): readonly Predicate[] {
  if (!range) return [];
  const { min, max, isKnown: known } = range;
  return [
    ...(isGiven(min) ? [counted(count, '>=', Math.max(min, 1))] : []),
    ...(isGiven(max) ? [counted(count, '<=', max), counted(count, '>', 0)] : []),
    ...(isGiven(known) ? [counted(count, known ? '>' : '=', 0)] : []),
  ];
}

/** How many there are of something that the graph always knows: 0 is a number like any other. */
export function knownCountRange(count: Counted, range: IntRange | null | undefined): readonly Predicate[] {
  if (!range) return [];
  const { min, max, isKnown: known } = range;
  return [
    ...(isGiven(min) ? [counted(count, '>=', min)] : []),
    ...(isGiven(max) ? [counted(count, '<=', max)] : []),
    ...(known === false ? [leaf(() => 'false')] : []),
  ];
}

function counted(count: Counted, operator: string, value: number): Predicate {
  return leaf((variable, names) => `${count(variable, names)} ${operator} ${names.parameter(value)}`);
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
