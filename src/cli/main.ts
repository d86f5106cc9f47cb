import { Command, CommanderError } from 'commander';
import { PapergraphError, UsageError } from '../model/errors.ts';
import { packageVersion } from '../store/package-root.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { neo4jCommand } from './commands/neo4j.ts';
import { queryCommand } from './commands/query.ts';
import { recordsCommand } from './commands/records.ts';
import { removeCommand } from './commands/remove.ts';
import { restoreCommand } from './commands/restore.ts';
import { schemaCommand } from './commands/schema.ts';
import { serveCommand } from './commands/serve.ts';
import { sourcesCommand } from './commands/sources.ts';

/** Exit codes: 0 done, 1 failed, 2 wrong usage. */
async function main(): Promise<number> {
  const program = new Command('papergraph')
    .description('a GraphQL server over a knowledge graph of research papers')
    .version(packageVersion())
    .showHelpAfterError('(papergraph --help lists commands and options)');
  for (const command of [
    serveCommand(),
    importCommand(),
    queryCommand(),
    explainCommand(),
    sourcesCommand(),
    removeCommand(),
    exportCommand(),
    backupCommand(),
    restoreCommand(),
    checkCommand(),
    recordsCommand(),
    neo4jCommand(),
    schemaCommand(),
  ])
    program.addCommand(command);
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync();
    // A command that did its work may still have found what ends with 1, such as `check`.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has printed its message already; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof PapergraphError) {
    console.error(`${error.message} [${error.code}]`);
    return error instanceof UsageError ? 2 : 1;
  }
  console.error(error);
  return 1;
}

/** What is written to a pipe goes out later, and ending before that would cut it. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

// A reader such as `head` may close the pipe when it has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const exitCode = await main();
await Promise.all([process.stdout, process.stderr].map(written));
process.exit(exitCode);
