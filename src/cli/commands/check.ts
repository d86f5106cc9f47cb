import { Command, Option } from 'commander';
import { checkList } from '../../import/check-list.ts';
import { repositoryPath } from '../../import/repository-path.ts';
import type { FormatName } from '../../importers/index.ts';
import type { Problem, ProblemSeverity } from '../../model/problem.ts';
import { formatHelp, requireFormat } from '../format-option.ts';
import { formatProblems, type ProblemFormat } from '../problem-formats.ts';
import { standardInput, withStandardInput } from '../standard-input.ts';
import { toldProblems } from '../told-problems.ts';

interface CheckOptions {
  readonly map?: string;
  readonly aliases?: string;
  readonly format: ProblemFormat;
  readonly readAs?: string;
  readonly failOn: 'error' | 'warning' | 'note';
}

/** `papergraph check`: for the maintainers of a list, in a terminal or in CI. */
export function checkCommand(): Command {
  return new Command('check')
    .description('report what in a list could not be taken as it stands; exit code 1 where there are errors')
    .argument('<path>', 'file or folder; - is standard input')
    .option('--map <file>', 'which keys of a list kept as YAML, JSON or CSV hold what')
    .option('--aliases <file>', 'a file (YAML) that settles which names mean which institution or conference')
    .option('--read-as <format>', formatHelp)
    .addOption(
      new Option('--format <format>', 'how problems are printed').choices(['text', 'github', 'sarif']).default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that ends with exit code 1')
        .choices(['error', 'warning', 'note'])
        .default('error'),
    )
    .action(run);
}

async function run(path: string, options: CheckOptions): Promise<void> {
  const format = requireFormat(options.readAs, '--read-as') ?? undefined;
  if (path !== standardInput) return checkPath(path, options, { format, isInFolder: true });
  return withStandardInput((spooled) => checkPath(spooled, options, { format, isInFolder: false }));
}

async function checkPath(
  path: string,
  { map, aliases, format, failOn }: CheckOptions,
  reading: { readonly format: FormatName | undefined; readonly isInFolder: boolean },
): Promise<void> {
  const checked = await checkList(path, { mapPath: map, aliasPath: aliases, format: reading.format });
  const { root, pageCount, recordCount } = checked;
  const { told: problems, counted } = toldProblems(checked.problems, pageCount);
  // For people, paths as the folder that they named has them; for programs, as the repository has them.
  const inRepository = format === 'text' || !reading.isInFolder ? '' : await repositoryPath(root);
  const placed = problems.map((problem) => below(inRepository, problem));
  if (problems.length > 0 || format === 'sarif') console.log(formatProblems(placed, format));
  const failing = problems.filter(({ severity }) => rank[severity] >= rank[failOn.toUpperCase() as ProblemSeverity]);
  console.error(`${pageCount} pages, ${recordCount} records, ${countBySeverity(problems)}${counted}`);
  if (failing.length > 0) process.exitCode = 1;
}

function below(folder: string, problem: Problem): Problem {
  const place = (position: Problem['position']) =>
    folder === '' ? position : { ...position, path: `${folder}/${position.path}` };
  return { ...problem, position: place(problem.position), related: problem.related.map(place) };
}

const rank: Readonly<Record<ProblemSeverity, number>> = { NOTE: 0, WARNING: 1, ERROR: 2 };

function countBySeverity(problems: readonly Problem[]): string {
  const count = (wanted: ProblemSeverity) => problems.filter(({ severity }) => severity === wanted).length;
  return `${count('ERROR')} errors, ${count('WARNING')} warnings, ${count('NOTE')} notes`;
}
