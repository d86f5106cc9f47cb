import { Command } from 'commander';
import { recordLines } from '../../import/record-lines.ts';
import { formatProblem } from '../../model/problem.ts';

/** `papergraph records`: what was understood of reading lists, one JSON line a row. */
export function recordsCommand(): Command {
  return new Command('records')
    .description('print what was understood of reading lists, one JSON line a row; no graph is touched')
    .argument('<path...>', 'files or folders')
    .action(async (paths: readonly string[]) => {
      for (const path of paths) {
        for await (const line of recordLines(path, (problem) => console.error(formatProblem(problem)))) {
          console.log(JSON.stringify(line));
        }
      }
    });
}
