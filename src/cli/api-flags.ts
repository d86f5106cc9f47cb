import { type Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../model/errors.ts';
import { type ApiOptions, usualApi } from '../server/api-options.ts';

/** What a server is told about its API on the command line; each has a variable of the environment too. */
export interface ApiFlags {
  readonly graphiql: boolean;
  readonly introspection: boolean;
  readonly trustedOnly?: boolean;
  readonly cors?: readonly string[];
  readonly deadline?: number;
}

/** The options of a command that serves the API. */
export function withApiFlags(command: Command): Command {
  return command
    .option('--no-graphiql', 'no page for browsers (PAPERGRAPH_NO_GRAPHIQL=1)')
    .option('--no-introspection', 'tell nobody the schema, in errors neither (PAPERGRAPH_NO_INTROSPECTION=1)')
    .option(
      '--trusted-only',
      'answer the operations of schema/operations alone, by name or hash; GraphiQL is off then (PAPERGRAPH_TRUSTED_ONLY=1)',
    )
    .option(
      '--cors <origin...>',
      'let pages of these origins read answers, such as https://lists.example (PAPERGRAPH_CORS, separated by spaces)',
    )
    .option('--deadline <seconds>', 'how long a request may take, by default 30 (PAPERGRAPH_DEADLINE)', secondsOf);
}

/**
 * The options of the API from flags and environment; a flag goes before a variable.
 * @throws UsageError BAD_ORIGIN, BAD_DEADLINE
 */
export function apiOptions(flags: ApiFlags, environment: NodeJS.ProcessEnv): ApiOptions {
  const { PAPERGRAPH_CORS, PAPERGRAPH_DEADLINE } = environment;
  const isOn = (name: string) => ['1', 'true', 'yes'].includes((environment[name] ?? '').toLowerCase());
  const seconds = flags.deadline ?? (PAPERGRAPH_DEADLINE ? fromEnvironment(PAPERGRAPH_DEADLINE) : undefined);
  return {
    graphiql: flags.graphiql && !isOn('PAPERGRAPH_NO_GRAPHIQL'),
    introspection: flags.introspection && !isOn('PAPERGRAPH_NO_INTROSPECTION'),
    trustedOnly: flags.trustedOnly === true || isOn('PAPERGRAPH_TRUSTED_ONLY'),
    corsOrigins: (flags.cors ?? PAPERGRAPH_CORS?.split(/\s+/).filter(Boolean) ?? []).map(originOf),
    deadlineMs: seconds === undefined ? usualApi.deadlineMs : seconds * 1_000,
  };
}

/** A browser compares origins letter by letter, so one with a path or a slash behind it would never match. */
function originOf(text: string): string {
  if (text === '*' || (URL.canParse(text) && new URL(text).origin === text)) return text;
  throw new UsageError(
    'BAD_ORIGIN',
    `--cors ${text}: expected an origin such as https://lists.example, in small letters and without a slash behind it, or * for all.`,
  );
}

function fromEnvironment(text: string): number {
  const seconds = secondsIn(text);
  if (seconds !== undefined) return seconds;
  throw new UsageError('BAD_DEADLINE', `PAPERGRAPH_DEADLINE=${text}: expected 1 to 3600 seconds.`);
}

function secondsOf(text: string): number {
  const seconds = secondsIn(text);
  if (seconds !== undefined) return seconds;
  throw new InvalidArgumentError('Expected 1 to 3600 seconds.');
}

function secondsIn(text: string): number | undefined {
  const seconds = Number(text);
  return /^\d+$/.test(text) && seconds >= 1 && seconds <= 3_600 ? seconds : undefined;
}
