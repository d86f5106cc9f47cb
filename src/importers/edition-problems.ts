import { daysOf, editionsNamed } from '../model/names/stated-editions.ts';
import type { Problem } from '../model/problem.ts';
import type { StatedEdition } from '../model/source-record.ts';

/** What of one year of a conference could not be taken as it stands; the row is kept as stated either way. */
export function editionProblems(edition: StatedEdition): readonly Problem[] {
  const [first] = editionsNamed(edition);
  const isEmpty = edition.dates === null && edition.place === null;
  if (first === undefined) return isEmpty ? [] : [problem(edition, nameless(edition))];
  const days = daysOf(edition, first.year);
  if (days === 'UNREADABLE') return [problem(edition, unreadable(edition))];
  if (days === 'MONTH') return [problem(edition, withoutDays(edition))];
  const isElsewhen =
    days !== 'NOTHING' && !days.startDate.startsWith(`${first.year}`) && !days.endDate.startsWith(`${first.year}`);
  return isElsewhen ? [problem(edition, inOtherYear(edition))] : [];
}

type Stated = Pick<Problem, 'code' | 'severity' | 'message' | 'suggestion'>;

function problem({ position }: StatedEdition, stated: Stated): Problem {
  return { ...stated, position, related: [] };
}

function nameless({ name }: StatedEdition): Stated {
  return {
    code: 'EDITION_UNKNOWN',
    severity: 'NOTE',
    message: `expected a conference and its year, found "${name}"; what the row says was not taken`,
    suggestion: 'Write the name of the conference and the year, such as "OSDI 2023".',
  };
}

function unreadable({ name, dates }: StatedEdition): Stated {
  return {
    code: 'DATES_UNREADABLE',
    severity: 'WARNING',
    message: `expected the days of "${name}", found "${dates}"; the edition has no dates`,
    suggestion: 'Write the days as in "Jul 10-12, 2023", or "TBD".',
  };
}

function withoutDays({ name, dates }: StatedEdition): Stated {
  return {
    code: 'DATES_WITHOUT_DAYS',
    severity: 'NOTE',
    message: `"${name}" is held "${dates}", which names no day; the edition has no dates`,
    suggestion: 'Write the days once they are known.',
  };
}

function inOtherYear({ name, dates }: StatedEdition): Stated {
  return {
    code: 'EDITION_YEAR_CONFLICT',
    severity: 'WARNING',
    message: `"${name}" is stated to be held "${dates}", in another year; dates in its own year are taken where a source has them`,
    suggestion: 'Check the year of the edition and of its dates.',
  };
}
