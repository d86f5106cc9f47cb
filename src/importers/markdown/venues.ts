import { findConference, readVenue } from '../../model/names/conference-names.ts';
import { findInstitution } from '../../model/names/institution-names.ts';
import { remembered } from '../../model/names/remembered.ts';
import { couldBeSeries, withoutDetails } from '../../model/names/venue-text.ts';
import { isAward } from './awards.ts';
import { isAuthorList, isPersonName } from './people.ts';
import { isRunningText } from './running-text.ts';
import { isDate } from './years.ts';

/** Words that stand before a year without naming a place of publication. */
const NOT_A_VENUE =
  /^(?:since|updated?|published|last updated|version|v|spring|summer|fall|autumn|winter|q[1-4]|copyright|table|figure|section|chapter|part|step|day|week|year|gpt|top|llama|windows|iclr submission)$/iu;

/** A name of a series in the form that lists write: few words, begun with a capital, no sentence. */
const SERIES = /^(?:the )?(?:[\p{Lu}\p{Lo}]|\p{Ll}{1,3}\p{Lu})[\p{L}\p{N}&/+@’'.:() -]{1,70}$/u;

const WITH_YEAR =
  /^(.*?\S)[\s,，:(]*(?:(?:19|20)\d{2}|['’‘`]\s?\d{2})\)?(?:[\s,:-]+([\p{L}].{0,80}|(?:oral|poster|spotlight).*))?$/u;

/** A full stop that ends a sentence rather than an abbreviation ("Proc. of", "IEEE Trans. on"). */
const SENTENCES =
  /(?:\p{Ll}|\d)(?<!\b(?:[a-z]|proc|trans|conf|symp|int|intl|tech|rep|univ|lett|rev|comput|syst|soc|commun|mag|annu|sci|eng|inf|softw|res|distrib|netw|acad|assoc|am|natl|jour|vol|no|nr|p|pp|ext|abs))\.\s/iu;

/** What can stand around the name of a venue: "In Proc. of", "to appear in", "accepted by". */
const FRAME =
  /^(?:(?:to appear|accepted|published|presented|appeared|submitted|under review)\s*(?:in|at|by|to|for)?\s+(?:the\s+)?|in:?(?=\s+(?:proc|the|\p{Lu}))\s+(?:the\s+)?|at\s+|pre-?print[,;:]\s+)/iu;

/** Whether a whole text names a place of publication: "OSDI 2023", "arXiv: 2310.07177", "SOSP '21", "HPCS 2010". */
export const isVenue = remembered((text: string): boolean => {
  if (text.length > 200) return false;
  const stated = stripFrame(text);
  if (stated.length < 2 || stated.length > 140 || /\s[·•]\s/u.test(stated)) return false;
  // Most texts name no place, and this is asked of every text: without a digit only a known name does.
  if (!/\d/.test(stated)) return isKnownName(stated) || isReport(stated) || namesSeries(stated);
  if (isRunningText(stated) || !/\p{L}/u.test(stated) || isDate(stated)) return false;
  if (isCited(stated)) return true;
  if (saysMore(stated)) return false;
  // "Smith et al., 2020" and "Smith, 2020" cite people.
  if (SENTENCES.test(stated) || /\bet al\b/iu.test(stated) || isCitation(stated)) return false;
  if (isReport(stated)) return true;
  if (isKnownName(stated)) return true;
  if (isTitleWithPlace(stated)) return false;
  if (isKnownWithYear(stated)) return true;
  const cited = withoutDetails(stated);
  const [, name = '', tail = ''] = WITH_YEAR.exec(cited) ?? [];
  return (
    name !== '' &&
    SERIES.test(name) &&
    !NOT_A_VENUE.test(name) &&
    !(/[,.]\s+\S+$/u.test(cited) && isPersonName(name.replace(/[.,]+$/u, ''))) &&
    !/\s[–—-]\s/u.test(name) &&
    (cited !== stated || couldBeSeries(name, 1)) &&
    name.split(' ').length <= 8 &&
    tail.split(' ').length <= 10
  );
});

/** "Nature. 2021;596(7873):583-589", "Scientific American, 265(3), 94–104": volume and pages say that a journal stands before them. */
function isCited(text: string): boolean {
  if (!VOLUME.test(text)) return false;
  const [, name = ''] = /^(.*?)(?:[\s,.(]+(?:19|20)\d{2}\)?)?[\s.,]*$/u.exec(withoutDetails(text)) ?? [];
  const words = name.replace(/[\s,.:;(]+$/u, '').split(' ');
  return words.length <= 10 && words.every((word) => /^[\p{Lu}\p{Lo}&]|^(?:of|on|the|in|and|for|de|der)$/u.test(word));
}

const VOLUME =
  /\s\d+,\s*\d+(?:\s*[–—-]+\s*\d+)?\s*\((?:19|20)\d{2}\)|\d\s*\(\d+\)|;\s*\d+\s*[(:]|\b(?:vol|no)\.\s*\d|\bpp\.\s*\d/iu;

/** "Proceedings of the … Conference on …": a series by its words, whether or not the tables know it. */
function namesSeries(text: string): boolean {
  return (
    SERIES_WORDS.test(text) &&
    !isRunningText(text) &&
    text.split(' ').length <= 16 &&
    couldBeSeries(stripFrame(text), 1)
  );
}

const SERIES_WORDS =
  /^(?:Proceedings|Proc\.?|Transactions|Annals|Journal) (?:of|on)\b|\b(?:Conference|Symposium|Workshop) on \p{Lu}/u;

function isReport(text: string): boolean {
  return text.length < 80 && /^arxiv\b|^(?:\S+ )?(?:technical|tech\.?) report\b|^[a-z]+-tr-\d/i.test(text);
}

function isKnownName(text: string): boolean {
  return text.split(' ').length <= 20 && findConference(text) !== undefined && /\p{Lu}|^arxiv/u.test(text);
}

/** Whether a part of the text between commas or in brackets is another fact: an institution or an award. */
function saysMore(text: string): boolean {
  if (!/[,，;；(（]/u.test(text)) return false;
  const parts = text.split(/\s*[,，;；()（）]\s*/u).filter((part) => part !== '');
  const [first = ''] = parts;
  if (parts.length > 1 && (isAuthorList(first) || (isPersonName(first) && !VENUE_WORD.test(first)))) return true;
  return parts.some(
    (part) =>
      (parts.length > 1 && isAward(part)) ||
      (findConference(part) === undefined && part.split(/\s(?:&|and)\s/u).every((name) => findInstitution(name))),
  );
}

function isCitation(text: string): boolean {
  const name = /^(\p{Lu}\p{Ll}+),\s+(?:19|20)\d{2}[a-z]?$/u.exec(text)?.[1];
  return name !== undefined && findConference(name) === undefined;
}

const VENUE_WORD =
  /\b(?:conference|symposium|workshop|transactions|journal|proceedings|proc|advances|international|annual|letters|magazine|acm|ieee|usenix)\b/iu;

/** "Capsule Networks (ICLR 2019)" */
function isTitleWithPlace(text: string): boolean {
  const [, before, place = ''] = /^(.+?)\s*[(（]([^()（）]*)[)）][\s.]*$/u.exec(text) ?? [];
  if (before === undefined || VENUE_WORD.test(before)) return false;
  return readVenue(place).series.some(({ facts }) => facts) && readVenue(before).series.every(({ facts }) => !facts);
}

/** Whether the tables know the series that a text with a year names; the text may say more ("SIGCOMM 2017 Posters"). */
function isKnownWithYear(text: string): boolean {
  const { series, year } = readVenue(text);
  return (
    year !== null &&
    withoutDetails(text).split(' ').length <= 16 &&
    series.length > 0 &&
    series.some(({ facts }) => facts !== null)
  );
}

/** A venue as a record keeps it: without "In Proc. of" and the like, nor punctuation at its ends. */
export function statedVenue(text: string): string {
  return stripFrame(text).replace(/[\s,.;:·•|]+$/u, '');
}

function stripFrame(text: string): string {
  return text
    .trim()
    .replace(/[\s,.;:]+$/u, '')
    .replace(FRAME, '')
    .trim();
}

/** The texts that a badge's address spells out ("…/badge/NeurIPS-2022-blue"), the likeliest to be a venue first. */
export function textsOfBadge(address: string): readonly string[] {
  const [, label = '', shown = ''] = badgeParts(address);
  const message = NO_MESSAGE.test(shown) ? '' : shown;
  const both = `${NO_LABEL.test(label) ? '' : label} ${message}`.trim();
  // "arXiv" alone says where its link leads.
  return [both, message, label].filter((text) => text !== '' && !/^arxiv$/iu.test(text));
}

const NO_MESSAGE = /^(?:paper|code|pdf|project(?: page)?|website|link)$/iu;
const NO_LABEL = /^(?:venue|conference|conf|journal|publish(?:ed)?|publication|paper|year|date|keyword)$/iu;

function badgeParts(address: string): string[] {
  const path = /\/badge\/([^?#]*)/u.exec(address)?.[1];
  if (path === undefined) return [];
  const parts = decoded(path)
    .replace(/\.svg$/u, '')
    .replaceAll('--', '\u0000')
    .split('-');
  const shown = parts.map((part) => part.replaceAll('\u0000', '-').replaceAll('_', ' ').trim());
  return ['', shown[0] ?? '', shown.length > 2 ? shown.slice(1, -1).join(' ') : ''];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
