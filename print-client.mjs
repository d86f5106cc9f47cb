// Writes the typed documents of `papergraph/client`: each named operation of `schema/operations`, with what it answers and takes.
// With `--check` writes nothing, and fails where what is there is out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

const at = (path) => new URL(path, import.meta.url);
const read = (path) => readFileSync(at(path), 'utf8');
const operations = readdirSync(at('schema/operations'))
  .sort()
  .map((file) => {
    const text = read(`schema/operations/${file}`);
    const document = parse(text);
    const asked = /^((?:#.*\n)+)/.exec(text)?.[1].replace(/^# ?/gm, '').trim().replaceAll('\n', '\n * ');
    return { file, text, document, asked, name: document.definitions[0].name.value };
  });

const notice = '// Written by `npm run print-client` from schema/; do not edit.\n';
const types = await codegen({
  filename: 'index.d.ts',
  schema: parse(read('schema/schema.graphql')),
  schemaAst: buildSchema(read('schema/schema.graphql')),
  documents: operations.map(({ file, document }) => ({ location: file, document })),
  config: {
    scalars: { Date: 'string', URL: 'string', ID: 'string' },
    enumType: 'string-literal',
    immutableTypes: true,
    skipTypename: true,
  },
  plugins: [{ operations: {} }],
  pluginMap: { operations: operationTypes },
});
const declared = operations.map(
  ({ name, asked }) =>
    `/**\n * ${asked}\n */\nexport declare const ${name}Document: TypedDocumentNode<${name}Query, ${name}QueryVariables>;\n`,
);
const files = {
  'client/index.d.ts': `${notice}import type { TypedDocumentNode } from '@graphql-typed-document-node/core';\nexport { query, QueryError } from './query.js';\n\n${types}\n${declared.join('\n')}`,
  'client/index.js': `${notice}import { parse } from 'graphql';\nexport { query, QueryError } from './query.js';\n\n${operations
    .map(({ name, text }) => `export const ${name}Document = parse(${JSON.stringify(text)});\n`)
    .join('')}`,
};

for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) writeFileSync(at(path), text);
  else if (read(path) !== text) {
    console.error(`${path}: expected what schema/ gives, but it is out of date. Run \`npm run print-client\`.`);
    process.exitCode = 1;
  }
}
