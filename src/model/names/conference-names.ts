import { arxivYear } from '../paper-ids.ts';
import { collapse, fold, slug } from '../text.ts';
import { conferences } from './conferences.ts';
import type { ConferenceFacts } from './facts.ts';

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
  /** Known to be neither a preprint nor a report. */
  readonly isPeerReviewed: boolean;
  /** The workshop of the series that it names, as written: "Workshop on ML Systems". */
  readonly workshop: string | null;
  readonly isJointEdition: boolean;
}

const byKey = new Map(conferences.map((facts) => [facts.key, facts]));
const byName = new Map(
  conferences.flatMap((facts) =>
    [facts.acronym, ...(facts.name === null ? [] : [facts.name]), ...facts.aliases].map(
      (name) => [fold(name), facts] as const,
    ),
  ),
);

const nothing: VenueReading = {
  series: [],
  year: null,
  arxivId: null,
  isPeerReviewed: false,
  workshop: null,
  isJointEdition: false,
};

/** What the tables know under a key. */
export function conferenceByKey(key: string): ConferenceFacts | undefined {
  return byKey.get(key);
}

/** The series of an acronym, name or alias, in any case and with any punctuation. */
export function findConference(name: string): ConferenceFacts | undefined {
  return byName.get(fold(name)) ?? byName.get(fold(name).replace(/^(acm|ieee|usenix|the) /, ''));
}

/**
 * Reads a place of publication as people write it: "OSDI 2023", "OSDI'24", "arXiv 2212.00939", "NIPS 2017 Workshop on ML
 * Systems", "ISPA/IUCC/BDCloud 2018", "MSR-TR-2014-112". A name that no table knows is a series of its own; a sentence is
 * none.
 */
export function readVenue(stated: string): VenueReading {
  const text = collapse(stated);
  return readPreprint(text) ?? readReport(text) ?? readWorkshop(text) ?? readJoint(text) ?? readSeries(text);
}

function readPreprint(text: string): VenueReading | null {
  if (!/\barxiv\b/i.test(text)) return null;
  const id = /(\d{4}\.\d{4,5})(?!\d)/.exec(text)?.[1] ?? null;
  const digits = /(\d{4}\.\d+)/.exec(text)?.[1];
  const year = digits === undefined ? yearIn(text) : arxivYear(digits);
  return { ...nothing, series: seriesOf('arXiv'), year, arxivId: id };
}

/** Technical reports carry their year within a number. */
function readReport(text: string): VenueReading | null {
  const isReport = /\b(technical report|tech report|tr)\b/i.test(text) || /\b(MSR-TR|EECS)-\d{4}/.test(text);
  if (!isReport) return null;
  const name = /\bMSR\b|\bMicrosoft\b/i.test(text)
    ? 'MSR-TR'
    : /\bUCB\/EECS\b/.test(text)
      ? 'UCB/EECS'
      : 'Technical Report';
  return { ...nothing, series: seriesOf(name), year: yearIn(text) };
}

/** "X 2017 Workshop on Y" is a workshop at X: the series is X, and it has not passed the review of X. */
function readWorkshop(text: string): VenueReading | null {
  const match = /^(.+?)\s+(workshops?\b.*)$/i.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const { name, year } = parted(match[1]);
  const facts = findConference(name);
  return facts ? { ...nothing, series: [known(facts)], year, isPeerReviewed: true, workshop: match[2] } : null;
}

/** One edition that several series share. */
function readJoint(text: string): VenueReading | null {
  const { name, year } = parted(text);
  const parts = name.split(/\s*\/\s*/);
  const found = parts.map(findConference);
  if (parts.length < 2 || findConference(name) || !found.some((facts) => facts)) return null;
  const series = parts.flatMap((part) => seriesOf(part));
  return { ...nothing, series, year, isPeerReviewed: true, isJointEdition: true };
}

function readSeries(text: string): VenueReading {
  const { name, year } = parted(withoutFrame(text));
  const facts =
    findConference(name) ?? findConference(name.replace(/\s+(poster|demo|short paper|industry|findings)s?$/i, ''));
  if (facts) return { ...nothing, series: [known(facts)], year, isPeerReviewed: isReviewed(facts) };
  if (!isName(name)) return { ...nothing, year };
  return { ...nothing, series: seriesOf(name), year, isPeerReviewed: true };
}

/** "In Proceedings of … (OSDI 2020)" -> "OSDI 2020"; "ASPLOS 2023 (Vol. 2)" -> "ASPLOS 2023". */
function withoutFrame(text: string): string {
  const inside = /\(([^()]+)\)\s*$/.exec(text)?.[1];
  if (inside !== undefined && findConference(parted(inside).name)) return inside;
  return text.replace(/\s*\([^()]*\)\s*$/, '').replace(/^(in )?proceedings of (the )?(\d+(st|nd|rd|th) )?/i, '');
}

/** The name and the year, which may be four digits, or two behind an apostrophe or a space. */
function parted(text: string): { readonly name: string; readonly year: number | null } {
  const match =
    /^(.*?)[\s,:-]*\b((?:19|20)\d{2})\b[\s,.]*(.*)$/.exec(text) ??
    /^(.*?)\s*['’‘`]\s?(\d{2})\b[\s,.]*(.*)$/.exec(text) ??
    /^([A-Za-z /-]+?)\s+(\d{2})()$/.exec(text);
  if (!match?.[2]) return { name: text, year: null };
  const digits = Number(match[2]);
  const year = digits > 99 ? digits : digits > 60 ? 1900 + digits : 2000 + digits;
  return { name: `${match[1] ?? ''} ${match[3] ?? ''}`.trim(), year };
}

function yearIn(text: string): number | null {
  const digits = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A name has few words, begins with a letter, and is no sentence. */
function isName(name: string): boolean {
  return /^\p{L}/u.test(name) && name.split(' ').length <= 10 && name.length <= 100 && !/[.!?]\s|https?:/.test(name);
}

function isReviewed({ kind }: ConferenceFacts): boolean {
  return kind !== 'PREPRINT_SERVER' && kind !== 'REPORT_SERIES';
}

function seriesOf(name: string): readonly StatedSeries[] {
  const facts = findConference(name);
  if (facts) return [known(facts)];
  const key = slug(name);
  return key === '' ? [] : [{ key, acronym: name, facts: null }];
}

function known(facts: ConferenceFacts): StatedSeries {
  return { key: facts.key, acronym: facts.acronym, facts };
}
