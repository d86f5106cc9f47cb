import { Command } from 'commander';
import { recordLines } from '../../import/record-lines.ts';
import type { FormatName } from '../../importers/index.ts';
import { formatProblem, type Problem } from '../../model/problem.ts';
import { formatHelp, requireFormat } from '../format-option.ts';
import { standardInput, withStandardInput } from '../standard-input.ts';

interface RecordsOptions {
  readonly map?: string;
  readonly format?: string;
}

/** `papergraph records`: what was understood of reading lists, one JSON line a row. */
export function recordsCommand(): Command {
  return new Command('records')
    .description('print what was understood of reading lists, one JSON line a row; no graph is touched')
    .argument('<path...>', 'files or folders; - is standard input')
    .option('--map <file>', 'which keys of a list kept as YAML, JSON or CSV hold what')
    .option('--format <format>', formatHelp)
    .action(async (paths: readonly string[], { map, format: named }: RecordsOptions) => {
      const format = requireFormat(named, '--format') ?? undefined;
      const print = (path: string) => printRecords(path, map, format);
      for (const path of paths) await (path === standardInput ? withStandardInput(print) : print(path));
    });
}

async function printRecords(path: string, mapPath: string | undefined, format: FormatName | undefined): Promise<void> {
  const onProblem = (problem: Problem) => console.error(formatProblem(problem));
  for await (const line of recordLines(path, { mapPath, format, onProblem })) console.log(JSON.stringify(line));
}
