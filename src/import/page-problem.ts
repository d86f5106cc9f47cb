import { join } from 'node:path';
import type { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { UnlistedFolder } from './source-files.ts';

/**
 * A folder that could not be looked into, as a problem of the source; null for a link that leads nowhere and under which the
 * source had no page.
 */
export function folderProblem({ path, reason }: UnlistedFolder, stored: ReadonlyMap<string, unknown>): Problem | null {
  const kept = [...stored.keys()].filter((each) => each === path || each.startsWith(`${path}/`)).length;
  if (reason === null && kept === 0) return null;
  return {
    code: 'FOLDER_UNREADABLE',
    severity: 'ERROR',
    message:
      (reason === null ? 'the link leads nowhere' : `the folder cannot be looked into (${reason})`) +
      `, so its ${kept} pages that were read before stand as they are`,
    suggestion: null,
    position: { path, line: 1 },
    related: [],
  };
}

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
