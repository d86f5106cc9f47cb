import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../support/pages.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the check says of a schema after another one. */
async function compared(released: string, current: string): Promise<{ code: number; output: string }> {
  const folder = await folderOf({ 'released.graphql': released, 'schema.graphql': current });
  const args = [join(root, 'check-schema.mjs'), join(folder, 'released.graphql'), join(folder, 'schema.graphql')];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

const before = 'type Query { papers(first: Int): [String!]! kind: Kind } enum Kind { A B }';

test.each([
  [
    'a field more',
    'type Query { papers(first: Int): [String!]! kind: Kind more: Int } enum Kind { A B }',
    0,
    '0 breaking',
  ],
  [
    'a value of an enum more',
    'type Query { papers(first: Int): [String!]! kind: Kind } enum Kind { A B C }',
    0,
    'note, VALUE_ADDED_TO_ENUM',
  ],
  ['a field less', 'type Query { papers(first: Int): [String!]! } enum Kind { A B }', 1, 'FIELD_REMOVED: Query.kind'],
  [
    'an argument that must be given',
    'type Query { papers(first: Int!): [String!]! kind: Kind } enum Kind { A B }',
    1,
    'ARG_CHANGED_KIND',
  ],
  [
    'null where there was none',
    'type Query { papers(first: Int): [String!] kind: Kind } enum Kind { A B }',
    1,
    'FIELD_CHANGED_KIND',
  ],
])('%s since the last release is told as what it is', async (_, after, code, message) => {
  const found = await compared(`# 0.1.0\n${before}`, after);
  expect(found.output).toContain(message);
  expect(found.code).toBe(code);
});

test('a version that may break callers may', async () => {
  const found = await compared(`# 0.0.9\n${before}`, 'type Query { kind: Kind } enum Kind { A B }');
  expect(found).toMatchObject({ code: 0, output: expect.stringContaining('FIELD_REMOVED: Query.papers') });
});
