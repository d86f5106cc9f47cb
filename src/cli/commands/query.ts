import { Command, Option } from 'commander';
import { schema } from '../../graphql/schema.ts';
import { rowsOfAnswer } from '../answer-rows.ts';
import { askApi } from '../ask-api.ts';
import { type StoreOptions, withStoreOptions } from '../open-store.ts';
import { csvOf, tableOf } from '../print-rows.ts';
import { readVariables } from '../query-variables.ts';
import { statedQuery } from '../stated-query.ts';

const formats = {
  json: (data: unknown) => JSON.stringify(data, null, 2),
  table: (data: unknown) => tableOf(rowsOfAnswer(data)),
  csv: (data: unknown) => csvOf(rowsOfAnswer(data)),
};

interface QueryOptions extends StoreOptions {
  readonly var: readonly string[];
  readonly format: keyof typeof formats;
}

/** `papergraph query`: answers a question to the graph on the command line. */
export function queryCommand(): Command {
  const command = new Command('query')
    .description('ask the graph a question in GraphQL and print the answer')
    .argument('<file|name>', 'a file with a query, or a named operation such as collaborations-about')
    .option(
      '--var <name=value>',
      "the value of one of the query's variables; again for another, or for the next item of a list",
      (value: string, former: readonly string[]) => [...former, value],
      [],
    )
    .addOption(
      new Option(
        '--format <format>',
        'the whole answer as JSON, or the rows of its first list as a table or comma-separated values',
      )
        .choices(Object.keys(formats))
        .default('json'),
    )
    .action(run);
  return withStoreOptions(command);
}

async function run(stated: string, { var: values, format, ...options }: QueryOptions): Promise<void> {
  const query = statedQuery(stated);
  const {
    data,
    errors = [],
    extensions: told,
  } = await askApi(options, query, readVariables(values, query.operation, schema));
  for (const { message, extensions } of errors) {
    console.error(extensions?.code === undefined ? message : `${message} [${extensions.code}]`);
  }
  for (const { kind, name, nearest } of told?.unknownNames ?? []) {
    const meant = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', or ')}?`;
    console.error(`No ${kind.toLowerCase()} is called "${name}".${meant}`);
  }
  if (data !== undefined && data !== null) console.log(formats[format](data));
  if (errors.length > 0) process.exitCode = 1;
}
