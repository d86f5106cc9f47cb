import type { Position, Problem, ProblemSeverity } from '../../model/problem.ts';
import { quote } from '../data/value.ts';

function problem(
  position: Position,
  code: string,
  [severity, message, suggestion]: readonly [ProblemSeverity, string, string | null],
): Problem {
  return { code, severity, message, suggestion, position, related: [] };
}

/** A bibliography that holds nothing of its format. */
export function noPapers(path: string, expected: string): Problem {
  return problem({ path, line: 1 }, 'NO_LIST', [
    'WARNING',
    `expected ${expected}, found none`,
    'Check that the file is in this format; --format names another.',
  ]);
}

/** A part of a file is not in its format; what stands before the defect was read. */
export function defect(position: Position, message: string, suggestion: string): Problem {
  return problem(position, 'BAD_SYNTAX', ['WARNING', message, suggestion]);
}

/** A record has no title; it was not read. */
export function untitled(position: Position, record: string, field: string): Problem {
  return problem(position, 'ROW_WITHOUT_NAME', [
    'WARNING',
    `${record} names no paper, so it was not read: expected a title under ${field}, found none`,
    'Give it a title.',
  ]);
}

/** A field holds what it cannot mean; it was left out. */
export function unexpectedField(
  position: Position,
  field: string,
  { expected, found }: { readonly expected: string; readonly found: string },
): Problem {
  return problem(position, 'UNEXPECTED_VALUE', [
    'WARNING',
    `expected ${expected} for ${field}, found ${quote(found)}; it was left out`,
    `Write ${expected}.`,
  ]);
}

/** Authors with commas between, where the format has another sign for that. */
export function commasBetweenAuthors(position: Position, found: string): Problem {
  return problem(position, 'UNEXPECTED_VALUE', [
    'WARNING',
    `expected "and" between authors, found ${quote(found)}; it was taken as a list with commas between`,
    'Write "and" between authors.',
  ]);
}

/** A list of authors says that others are missing. */
export function authorsIncomplete(position: Position, title: string): Problem {
  return problem(position, 'AUTHORS_INCOMPLETE', [
    'NOTE',
    `the authors of ${quote(title)} are incomplete: the list ends with "and others"`,
    'Name the others.',
  ]);
}

/** A citation key is given to two things; both were read. */
export function duplicateCitationKey(position: Position, key: string, first: Position): Problem {
  const stated = problem(position, 'DUPLICATE_CITATION_KEY', [
    'WARNING',
    `the citation key ${quote(key)} is given twice; both were read, and what refers to it means the first`,
    'Give one of the two another key, or remove it.',
  ]);
  return { ...stated, related: [first] };
}

/** A field uses an abbreviation that no `@string` defines. */
export function undefinedString(position: Position, name: string): Problem {
  return problem(position, 'UNDEFINED_STRING', [
    'WARNING',
    `no @string defines ${quote(name)}, so the name itself was taken as the text`,
    `Define it with @string{${name} = {…}}, or write the text in braces.`,
  ]);
}

/** A record inherits from one that is not there. */
export function unknownCrossref(position: Position, field: string, key: string): Problem {
  return problem(position, 'UNKNOWN_CROSSREF', [
    'WARNING',
    `${field} leads to ${quote(key)}, which the file does not have, so nothing was inherited`,
    'Correct the citation key, or add what it leads to.',
  ]);
}

/** A LaTeX command that is not known stayed as written. */
export function unknownCommand(position: Position, command: string): Problem {
  return problem(position, 'UNKNOWN_COMMAND', [
    'NOTE',
    `the LaTeX command ${quote(command)} is not known, so it stayed as written wherever it stands`,
    'Write the text that it stands for.',
  ]);
}

/** JabRef's groups of old that are not whole. */
export function unreadableGroups(position: Position): Problem {
  return problem(position, 'BAD_SYNTAX', [
    'WARNING',
    'expected groups of JabRef in a comment that begins with "jabref-meta: groupstree", but they cannot be read; the items were read without them',
    'Save the file with JabRef again, or remove the comment.',
  ]);
}

/** An entity of XML that is not known stayed as written. */
export function unknownEntity(position: Position): Problem {
  return problem(position, 'UNKNOWN_ENTITY', [
    'WARNING',
    "an entity on this line is none of those of DBLP's DTD, so it stayed as written",
    'Write the letter itself.',
  ]);
}
