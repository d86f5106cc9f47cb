import { findConference, readVenue } from '../../model/names/conference-names.ts';
import { arxivIdOf } from '../../model/paper-ids.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { arxivNumberConflict, venueConflict } from './problems.ts';

/**
 * Where a row's paper link contradicts what the row states: the address names another conference or year, or another arXiv
 * number. What is stated stands; the contradiction is a problem.
 */
export function linkConflicts({ position, title, shortName, venue, links }: SourceRecord): Problem[] {
  if (venue === null) return [];
  const name = shortName ?? title ?? '';
  const papers = links.filter(({ kind }) => kind === 'PAPER' || kind === 'PDF').map(({ url }) => url);
  const elsewhere = papers.map(editionOfAddress).find((edition) => edition !== null && !isSameEdition(edition, venue));
  const number = /^arxiv\s*:?\s*(\d{4}\.\d+)/iu.exec(venue)?.[1];
  const ids = papers.map(arxivIdOf).filter((id) => id !== null);
  return [
    ...(elsewhere
      ? [venueConflict(position, { name, venue, elsewhere: `${elsewhere.acronym} ${elsewhere.year}` })]
      : []),
    ...(number && ids[0] && !ids.includes(number) ? [arxivNumberConflict(position, { name, venue, id: ids[0] })] : []),
  ];
}

interface LinkedEdition {
  readonly key: string;
  readonly acronym: string;
  readonly year: number;
}

/** The conference and year in a USENIX address: ".../conference/nsdi20/presentation/…". */
function editionOfAddress(url: string): LinkedEdition | null {
  const [, name = '', year = ''] = /^https?:\/\/(?:www\.)?usenix\.org\/conference\/([a-z]+)(\d{2})\//u.exec(url) ?? [];
  const series = name === '' ? undefined : findConference(name);
  return series ? { key: series.key, acronym: series.acronym, year: 2000 + Number(year) } : null;
}

/** A preprint or a workshop of a conference does not contradict the conference. */
function isSameEdition(edition: LinkedEdition, venue: string): boolean {
  const stated = readVenue(venue);
  if (!stated.isPeerReviewed || stated.workshop !== null || stated.series.every(({ facts }) => facts === null))
    return true;
  return stated.series.some(({ key }) => key === edition.key) && (stated.year ?? edition.year) === edition.year;
}
