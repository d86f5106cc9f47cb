import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

const ours = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const builtIn = new Set(['Int', 'Float', 'String', 'Boolean', 'ID']);

test('schema/schema.graphql is what the code prints (npm run print-schema writes it)', () => {
  const committed = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8');
  expect(committed).toBe(`${printSchema(schema)}\n`);
});

test('every type, field, argument and enum value is described', () => {
  const missing: string[] = [];
  const need = (name: string, description: string | null | undefined) => {
    if (!description) missing.push(name);
  };
  for (const type of ours.filter(({ name }) => !builtIn.has(name))) {
    need(type.name, type.description);
    if (isEnumType(type)) for (const value of type.getValues()) need(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) need(`${type.name}.${field.name}`, field.description);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      need(`${type.name}.${field.name}`, field.description);
      for (const argument of field.args) need(`${type.name}.${field.name}(${argument.name}:)`, argument.description);
    }
  }
  expect(missing).toEqual([]);
});
