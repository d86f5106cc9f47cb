import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  execute,
  type GraphQLField,
  GraphQLObjectType,
  getNamedType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContext } from '../../src/graphql/context.ts';
import { plainAnswer } from '../../src/graphql/execution/run-plans.ts';
import { schema } from '../../src/graphql/schema.ts';
import { importSource } from '../../src/import/import-source.ts';
import { Answers } from '../../src/server/answers.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { operation } from '../support/ask.ts';
import { emptyStore } from '../support/engines.ts';

/** What a request answers must be, byte for byte, what graphql-js answers: data, order of keys, errors and their places. */

const root = join(import.meta.dirname, '..', '..');
const operations = readdirSync(join(root, 'schema', 'operations')).map((name) => name.replace('.graphql', ''));

const page = 'papers(first: 3)';

/** Each with whether the plain way answers it. */
const written: Readonly<Record<string, readonly [boolean, string]>> = {
  'a fragment before a field': [true, `{ ${page} { nodes { ...F t: title } } } fragment F on Paper { year title key }`],
  'a field in two fragments': [
    true,
    `{ ${page} { nodes { ...F key ...G } } } fragment F on Paper { conference { key } } fragment G on Paper { conference { name key } }`,
  ],
  'a fragment in a fragment, twice': [
    true,
    `{ ${page} { nodes { ...G ...F } } } fragment F on Paper { key ...G } fragment G on Paper { year }`,
  ],
  'a fragment on an interface': [true, `{ ${page} { nodes { ... on Node { id } key } } }`],
  'a fragment that does not apply': [true, `{ ${page} { nodes { ... on Node { ... on Paper { key } } title } } }`],
  'directives of constants': [true, `{ ${page} { nodes { key @skip(if: true) title @include(if: true) year } } }`],
  'directives of variables': [
    true,
    `query ($no: Boolean!, $yes: Boolean!) { ${page} { nodes { key @skip(if: $no) title @include(if: $no) ... @include(if: $yes) { year } ... @skip(if: $yes) { doi } } } }`,
  ],
  'a list below two names, with other arguments': [
    true,
    `{ ${page} { nodes { one: topics(first: 1) { nodes { name } } two: topics(first: 2) { nodes { key name } edges { cursor } } } } }`,
  ],
  '__typename everywhere': [
    true,
    `{ __typename a: __typename ${page} { __typename nodes { __typename conference { __typename } } pageInfo { __typename } } }`,
  ],
  'what is not there': [true, '{ paper(by: {key: "nobody"}) { key } institution(by: {name: "nobody"}) { key } }'],
  'an address': [true, `{ ${page} { nodes { links { url kind } } } }`],
  'a node by its id': [false, '{ node(id: "UGFwZXI6bm9ib2R5") { id } }'],
  'the schema': [false, '{ __type(name: "Paper") { name } }'],
  'a key that is no key of an object': [false, `{ ${page} { nodes { __proto__: key title } } }`],
  'a bad cursor beside a good list': [
    false,
    `{ good: ${page} { totalCount } bad: papers(after: "no") { totalCount } }`,
  ],
  'a bad cursor in a list': [false, `{ ${page} { nodes { key topics(after: "no") { nodes { key } } } } }`],
  'two bad pages': [false, '{ a: papers(first: 1000) { totalCount } b: papers(last: 1000) { totalCount } }'],
  'a page that is refused below a node that may be null': [
    false,
    '{ conference(by: {key: "osdi"}) { key papers(first: 1000) { totalCount } } }',
  ],
};

describe('answers', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore('embedded');
    await importSource(store, join(root, 'samples', 'reading-list'), { sourceKey: 'sample' });
  });
  afterAll(() => store.close());

  const variableValues = { no: false, yes: true };

  /** The answer as JSON, by the server's way and by graphql-js alone. */
  async function bothWays(text: string): Promise<readonly [string, string]> {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const args = { schema, document, variableValues };
    const answer = await new Answers(store).answer(args, { deadlineMs: 30_000, knownTags: [] });
    if ('notModified' in answer) throw new Error('Nobody said that the answer is known.');
    const { extensions: _, stringify, ...result } = answer;
    const ours = stringify
      ? stringify({ extensions: {} }).replace(/,"extensions":\{\}\}$/, '}')
      : JSON.stringify(inOrder(result));
    const theirs = await execute({ ...args, contextValue: createContext(store, { schema }) });
    return [ours, JSON.stringify(inOrder(theirs))];
  }

  test.each(Object.entries(written))('are those of graphql-js: %s', async (_, [isPlain, text]) => {
    const [ours, theirs] = await bothWays(text);
    expect(ours).toBe(theirs);
    const document = parse(text);
    const [asked] = document.definitions;
    if (asked?.kind !== 'OperationDefinition') throw new Error('The text begins with its operation.');
    const question = { schema, document, operation: asked, variables: variableValues };
    const contextValue = createContext(store, { schema });
    expect((await plainAnswer(question, { schema, document, contextValue })) !== null).toBe(isPlain);
  });

  test.each(operations)('are those of graphql-js: %s', async (name) => {
    const [ours, theirs] = await bothWays(operation(name));
    expect(ours).toBe(theirs);
  });

  test('are those of graphql-js for random selections', async () => {
    await fc.assert(
      fc.asyncProperty(selection('Query', 4), async (text) => {
        const used = text.replace('{', '{ used: __typename @include(if: $yes) @skip(if: $no)');
        const [ours, theirs] = await bothWays(`query ($no: Boolean = false, $yes: Boolean = true) ${used}`);
        expect(ours).toBe(theirs);
      }),
      { numRuns: 60 },
    );
  });
});

function inOrder<T extends { readonly data?: unknown; readonly errors?: unknown }>({ data, errors }: T) {
  return { errors, data };
}

/** A random selection on a type: fields once or twice, under their own or other names, in fragments, with directives. */
function selection(typeName: string, depth: number): fc.Arbitrary<string> {
  const type = schema.getType(typeName);
  if (!(type instanceof GraphQLObjectType)) throw new Error(`The schema has no type ${typeName}.`);
  const fields = Object.values(type.getFields()).filter(
    (field) => !field.args.some(isRequiredArgument) && (depth > 1 || !isObject(field)),
  );
  if (fields.length === 0) return fc.constant('{ __typename }');
  const one = fc.constantFrom(...fields).chain((field) => {
    const inner = getNamedType(field.type);
    const below = inner instanceof GraphQLObjectType ? selection(inner.name, depth - 1) : fc.constant('');
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
    return below.map((text) => `${field.name}${page}${text}`);
  });
  const wrapped = fc
    .tuple(
      one,
      fc.constantFrom(
        '#',
        '#',
        `... on ${typeName} { # }`,
        '... @include(if: $yes) { # }',
        '... @skip(if: $yes) { # }',
      ),
    )
    .map(([text, around]) => around.replace('#', () => text));
  return fc.array(wrapped, { minLength: 1, maxLength: 4 }).map((parts) => `{ __typename ${parts.join(' ')} }`);
}

function isObject(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type) instanceof GraphQLObjectType;
}
