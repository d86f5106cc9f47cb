import type { Names, Predicate } from '../read/selection.ts';
import type { CollaborationKind } from './filters.ts';
import { anyOf, leaf } from './predicate.ts';

/** What is known of the countries of a paper's institutions. Institutions count as named: no unit is rolled up. */

/** How many institutions a paper names. */
export function institutionCountOf(variable: string): string {
  return `COUNT { (${variable})-[:AFFILIATED_WITH]->() }`;
}

/**
 * How many known countries a paper's institutions are in: those institutions counted that have the smallest key of their
 * country, since one engine takes no DISTINCT inside a count.
 */
export function countryCountOf(variable: string, names: Names): string {
  const one = names.variable('one');
  const other = names.variable('other');
  const smaller = `COUNT { MATCH (${variable})-[:AFFILIATED_WITH]->(${other}:Institution) WHERE ${other}.countryCode = ${one}.countryCode AND ${other}.key < ${one}.key }`;
  return `COUNT { MATCH (${variable})-[:AFFILIATED_WITH]->(${one}:Institution) WHERE ${one}.countryCode IS NOT NULL AND ${smaller} = 0 }`;
}

/** A paper's institutions whose country is known, or is not. */
export function countriesKnown(variable: string, names: Names, isKnown: boolean): string {
  const one = names.variable('one');
  return `COUNT { MATCH (${variable})-[:AFFILIATED_WITH]->(${one}:Institution) WHERE ${one}.countryCode IS ${isKnown ? 'NOT NULL' : 'NULL'} }`;
}

/** One of these kinds of collaboration. */
export function collaborationKindIn(kinds: readonly CollaborationKind[]): Predicate {
  return anyOf([...new Set(kinds)].map((kind) => leaf(conditions[kind])));
}

const isInternational = (variable: string, names: Names) => {
  const one = names.variable('one');
  const other = names.variable('other');
  return `COUNT { MATCH (${one}:Institution)<-[:AFFILIATED_WITH]-(${variable})-[:AFFILIATED_WITH]->(${other}:Institution) WHERE ${one}.countryCode < ${other}.countryCode } > 0`;
};

const hasSeveral = (variable: string) => `${institutionCountOf(variable)} > 1`;

const allKnown = (variable: string, names: Names) => `${countriesKnown(variable, names, false)} = 0`;

const conditions: Readonly<Record<CollaborationKind, (variable: string, names: Names) => string>> = {
  INTERNATIONAL: isInternational,
  NATIONAL: (variable, names) =>
    `${hasSeveral(variable)} AND ${allKnown(variable, names)} AND NOT (${isInternational(variable, names)})`,
  WITHIN_ONE: (variable) => `${institutionCountOf(variable)} = 1`,
  UNKNOWN: (variable, names) =>
    `${institutionCountOf(variable)} = 0 OR (${hasSeveral(variable)} AND NOT (${allKnown(variable, names)}) AND NOT (${isInternational(variable, names)}))`,
};
