import type { Position, Problem } from '../../model/problem.ts';

type Stated = Pick<Problem, 'code' | 'severity' | 'message' | 'suggestion'>;

function problem(position: Position, stated: Stated): Problem {
  return { ...stated, position, related: [] };
}

const MEGABYTE = 1_000_000;

/** The page is longer than any list, so it was not read. */
export function pageTooLarge(path: string, size: { readonly byteCount: number; readonly most: number }): Problem {
  return problem(
    { path, line: 1 },
    {
      code: 'PAGE_TOO_LARGE',
      severity: 'ERROR',
      message:
        `the page has ${(size.byteCount / MEGABYTE).toFixed(1)} MB, and pages of at most ` +
        `${size.most / MEGABYTE} MB are read; nothing on it was read`,
      suggestion: 'Split the page into several, such as one for each topic.',
    },
  );
}

/** The page nests deeper than a reader could follow, so it was not read. */
export function pageTooDeep(position: Position, most: number): Problem {
  return problem(position, {
    code: 'PAGE_TOO_DEEP',
    severity: 'ERROR',
    message: `the page nests more than ${most} levels deep here; nothing on it was read`,
    suggestion: `Nest lists, quotes and HTML elements at most ${most} levels deep.`,
  });
}

/** The page has no row that names a paper. */
export function noList(path: string): Problem {
  return problem(
    { path, line: 1 },
    {
      code: 'NO_LIST',
      severity: 'NOTE',
      message: 'the page has no list or table of papers',
      suggestion: null,
    },
  );
}

/** A table that looks like a list of papers has no column that names them. */
export function noNameColumn(position: Position, headers: readonly string[]): Problem {
  const found = headers.map((header) => (header === '' ? '(no header)' : `"${header}"`)).join(', ');
  return problem(position, {
    code: 'NO_NAME_COLUMN',
    severity: 'WARNING',
    message: `no column names the papers: expected one called Name, Title, Paper, Model or Survey, found ${found}; no row of the table was read`,
    suggestion: 'Name the column that holds the papers "Name" or "Title".',
  });
}

/** A row of a list of papers does not say which paper it is about. */
export function rowWithoutName(position: Position, text: string): Problem {
  return problem(position, {
    code: 'ROW_WITHOUT_NAME',
    severity: 'WARNING',
    message: `the row names no paper, so it was not read: ${quote(text)}`,
    suggestion: "Write the paper's name or title in the row.",
  });
}

/** The row itself says that it does not name all institutions. */
export function institutionsIncomplete(position: Position, paper: string, placeholder: string): Problem {
  return problem(position, {
    code: 'INSTITUTIONS_INCOMPLETE',
    severity: 'NOTE',
    message: `the institutions of ${quote(paper)} are incomplete: the row says ${quote(placeholder)}`,
    suggestion: `Name the institutions that ${quote(placeholder)} stands for.`,
  });
}

/** A link that cannot be followed was left out of the record. */
export function malformedAddress(position: Position, label: string, address: string): Problem {
  const link = label === '' ? 'a link' : `the link ${quote(label)}`;
  return problem(position, {
    code: 'MALFORMED_ADDRESS',
    severity: 'WARNING',
    message: `expected a web address or the path of a page for ${link}, found ${quote(address)}; the link was left out`,
    suggestion: 'Write the whole address, starting with https://, or the path of a page of this list.',
  });
}

/** A link within the list leads to no page of it. */
export function deadLink(position: Position, paper: string, address: string): Problem {
  return problem(position, {
    code: 'DEAD_LINK',
    severity: 'WARNING',
    message: `a link of ${quote(paper)} leads to ${quote(address)}, which is no page of this list; it was kept as written`,
    suggestion: 'Correct the path if the page was renamed or moved, or remove the link.',
  });
}

/** The paper link leads to another conference or year than the row states. */
export function venueConflict(
  position: Position,
  { name, venue, elsewhere }: { readonly name: string; readonly venue: string; readonly elsewhere: string },
): Problem {
  return problem(position, {
    code: 'VENUE_LINK_CONFLICT',
    severity: 'WARNING',
    message: `${quote(name)} is stated to have appeared at ${quote(venue)}, but its link leads to ${elsewhere}; what is stated was kept`,
    suggestion: 'Check where the paper appeared, and state the same in the row and the link.',
  });
}

/** The paper link leads to another arXiv number than the row states. */
export function arxivNumberConflict(
  position: Position,
  { name, venue, id }: { readonly name: string; readonly venue: string; readonly id: string },
): Problem {
  return problem(position, {
    code: 'ARXIV_NUMBER_CONFLICT',
    severity: 'WARNING',
    message: `${quote(name)} is stated as ${quote(venue)}, but its link leads to arXiv ${id}, which was taken as the paper's number`,
    suggestion: `Write arXiv ${id} if the link is right.`,
  });
}

/** Text in quotation marks, shortened so that a message stays one line. */
function quote(text: string): string {
  return `"${text.length > 100 ? `${text.slice(0, 99)}…` : text}"`;
}
