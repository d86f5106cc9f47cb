import { arxivYear } from '../paper-ids.ts';
import { collapse, fold, slug } from '../text.ts';
import { type ConferenceIndex, conferenceIndex, distinguishingWords } from './conference-index.ts';
import type { ConferenceFacts } from './facts.ts';
import { remembered } from './remembered.ts';
import { couldBeSeries, partYear, withoutDetails } from './venue-text.ts';

/** A series as a source names it. */
export interface StatedSeries {
  readonly key: string;
  readonly acronym: string;
  /** Null where no table knows the name. */
  readonly facts: ConferenceFacts | null;
}

/** What a stated place of publication says. */
export interface VenueReading {
  /** Several for a joint edition; none where the text names no place of publication. */
  readonly series: readonly StatedSeries[];
  readonly year: number | null;
  readonly arxivId: string | null;
  /** Known to be neither a preprint, a report nor a thesis. */
  readonly isPeerReviewed: boolean;
  /** The workshop of the series that it names, as written: "Workshop on ML Systems". */
  readonly workshop: string | null;
  readonly isJointEdition: boolean;
}

/** What the tables know under a key. */
export function conferenceByKey(key: string): ConferenceFacts | undefined {
  return conferenceIndex().byKey.get(key);
}

/**
 * The series of an acronym, name or alias, in any case and with any punctuation, also behind its society ("ACM SIGCOMM");
 * a full name also with its ordinal, its "Proceedings of" and its acronym in brackets.
 */
export function findConference(name: string): ConferenceFacts | undefined {
  return lookUp(name).facts;
}

/** An answer of its own also where nothing is found, so that it is remembered. */
const lookUp = remembered((name: string): { readonly facts: ConferenceFacts | undefined } => ({
  facts: findConferenceIn(conferenceIndex(), name),
}));

/** The same in another index than that of the tables. */
export function findConferenceIn(
  { byName, byWord, byWords }: ConferenceIndex,
  name: string,
): ConferenceFacts | undefined {
  const folded = fold(name);
  const found = byName.get(folded) ?? byName.get(folded.replace(/^(?:(?:acm|ieee|usenix|the) )+/, ''));
  const ofSociety = /^(?:(?:acm|ieee|usenix) )+(.+)$/.exec(folded)?.[1] ?? '';
  return found ?? byWord.get(ofSociety) ?? byWords.get(distinguishingWords(name));
}

/**
 * The series that a source states by acronym and full name: the name decides where the tables know it, since two series may
 * share an acronym ("FSE"). One that no table knows is a series of its own; null where nothing is left of the acronym.
 */
export function seriesNamed(
  acronym: string,
  name: string | null,
  find: FindConference = findConference,
): StatedSeries | null {
  const facts = name === null ? undefined : find(name);
  return facts ? known(facts) : (seriesOf(collapse(acronym), find)[0] ?? null);
}

/**
 * Reads a place of publication as people write it: "OSDI 2023", "OSDI'24", "arXiv 2212.00939", "NIPS 2017 Workshop on ML
 * Systems", "ISPA/IUCC/BDCloud 2018", "SIGCOMM 2022 Poster", "MSR-TR-2014-112". A name that no table knows is a series of
 * its own; a sentence is none, nor is a date, a city or "under review". Of two places ("SOSP 2019; TOCS 2020") the first
 * is read.
 */
export const readVenue = venueReader(findConference);

/** What finds a series by a name. */
export type FindConference = (name: string) => ConferenceFacts | undefined;

/** `readVenue` for series that something else finds than the tables. */
export function venueReader(find: FindConference): (stated: string) => VenueReading {
  return remembered((stated) => {
    const text = collapse(stated).slice(0, longestVenue);
    return readPreprint(text, find) ?? readReport(text, find) ?? readCited(text, find) ?? readPlaces(text, find);
  });
}

/** Longer texts are prose; what follows is not read. */
const longestVenue = 300;
const nothing: VenueReading = {
  series: [],
  year: null,
  arxivId: null,
  isPeerReviewed: false,
  workshop: null,
  isJointEdition: false,
};

/** An arXiv id beside a known conference is the paper's id, not its place: "ICML 2023, arXiv:2302.11665". */
function readPreprint(text: string, find: FindConference): VenueReading | null {
  if (!/\b(?:arxiv|corr)\b/iu.test(text)) return null;
  const modern = /(?<!\d)(\d{4}\.\d{4,5})(?!\d)/u.exec(text)?.[1];
  const old = /\b([a-z-]+)(?:\.[A-Z]{2})?(\/\d{7})(?!\d)/u.exec(text);
  const arxivId = modern ?? (old ? `${old[1]}${old[2]}` : null);
  const digits = arxivId ?? /(?<!\d)\d{4}\.\d+/u.exec(text)?.[0];
  const rest = text.replace(/\(?\b(?:arxiv|corr)\b.*$/iu, '').replace(/[\s,;:/+&(]+$/u, '');
  const place = rest === '' ? nothing : readPlaces(rest, find);
  if (place.series.some(({ facts }) => facts)) return { ...place, arxivId };
  // "arXiv 2023.05" is a month, not an id whose end was cut off.
  const month = arxivId === null ? /(?<!\d)((?:19|20)\d{2})\.(?:0?[1-9]|1[0-2])(?!\d)/u.exec(text)?.[1] : undefined;
  const ofId = digits === undefined ? null : arxivYear(digits);
  const year = month === undefined ? (ofId ?? partYear(text, isKnownTo(find)).year) : Number(month);
  return { ...nothing, series: seriesOf('arXiv', find), year, arxivId };
}

/** Reports carry their year within a number, theses name their university beside it. */
function readReport(text: string, find: FindConference): VenueReading | null {
  const series = reportSeries.find(({ pattern }) => pattern.test(text))?.name;
  return series === undefined
    ? null
    : { ...nothing, series: seriesOf(series, find), year: partYear(text, isKnownTo(find)).year };
}

/** The first that fits is meant. */
const reportSeries = [
  { pattern: /\bMSR[- ]TR\b|\b(?:MSR|Microsoft)\b.*\btech(?:nical|\.)? rep/iu, name: 'MSR-TR' },
  { pattern: /\b(?:UCB\/)?EECS-\d{4}|\b(?:UCB|Berkeley)\b.*\btech(?:nical|\.)? rep/iu, name: 'UCB/EECS' },
  { pattern: /\btech(?:nical|\.)? rep(?:ort)?s?\b|\bTR\b/iu, name: 'Technical Report' },
  { pattern: /\b(?:ph\.? ?d\.?|doctoral) (?:thesis|dissertation)\b/iu, name: 'PhD Thesis' },
  { pattern: /\b(?:master'?s?|m\.?sc?\.?) thesis\b/iu, name: "Master's Thesis" },
];

/** "Journal of Things 12(3), pp. 4-5, 2020": volume and pages say that what stands before them is a place, however it is written. */
function readCited(text: string, find: FindConference): VenueReading | null {
  const cited = withoutDetails(text);
  if (cited === text) return null;
  const place = readPlaces(cited, find);
  const { name, year } = partYear(withoutFrame(cited, find), isKnownTo(find));
  if (place.series.length > 0 || year === null || !isShortName(name)) return place;
  return { ...nothing, series: seriesOf(name, find), year, isPeerReviewed: true };
}

function isShortName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}&’' -]+$/u.test(text) && text.split(' ').length <= 6;
}

function readPlaces(text: string, find: FindConference): VenueReading {
  return readWorkshop(text, find) ?? readJoint(text, find) ?? readSeries(withoutFrame(text, find), find);
}

/** "X 2017 Workshop on Y" and "Workshop on Y at X 2017" are held at X: the series is X, with the workshop told apart. */
function readWorkshop(text: string, find: FindConference): VenueReading | null {
  const { name, year } = partYear(text, isKnownTo(find));
  if (!/\bworkshops?\b/iu.test(text) || isKnownTo(find)(name)) return null;
  const host = hostBehind(text, find) ?? hostBefore(text, find);
  return host && { ...at(host.facts, year), workshop: partYear(host.workshop, isKnownTo(find)).name };
}

interface Host {
  readonly facts: ConferenceFacts;
  readonly workshop: string;
}

function hostBehind(text: string, find: FindConference): Host | null {
  const [, workshop = '', host = ''] = heldAt.exec(text) ?? [];
  const facts = find(partYear(host, isKnownTo(find)).name);
  return facts ? { facts, workshop } : null;
}

const heldAt =
  /^(.*\bworkshops?(?=\s+of\s)|.*\bworkshops?\b.*?(?=\s*@|\s+at\s|\W+(?:co-?located|in conjunction)\s))(?:\s+of|\s*@|\s+at|\W+(?:co-?located|in conjunction)\s+with)\s*(.+?)\)?$/iu;

function hostBefore(text: string, find: FindConference): Host | null {
  const words = text.split(' ');
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const facts = find(partYear(words.slice(0, count).join(' '), isKnownTo(find)).name);
    if (facts) return { facts, workshop: words.slice(count).join(' ') };
  }
  return null;
}

/** One edition that several series share. */
function readJoint(text: string, find: FindConference): VenueReading | null {
  const { name, year } = partYear(text, isKnownTo(find));
  if (isKnownTo(find)(name)) return null;
  const parts = name.split(/\s*\/\s*/u);
  const isJoint = parts.length > 1 && parts.some(isKnownTo(find)) && parts.every((part) => couldBeSeries(part, null));
  if (isJoint && !/\d{4}/u.test(name)) return jointly(parts, year, find);
  const hyphened = name.split('-');
  return hyphened.length > 1 && hyphened.every(isKnownTo(find)) ? jointly(hyphened, year, find) : null;
}

function jointly(names: readonly string[], year: number | null, find: FindConference): VenueReading {
  return {
    ...nothing,
    series: names.flatMap((name) => seriesOf(name, find)),
    year,
    isPeerReviewed: true,
    isJointEdition: true,
  };
}

function readSeries(text: string, find: FindConference): VenueReading {
  const [first = text] = text.split(/(?<=\d)\s*(?:[;,+&/]|\band\b)\s*(?=\S+ (?:19|20)\d{2})/u);
  const { name, year } = partYear(first, isKnownTo(find));
  const facts = find(name) ?? find(withoutTrack(name)) ?? conferenceIndex().byWord.get(fold(name));
  if (facts) return at(facts, year);
  if (!couldBeSeries(name, year)) return { ...nothing, year };
  return { ...nothing, series: seriesOf(name, find), year, isPeerReviewed: true };
}

/** "In Proceedings of … (OSDI 2020)" -> "OSDI 2020"; "ASPLOS 2023 (Vol. 2)" -> "ASPLOS 2023". */
function withoutFrame(text: string, find: FindConference): string {
  const [, inside, year = ''] = /\(([^()]+)\)(?:[\s,.]*((?:19|20)\d{2}))?[\s.]*$/u.exec(text) ?? [];
  const isKnown = isKnownTo(find);
  if (inside !== undefined && isKnown(partYear(inside, isKnown).name)) return `${inside} ${year}`.trim();
  const dated = text.replace(/\(((?:19|20)\d{2})\)\s*$/u, '$1');
  return dated.replace(/\s*\([^()]*\)\s*$/u, '').replace(frame, '');
}

const frame =
  /^(?:(?:to appear|accepted|published|presented|appeared|submitted)\s+(?:in|at|by|to|for)\s+)?(?:in\s+)?(?:the\s+)?(?:proc(?:eedings|\.)?\s+(?:of\s+)?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?|findings of(?: the)?\s+)?/iu;

/** "SIGCOMM Posters and Demos", "ASPLOS Vol. 2", "MICRO-49", "ASPLOS XXV" -> the series. */
function withoutTrack(name: string): string {
  return name.replace(/(?:[\s,:-]+(?:\d+(?:st|nd|rd|th)?|\d*\(\d+\)|[IVXL]+))+$/u, '').replace(track, '');
}

const track =
  /(?:[\s,:-]+\(?(?:vol(?:ume|\.)?|issue|no\.?|posters?|demos?|demonstrations?|orals?|spotlights?|short|papers?|tutorials?|keynote|invited|talk|findings|companion|industry|industrial|ads|applied|data|science|operational|systems|research|datasets|benchmarks|d&b|main|best|award|extended|abstracts?|to|appear|tracks?|and|&|january|february|march|april|may|june|july|august|september|october|november|december|\d+)\)?)+$/iu;

function at(facts: ConferenceFacts, year: number | null): VenueReading {
  return { ...nothing, series: [known(facts)], year, isPeerReviewed: isReviewed(facts) };
}

/** Whether what stands there was reviewed before. */
export function isReviewed({ kind }: ConferenceFacts): boolean {
  return kind === 'CONFERENCE' || kind === 'WORKSHOP' || kind === 'JOURNAL' || kind === 'BOOK_SERIES';
}

function isKnownTo(find: FindConference): (name: string) => boolean {
  return (name) => find(name) !== undefined;
}

function seriesOf(name: string, find: FindConference): readonly StatedSeries[] {
  const facts = find(name) ?? conferenceIndex().byWord.get(fold(name));
  if (facts) return [known(facts)];
  const key = slug(name);
  return key === '' ? [] : [{ key, acronym: name, facts: null }];
}

function known(facts: ConferenceFacts): StatedSeries {
  return { key: facts.key, acronym: facts.acronym, facts };
}
