import type { Problem } from '../../model/problem.ts';
import { badRow, problemsAt } from './data-problems.ts';
import { MAX_DEPTH, quote } from './value.ts';
import { type ReadDocument, readYaml } from './yaml-document.ts';

interface Line {
  readonly written: string;
  readonly line: number;
}

/**
 * Reads JSON Lines (https://jsonlines.org): one object a line. A broken line is a problem of its own, and the others
 * are read. Empty lines are none.
 */
export function readJsonLines(text: string, path: string): ReadDocument {
  const broken: Line[] = [];
  const lines = text.split('\n').map((line, index) => {
    const written = line.trim();
    if (written === '') return '';
    if (isObject(written) && !isTooDeep(written)) return `${written},`;
    broken.push({ written, line: index + 1 });
    return '';
  });
  // The good lines as one list, each still on its line: parsing them one by one costs many times more.
  const document = readYaml(`[${lines.join('\n')}]`, path);
  const problems = problemsAt(broken, (line) => brokenLine(line, path));
  return { ...document, problems: [...problems, ...document.problems] };
}

function brokenLine({ written, line }: Line, path: string): Problem {
  return badRow(
    { path, line },
    `expected one JSON object on the line, nested at most ${MAX_DEPTH} levels deep, found ${quote(written)}`,
    'Write each record as one JSON object on a line of its own.',
  );
}

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether more brackets are open at once than a record may nest; one within a text counts too, which no record notices. */
function isTooDeep(line: string): boolean {
  let open = 0;
  for (const [bracket] of line.matchAll(/[[\]{}]/gu)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1;
    // The list of lines is one level more.
    if (open >= MAX_DEPTH) return true;
  }
  return false;
}
