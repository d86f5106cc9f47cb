import type { Position, Problem } from '../../model/problem.ts';
import type { StatedConference, StatedEdition, StatedRank, StatedSeriesName } from '../../model/source-record.ts';
import { collapse } from '../../model/text.ts';
import { editionProblems } from '../edition-problems.ts';
import { malformedAddress } from '../markdown/problems.ts';
import { duplicateEdition, problemsAt, unexpectedValue, unnamedSeries } from './data-problems.ts';
import { statesNothing, textUnder } from './texts.ts';
import type { ListValue, ObjectValue, Value } from './value.ts';

/**
 * Data sets of conferences in the format of ccf-deadlines: a list of series, each with a `title` (its acronym), and its
 * years under `confs` (year, link, date, place) or its acceptance figures under `accept_rates` (year, submitted, accepted).
 * https://github.com/ccfddl/ccf-deadlines#add-conference
 */

/** What one file of such a data set says, each part in the order of lines. */
export interface ConferenceReading {
  readonly conferences: readonly StatedConference[];
  readonly editions: readonly StatedEdition[];
  readonly problems: readonly Problem[];
}

/** Whether a document is one, by what is in it. */
export function isConferenceData(document: Value | null): document is ListValue {
  return document?.kind === 'list' && document.items.some((item) => item.kind === 'object' && isSeries(item));
}

/** Whether the beginning of a YAML file looks like one: cheap, so that other files of a folder need not be parsed. */
export function looksLikeConferenceData(start: string): boolean {
  return /^[ \t]*(?:-[ \t]+)?title:/mu.test(start) && /^[ \t]*(?:-[ \t]+)?(?:confs|accept_rates):/mu.test(start);
}

/** Reads one; the document is what `isConferenceData` let through. */
export function readConferenceData(document: ListValue, path: string): ConferenceReading {
  const readings = document.items.map((item) => readSeries(item, path));
  return {
    conferences: readings.flatMap(({ conferences }) => conferences),
    editions: readings.flatMap(({ editions }) => editions),
    problems: fewOfEachCode(readings.flatMap(({ problems }) => problems)),
  };
}

function fewOfEachCode(problems: readonly Problem[]): readonly Problem[] {
  const codes = [...new Set(problems.map(({ code }) => code))];
  return codes.flatMap((code) =>
    problemsAt(
      problems.filter((problem) => problem.code === code),
      (problem) => problem,
    ),
  );
}

function isSeries({ entries }: ObjectValue): boolean {
  const isList = (key: string) => entries.get(key)?.kind === 'list';
  return entries.get('title')?.kind === 'text' && (isList('confs') || isList('accept_rates'));
}

function readSeries(item: Value, path: string): ConferenceReading {
  const position = { path, line: item.line };
  const acronym = item.kind === 'object' ? textUnder(item, ['title']) : null;
  if (item.kind !== 'object' || acronym === null) {
    return { conferences: [], editions: [], problems: [unnamedSeries(position, item)] };
  }
  const series = { acronym, fullName: textUnder(item, ['description']) };
  const problems: Problem[] = [];
  const ranks = readRanks(item.entries.get('rank') ?? null, position, problems);
  const editions = ['confs', 'accept_rates'].flatMap((key) => {
    const items = yearsUnder(item, key, position, problems);
    const stated = items.flatMap((year) => readYear(year, series, path, problems) ?? []);
    problems.push(...repeatedYears(stated), ...stated.flatMap(editionProblems));
    return stated;
  });
  const isStated = series.fullName !== null || ranks.length > 0;
  return { conferences: isStated ? [{ position, ...series, ranks }] : [], editions, problems };
}

/** `ccf: A` is the rank "A" of the scheme "CCF"; "N" says that the scheme does not rank the series. */
function readRanks(value: Value | null, position: Position, problems: Problem[]): readonly StatedRank[] {
  if (value === null) return [];
  if (value.kind !== 'object') {
    problems.push(unexpectedValue(position, 'rank', { expected: 'a rank for each scheme, such as "ccf: A"', value }));
    return [];
  }
  return [...value.entries].flatMap(([key, rank]) => {
    const scheme = collapse(key).toUpperCase();
    if (rank.kind !== 'text') {
      problems.push(
        unexpectedValue({ ...position, line: rank.line }, `rank.${key}`, { expected: 'a text', value: rank }),
      );
      return [];
    }
    const grade = collapse(rank.text);
    return /^n$/iu.test(grade) || grade === '' || statesNothing(grade) ? [] : [{ scheme, value: grade.toUpperCase() }];
  });
}

function yearsUnder(item: ObjectValue, key: string, position: Position, problems: Problem[]): readonly ObjectValue[] {
  const value = item.entries.get(key);
  if (value === undefined) return [];
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((each) => {
    if (each.kind === 'object' && value.kind === 'list') return [each];
    const expected = 'a list of years, each with its keys';
    problems.push(unexpectedValue({ ...position, line: each.line }, key, { expected, value: each }));
    return [];
  });
}

function readYear(
  item: ObjectValue,
  series: StatedSeriesName,
  path: string,
  problems: Problem[],
): StatedEdition | null {
  const position = { path, line: item.line };
  const text = textUnder(item, ['year']);
  if (text === null || !/^(?:19|20)\d{2}$/u.test(text)) {
    const value = item.entries.get('year') ?? item;
    problems.push(unexpectedValue(position, `the year of ${series.acronym}`, { expected: 'four digits', value }));
    return null;
  }
  const name = `${series.acronym} ${text}`;
  const acceptance = readAcceptance(item, name, position, problems);
  return {
    position,
    name,
    dates: textUnder(item, ['date']),
    place: textUnder(item, ['place']),
    url: readAddress(item, name, position, problems),
    remarks: [],
    series,
    year: Number(text),
    ...(acceptance && { acceptance }),
  };
}

function readAddress(item: ObjectValue, name: string, position: Position, problems: Problem[]): string | null {
  const url = textUnder(item, ['link']);
  if (url === null || statesNothing(url)) return null;
  if (/^https?:\/\//iu.test(url) && URL.canParse(url)) return url;
  problems.push(malformedAddress(position, name, url));
  return null;
}

function readAcceptance(item: ObjectValue, name: string, position: Position, problems: Problem[]) {
  const { entries } = item;
  if (!entries.has('submitted') && !entries.has('accepted')) return null;
  const [accepted, submitted] = ['accepted', 'submitted'].map((key) => wholeNumber(textUnder(item, [key])));
  if (typeof accepted === 'number' && typeof submitted === 'number' && accepted <= submitted) {
    return { acceptedCount: accepted, submittedCount: submitted };
  }
  const figures = new Map([...entries].filter(([key]) => key === 'submitted' || key === 'accepted'));
  const found = [...figures].map(([key, value]) => `${key} ${value.kind === 'text' ? value.text : '?'}`).join(', ');
  problems.push(
    unexpectedValue(position, `the papers of ${name}`, {
      expected: 'two whole numbers, no more accepted than submitted',
      value: { kind: 'text', text: found, line: position.line },
    }),
  );
  return null;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

/** A year of a series that stands twice in one of its lists. */
function repeatedYears(editions: readonly StatedEdition[]): readonly Problem[] {
  const first = new Map<string, StatedEdition>();
  return editions.flatMap((edition) => {
    const other = first.get(edition.name);
    if (!other) first.set(edition.name, edition);
    return other ? [duplicateEdition(edition.position, edition.name, other.position)] : [];
  });
}
