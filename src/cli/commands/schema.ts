import { Command } from 'commander';
import { printSchema } from 'graphql';
import { schema } from '../../graphql/schema.ts';

/** `papergraph schema`: the API in GraphQL's schema language. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('print the schema of the API')
    .action(() => console.log(`${printSchema(schema)}\n`.trimEnd()));
}
