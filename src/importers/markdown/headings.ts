import { findConference, readVenue } from '../../model/names/conference-names.ts';
import { findInstitution } from '../../model/names/institution-names.ts';
import type { Place } from './layouts/layout.ts';
import { markedText, plain } from './marked-text.ts';
import { isPersonName } from './people.ts';
import { isContents, isTemplateHeading, isWithoutPapers } from './sections.ts';
import type { Block } from './tree.ts';
import { isVenue } from './venues.ts';
import { isDate, onlyYear } from './years.ts';

/**
 * What a heading says of the rows below it. A heading that states a fact (a year, a conference's year, a day of a diary) is
 * no topic; so is a template heading.
 *
 * @param groupsByInstitution - several headings of the page are institutions, so each is a fact of its rows
 */
export function placeBelow(place: Place, heading: string, groupsByInstitution: boolean): Place {
  const text = heading.replace(/^[^\p{L}\p{N}("“]+|[\s#:：]+$/gu, '');
  if (text === '') return place;
  if (isContents(text)) return { ...place, isWithoutPapers: true, isContents: true };
  if (place.isContents) {
    const { isWithoutPapers: _, isContents: __, ...above } = place;
    return placeBelow(above, heading, groupsByInstitution);
  }
  if (isWithoutPapers(text)) return { ...place, isWithoutPapers: true };
  if (isTemplateHeading(text) || isDate(text)) return place;
  const year = onlyYear(text);
  if (year !== null) return { ...place, year };
  const venue = venueOf(text, place);
  if (venue !== null) return { ...place, venue };
  if (isPersonName(text) && /\bauthors?\b|\bpeople\b|作者/iu.test(place.section.at(-1) ?? ''))
    return { ...place, author: text };
  if (groupsByInstitution && findInstitution(text)) return { ...place, institution: text };
  return { ...place, section: [...place.section, heading] };
}

/** A heading that can only be a series: an acronym, or a name that says what it is. "Security" and "Middleware" are topics too. */
const SERIES_HEADING =
  /^(?:(?:ACM|IEEE|USENIX) )?[\p{L}\p{N}&'-]*(?:\p{Lu}[\p{Ll}\p{N}]*\p{Lu}|\p{Ll}\p{Lu})[\p{L}\p{N}&'-]*$|\b(?:Transactions|Journal|Conference|Symposium|Workshop|Proceedings|Communications|Letters|Surveys|Review)\b/u;

/** A conference's year, or a series below a year's heading or the other way round. */
function venueOf(heading: string, place: Place): string | null {
  // "MLSys 2023 Accepted Papers", "ICSE 2023 papers on fuzzing"
  const text = heading
    .replace(/\s+(?:accepted |research |main[- ]track )*(?:papers?|paper list|program(?:me)?|proceedings)$/iu, '')
    .replace(/^(\S.{0,30}?(?:(?:19|20)\d{2}|['’]\d{2})) (?:accepted |selected )?(?:papers|talks) .*$/iu, '$1');
  // "2020 (NeurIPS)"
  const [, dated, named = ''] = /^((?:19|20)\d{2})\s*[(（]([^()（）]+)[)）]$/u.exec(text) ?? [];
  if (dated !== undefined && findConference(named)) return `${named} ${dated}`;
  const { series, year, arxivId } = readVenue(text);
  // "Ray (OSDI 2018)" is a paper, "OSDI 2018 (Carlsbad)" a conference.
  const beforeBracket = /^(.+?)\s*\(/u.exec(text)?.[1];
  if (beforeBracket !== undefined && !isVenue(beforeBracket)) return null;
  const facts = findConference(text);
  // "Technical Reports" is a kind of paper, not where they appeared.
  const isNamed = facts !== undefined && facts.kind !== 'REPORT_SERIES' && facts.kind !== 'OTHER';
  const isSeries = isNamed && SERIES_HEADING.test(text);
  if (isSeries && year === null) return place.year ? `${text} ${place.year}` : text;
  if (year === null || arxivId !== null || text.split(' ').length > 6) return null;
  const isKnown = series.some((stated) => stated.facts !== null && stated.facts.kind !== 'REPORT_SERIES');
  const isShort =
    /^[\p{Lu}\p{N}][^\s]*(?:[\s-][\p{Lu}][^\s]*)?[\s'’-]*(?:(?:19|20)\d{2}|\d{2})$/u.test(text) && isVenue(text);
  return isKnown || isShort ? text : null;
}

/** Whether the headings among blocks group papers by institution: two at least are institutions. */
export function groupsByInstitution(blocks: readonly Block[]): boolean {
  const headings = blocks.filter((block) => block.kind === 'heading');
  return headings.filter(({ content }) => findInstitution(plain(markedText(content))) !== undefined).length >= 2;
}
