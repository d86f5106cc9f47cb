import { createHash } from 'node:crypto';
import type { Listing } from '../model/graph.ts';
import type { Names } from '../model/names/names.ts';
import { identityOf } from './listing-identity.ts';
import { nameProblemsOf } from './name-problems.ts';

/**
 * A hash of what a listing's names mean: its institutions, its place of publication, and what about them is not sure. Where
 * it differs from the stored one, tables of names changed what the listing says, and its paper is reconciled again.
 */
export function readingOf(listing: Listing, names: Names): string {
  const { venue, institutions } = identityOf(listing, names);
  const meaning = [
    institutions.map(({ key, facts, statedAs }) => [key, facts !== null, statedAs]),
    venue.series.map(({ key, acronym, facts }) => [key, acronym, facts?.kind ?? null]),
    [venue.year, venue.arxivId, venue.isPeerReviewed],
    nameProblemsOf(listing, names).map(({ problem }) => [problem.code, problem.message]),
  ];
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 16);
}
