import { InputError } from '../model/errors.ts';

/** What a request is told that took longer than it may. */
export function deadlineExceeded(cause?: unknown): InputError {
  return new InputError(
    'DEADLINE_EXCEEDED',
    'Expected an answer before the deadline of requests, but it took longer. Ask for less: smaller pages, fewer fields, ' +
      'a filter. Who runs the server sets the deadline with --deadline.',
    { cause },
  );
}
