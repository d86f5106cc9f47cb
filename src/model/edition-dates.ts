import { fold } from './text.ts';

/** The days of an edition, as ISO dates; both are the same for a conference of one day. */
export interface EditionDays {
  readonly startDate: string;
  readonly endDate: string;
}

/**
 * What a calendar says of an edition's days: the days; `MONTH`, no more than a month; `NOTHING`, such as "TBD" or the year
 * alone; `UNREADABLE`, anything else.
 */
export type DatesReading = EditionDays | 'MONTH' | 'NOTHING' | 'UNREADABLE';

/**
 * Reads the days of an edition as calendars write them: "Jul 10-12, 2023", "July 30 – August 2, 2023", "10-12 July 2023",
 * "30 June - 3 July 2026", "2023-07-10". Over a turn of the year the stated year is the last day's.
 *
 * @param year - the edition's year, for dates without one
 */
export function readDates(stated: string, year: number | null): DatesReading {
  if (stated.length > longestDates) return 'UNREADABLE';
  const text = stated
    .normalize('NFKC')
    .trim()
    .replace(/[‐‑‒–—−~～]|\s+to\s+/gu, '-');
  if (/^\(?(?:tb[acd]|to be (?:announced|determined|confirmed)|n\/?a|none|unknown|-+|\d{4})?\)?\.?$/iu.test(text)) {
    return 'NOTHING';
  }
  const iso = /^(\d{4}-\d{2}-\d{2})(?:\s*[-/]\s*(\d{4}-\d{2}-\d{2}))?$/u.exec(text);
  if (iso) return days(dayOf(iso[1] ?? ''), dayOf(iso[2] ?? iso[1] ?? ''));
  const isMonth = /^[a-z]+\.?(?:\s*[-/]\s*[a-z]+\.?)?\s*,?\s*(?:\d{4})?\s*(?:\(.*\))?$/iu.test(text);
  if (isMonth && monthOf(/^[a-z]+/iu.exec(text)?.[0] ?? '') !== null) return 'MONTH';
  return readRange(text, year);
}

/** Longer texts are prose. */
const longestDates = 100;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const month = String.raw`([\p{L}]+)\.?`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const ending = String.raw`(?:\s*,?\s*(\d{4}))?`;

/** The forms in which people write a range; groups are named by what they hold, in the order of `groups`. */
const forms: readonly { readonly pattern: RegExp; readonly groups: readonly string[] }[] = [
  form(`${month}\\s*${day}${ending}`, ['startMonth', 'start', 'year']),
  form(`${month}\\s*${day}\\s*-\\s*${day}${ending}`, ['startMonth', 'start', 'end', 'year']),
  form(`${month}\\s*${day}${ending}\\s*-\\s*${month}\\s*${day}${ending}`, [
    'startMonth',
    'start',
    'startYear',
    'endMonth',
    'end',
    'year',
  ]),
  form(`${day}\\s*${month}${ending}`, ['start', 'startMonth', 'year']),
  form(`${day}\\s*-\\s*${day}\\s*${month}${ending}`, ['start', 'end', 'startMonth', 'year']),
  form(`${day}\\s*${month}${ending}\\s*-\\s*${day}\\s*${month}${ending}`, [
    'start',
    'startMonth',
    'startYear',
    'end',
    'endMonth',
    'year',
  ]),
  form(`${month}\\s*${day}\\s*-\\s*${day}\\s*${month}${ending}`, ['startMonth', 'start', 'end', 'endMonth', 'year']),
];

function form(pattern: string, groups: readonly string[]) {
  return { pattern: new RegExp(`^${pattern}$`, 'iu'), groups };
}

function readRange(text: string, editionYear: number | null): DatesReading {
  for (const { pattern, groups } of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const part = new Map(groups.map((name, index) => [name, match[index + 1]]));
    const startMonth = monthOf(part.get('startMonth') ?? '');
    const endMonth = part.has('endMonth') ? monthOf(part.get('endMonth') ?? '') : startMonth;
    const year = Number(part.get('year') ?? part.get('startYear') ?? editionYear ?? 0);
    if (startMonth === null || endMonth === null || year === 0) continue;
    const startYear = Number(part.get('startYear') ?? (startMonth > endMonth ? year - 1 : year));
    const start = Number(part.get('start'));
    return days(
      { year: startYear, month: startMonth, day: start },
      { year, month: endMonth, day: Number(part.get('end') ?? start) },
    );
  }
  return 'UNREADABLE';
}

/** Unreadable where there is no such day, or the last comes before the first. */
function days(start: Day, end: Day): DatesReading {
  const startDate = isoDate(start);
  const endDate = isoDate(end);
  return startDate === null || endDate === null || endDate < startDate ? 'UNREADABLE' : { startDate, endDate };
}

function dayOf(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

function isoDate({ year, month, day }: Day): string | null {
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getUTCDate() !== day ? null : text;
}

const months = 'january february march april may june july august september october november december'.split(' ');

/** A whole month or its beginning of three letters at least ("Sept"). */
function monthOf(name: string): number | null {
  const folded = fold(name);
  const index = folded.length < 3 ? -1 : months.findIndex((each) => each.startsWith(folded));
  return index === -1 ? null : index + 1;
}
