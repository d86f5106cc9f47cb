/**
 * What cannot go on. Each error has a stable `code` (documented, safe to match on), and a message that says where,
 * what was expected, what was found and what to do next. Bad input in a source is no error: it is a `Problem`.
 */
export class PapergraphError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The caller asked for something that is not offered: a wrong option, argument or file name. Exit code 2. */
export class UsageError extends PapergraphError {}

/** What the caller named cannot be read or understood: a file, an address, a cursor. Exit code 1. */
export class InputError extends PapergraphError {}

/** The store cannot be reached, opened or used as it stands. Exit code 1; a server answers 503 and stays up. */
export class StoreError extends PapergraphError {}
