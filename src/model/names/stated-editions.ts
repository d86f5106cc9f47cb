import { type DatesReading, readDates } from '../edition-dates.ts';
import type { StatedEdition } from '../source-record.ts';
import { type StatedSeries, seriesNamed } from './conference-names.ts';
import { builtInNames, type Names } from './names.ts';

/** What the names of series mean. */
type SeriesNames = Pick<Names, 'readVenue' | 'findConference'>;

/** One year of a series, as a source names it. */
export interface NamedEdition {
  /** The series' key and the year: "osdi-2023". */
  readonly key: string;
  readonly series: StatedSeries;
  readonly year: number;
}

/** The years that a row is about: several for a joint edition, none where it names no series or no year, or a workshop within one. */
export function editionsNamed(
  stated: Pick<StatedEdition, 'name' | 'series' | 'year' | 'dates'>,
  { readVenue, findConference }: SeriesNames = builtInNames,
): readonly NamedEdition[] {
  const { name, series, dates } = stated;
  if (series) {
    const found = seriesNamed(series.acronym, series.fullName, findConference);
    return found && stated.year !== undefined ? [named(found, stated.year)] : [];
  }
  const reading = readVenue(name);
  const year = stated.year ?? reading.year ?? yearIn(dates);
  return year === null || reading.workshop !== null ? [] : reading.series.map((each) => named(each, year));
}

/** The editions that a row says it is held together with ("Co-located with OSDI 2023"), of series that the tables know. */
export function coLocatedWith(
  { place, remarks }: StatedEdition,
  year: number,
  { readVenue }: SeriesNames = builtInNames,
): readonly NamedEdition[] {
  return [...remarks, ...(place === null ? [] : [place])]
    .flatMap((text) => coLocation.exec(text)?.[1] ?? [])
    .flatMap((others) => others.split(/\s*(?:,|&|\+|\band\b)\s*/u))
    .flatMap((other) => {
      const reading = readVenue(other);
      return reading.series.filter(({ facts }) => facts).map((series) => named(series, reading.year ?? year));
    });
}

/** What a row's dates say of the edition of a year; `NOTHING` where it gives none. */
export function daysOf({ dates }: Pick<StatedEdition, 'dates'>, year: number | null): DatesReading {
  return dates === null ? 'NOTHING' : readDates(dates, year);
}

/** The place of a row, null where it says that there is none yet, or what the edition is held with. */
export function placeOf({ place }: StatedEdition): string | null {
  return place === null || noPlace.test(place) || coLocation.test(place) ? null : place;
}

const coLocation = /\bco-?located\s+with\s*([^;.()]+)/iu;
const noPlace = /^(?:tb[acd]|to be (?:announced|determined|confirmed)|n\/?a|none|unknown|[-–—?]+)\.?$/iu;

function named(series: StatedSeries, year: number): NamedEdition {
  return { key: `${series.key}-${year}`, series, year };
}

function yearIn(text: string | null): number | null {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text ?? '')?.[0];
  return year === undefined ? null : Number(year);
}
