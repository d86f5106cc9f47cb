import { join } from 'node:path';
import type { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';

/** The error of one page, as a problem of its folder. */
export function pageProblem({ code, message }: InputError, path: string, root: string): Problem {
  return {
    code,
    severity: code === 'FILE_EMPTY' ? 'NOTE' : 'ERROR',
    message: message.replace(`${join(root, path)}: `, '').replace(`${path}: `, ''),
    suggestion: null,
    position: { path, line: 1 },
    related: [],
  };
}
