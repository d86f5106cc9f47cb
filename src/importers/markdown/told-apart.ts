import type { SourceRecord, ToldApartKind } from '../../model/source-record.ts';
import type { Place } from './layouts/layout.ts';

const KINDS_BY_HEADING: readonly (readonly [words: RegExp, kind: ToldApartKind])[] = [
  [/\b(?:industrial |commercial )?products?\b/iu, 'PRODUCT'],
  [/\b(?:tools?|software|libraries|toolkits|open[- ]source projects?)\b/iu, 'TOOL'],
  [/\b(?:traces?|datasets?)\b/iu, 'TRACE'],
  [/\b(?:people|researchers|research groups|labs)\b/iu, 'PERSON'],
];

/**
 * What a row is that is no paper, or null where it is one. A row without any sign of a publication (place, year,
 * institution, author, or a link to a paper) that links elsewhere is about the thing it links to.
 */
export function tellApart(record: SourceRecord, { section }: Pick<Place, 'section'>): ToldApartKind | null {
  const { venue, year, institutions, institutionsIncomplete, authors, links } = record;
  const isPublished = venue !== null || year !== null || authors.length > 0;
  const hasInstitution = institutions.length > 0 || institutionsIncomplete;
  const leadsToPaper = links.some(({ kind }) => kind === 'PAPER' || kind === 'PDF' || kind === 'NOTES');
  if (isPublished || hasInstitution || leadsToPaper || links.length === 0) return null;
  const heading = section.at(-1) ?? '';
  return KINDS_BY_HEADING.find(([words]) => words.test(heading))?.[1] ?? 'PRODUCT';
}
