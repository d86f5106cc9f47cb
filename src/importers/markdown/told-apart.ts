import type { SourceRecord, StatedLink, ToldApartKind } from '../../model/source-record.ts';
import type { Place } from './layouts/layout.ts';
import { kindOfAddress } from './link-kinds.ts';

const KINDS_BY_HEADING: readonly (readonly [words: RegExp, kind: ToldApartKind])[] = [
  [/\b(?:industrial |commercial )?products?\b/iu, 'PRODUCT'],
  [/\b(?:tools?|software|libraries|toolkits|open[- ]source projects?)\b/iu, 'TOOL'],
  [/\b(?:traces?|datasets?)\b/iu, 'TRACE'],
  [/\b(?:people|researchers|research groups|labs)\b/iu, 'PERSON'],
];

/** Headings of things that are used rather than read. */
const THINGS =
  /\b(?:projects?|products?|tools?|software|libraries|toolkits|frameworks?|courses?|tutorials?|people|companies)\b/iu;

const OTHERS = /\b(?:courses?|tutorials?|blogs?|podcasts?|videos?|people)\b/iu;

/**
 * What a row is that is no paper, or null where it is one. A row without any sign of a publication (place, year, author, a
 * link to a paper or notes on one) that links elsewhere is about the thing it links to, unless it has a paper's title and
 * institutions.
 */
export function tellApart(record: SourceRecord, { section }: Pick<Place, 'section'>): ToldApartKind | null {
  const { title, venue, year, institutions, authors, links } = record;
  const isPublished = venue !== null || year !== null || authors.length > 0;
  const leadsToPaper = links.some(({ kind }) => kind === 'PAPER' || kind === 'PDF' || kind === 'NOTES');
  const hasTitle = (title ?? '').split(' ').length >= 5 && institutions.length > 0;
  const heading = section.at(-1) ?? '';
  // A course or a book has people who made it, and is published nowhere.
  const isOthers = OTHERS.test(heading) && venue === null && institutions.length === 0 && !leadsToPaper;
  if ((isPublished && !isOthers) || links.length === 0) return null;
  if (hasTitle && !THINGS.test(heading)) return null;
  // A title that links to a project's own page may look like a paper's.
  const leadsToPublication = links.some(({ url }) => ['PAPER', 'PDF', 'NOTES'].includes(kindOfAddress(url)));
  if (leadsToPaper && (leadsToPublication || !THINGS.test(heading))) return null;
  return KINDS_BY_HEADING.find(([words]) => words.test(heading))?.[1] ?? kindByLinks(links);
}

function kindByLinks(links: readonly StatedLink[]): ToldApartKind {
  const kinds = new Set(links.map(({ kind }) => kind));
  if (kinds.has('CODE')) return 'TOOL';
  if (kinds.has('DATASET')) return 'TRACE';
  return kinds.has('BLOG') && kinds.size === 1 ? 'ESSAY' : 'PRODUCT';
}
