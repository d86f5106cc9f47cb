import type { Position, Problem, ProblemSeverity } from '../../model/problem.ts';
import { describe, listed, quote, type Value } from './value.ts';

function problem(
  position: Position,
  code: string,
  [severity, message, suggestion]: readonly [ProblemSeverity, string, string | null],
): Problem {
  return { code, severity, message, suggestion, position, related: [] };
}

/** More than anyone mends by hand; what follows is counted, so that a broken file of millions of rows stays small. */
const MOST_OF_ONE_KIND = 1000;

/** The problems at places of one kind: the first thousand, then one that says how many more there are. */
export function problemsAt<Place>(places: readonly Place[], problemOf: (place: Place) => Problem): readonly Problem[] {
  const problems = places.slice(0, MOST_OF_ONE_KIND).map(problemOf);
  const next = places[MOST_OF_ONE_KIND];
  if (next === undefined) return problems;
  const last = problemOf(next);
  const count = places.length - MOST_OF_ONE_KIND;
  return [...problems, { ...last, message: `${last.message} (${count} like this from here on)` }];
}

/** The file, or from this line on the rest of it, is not in its format. */
export function badSyntax(position: Position, message: string, suggestion: string | null = null): Problem {
  return problem(position, 'BAD_SYNTAX', ['ERROR', message, suggestion]);
}

/** One row cannot be taken apart; the others are read. */
export function badRow(position: Position, message: string, suggestion: string): Problem {
  return problem(position, 'BAD_SYNTAX', ['WARNING', `${message}; the row was not read`, suggestion]);
}

/** No list of records lies where one was looked for. */
export function noRecords(position: Position, expected: string, found: Value | null): Problem {
  return problem(position, 'NO_LIST', [
    'WARNING',
    `expected a list of records ${expected}, found ${describe(found)}`,
    'Say in the mapping file where the list lies, such as "records: papers".',
  ]);
}

/** A row has none of the keys that name its paper. */
export function unnamedRow(position: Position, row: Value, names: readonly string[]): Problem {
  const keys = names.length > 4 ? `${names.slice(0, 3).join(', ')} or the like` : names.join(' or ');
  return problem(position, 'ROW_WITHOUT_NAME', [
    'WARNING',
    `the row names no paper, so it was not read: expected a text under ${keys}, found ${describe(row)}`,
    'Give the row a title, or say in the mapping file which key holds it.',
  ]);
}

/** An item of a data set of conferences names no series. */
export function unnamedSeries(position: Position, item: Value): Problem {
  return problem(position, 'ROW_WITHOUT_NAME', [
    'WARNING',
    `the item names no conference, so it was not read: expected a text under title, found ${describe(item)}`,
    'Give the conference its acronym as title.',
  ]);
}

/** A year of a conference is given twice. */
export function duplicateEdition(position: Position, name: string, first: Position): Problem {
  return {
    ...problem(position, 'DUPLICATE_EDITION', [
      'WARNING',
      `${quote(name)} is given twice; where the two disagree, the first stands`,
      'Remove one of the two, or mend its year.',
    ]),
    related: [first],
  };
}

/** A key is given twice in one row, or in the header. */
export function duplicateKey(position: Position, key: string): Problem {
  return problem(position, 'DUPLICATE_KEY', [
    'WARNING',
    `the key ${quote(key)} is given twice; the first stands and what the second holds was left out`,
    'Remove one of the two, or rename it.',
  ]);
}

/** A value is of no kind that its field can hold; it was left out. */
export function unexpectedValue(position: Position, field: string, found: { expected: string; value: Value }): Problem {
  return problem(position, 'UNEXPECTED_VALUE', [
    'WARNING',
    `expected ${found.expected} for ${field}, found ${describe(found.value)}; it was left out`,
    `Write ${found.expected}, or map the field to another key.`,
  ]);
}

/** Columns that hold something and that no field of the given map uses. */
export function unknownColumns(path: string, columns: readonly string[]): Problem {
  return problem({ path, line: 1 }, 'UNKNOWN_COLUMN', [
    'NOTE',
    `no field of the mapping file uses ${columns.length === 1 ? 'the key' : 'the keys'} ${listed(columns)}`,
    'Add them to a field of the mapping file, such as "remarks", if they say something of the papers.',
  ]);
}
