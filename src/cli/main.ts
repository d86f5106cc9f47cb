import { Command, CommanderError } from 'commander';
import { PapergraphError, UsageError } from '../model/errors.ts';
import { packageVersion } from '../store/package-root.ts';

/** Each is loaded where it is called: GraphQL and Neo4j's driver take most of the time, and few commands need them. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  query: async () => (await import('./commands/query.ts')).queryCommand(),
  explain: async () => (await import('./commands/explain.ts')).explainCommand(),
  sources: async () => (await import('./commands/sources.ts')).sourcesCommand(),
  remove: async () => (await import('./commands/remove.ts')).removeCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  records: async () => (await import('./commands/records.ts')).recordsCommand(),
  neo4j: async () => (await import('./commands/neo4j.ts')).neo4jCommand(),
  schema: async () => (await import('./commands/schema.ts')).schemaCommand(),
};

/** The command that is called; all of them where help, or a nearest name, is wanted. */
async function commandsFor(name = ''): Promise<readonly Command[]> {
  const called = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return called ? [await called()] : Promise.all(Object.values(commands).map((load) => load()));
}

/** Exit codes: 0 done, 1 failed, 2 wrong usage. */
async function main(): Promise<number> {
  const program = new Command('papergraph')
    .description('a GraphQL server over a knowledge graph of research papers')
    .version(packageVersion())
    .showHelpAfterError('(papergraph --help lists commands and options)');
  for (const command of await commandsFor(process.argv[2])) program.addCommand(command);
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
