import { Command } from 'commander';
import { recordLines } from '../../import/record-lines.ts';
import { formatProblem, type Problem } from '../../model/problem.ts';

/** `papergraph records`: what was understood of reading lists, one JSON line a row. */
export function recordsCommand(): Command {
  return new Command('records')
    .description('print what was understood of reading lists, one JSON line a row; no graph is touched')
    .argument('<path...>', 'files or folders')
    .option('--map <file>', 'which keys of a list kept as YAML, JSON or CSV hold what')
    .action(async (paths: readonly string[], { map }: { map?: string }) => {
      const onProblem = (problem: Problem) => console.error(formatProblem(problem));
      for (const path of paths) {
        for await (const line of recordLines(path, { mapPath: map, onProblem })) {
          console.log(JSON.stringify(line));
        }
      }
    });
}
