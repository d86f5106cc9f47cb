/** A place in a source: the file's path relative to the source's root, and the line, counted from 1. */
export interface Position {
  readonly path: string;
  readonly line: number;
}

export type ProblemSeverity = 'ERROR' | 'WARNING' | 'NOTE';

/** Something in a source that could not be taken as it stands. It is data: it is stored and shown beside the facts. */
export interface Problem {
  /** Stable name, upper snake case, such as `INCOMPLETE_INSTITUTIONS`. */
  readonly code: string;
  readonly severity: ProblemSeverity;
  /** What was expected and what was found, quoting the text. */
  readonly message: string;
  /** What the list's maintainer could write instead, or null where nothing needs to change. */
  readonly suggestion: string | null;
  readonly position: Position;
  /** Other lines that the problem involves, such as the other side of a conflict. */
  readonly related: readonly Position[];
}

/** The problem as one line for a terminal or a CI log: `path:line: message [CODE]`. */
export function formatProblem({ position, message, code }: Problem): string {
  return `${position.path}:${position.line}: ${message} [${code}]`;
}
