import { describe, expect, test } from 'vitest';
import { cypherFile, cypherPaths } from '../../src/store/cypher-file.ts';
import { definedQueries } from '../../src/store/define-query.ts';
import '../../src/graphql/schema.ts';
import '../../src/import/graph-commands.ts';
import '../../src/store/graph-store.ts';
import { fragmentOf } from '../../src/store/read/fragment.ts';

const isFragment = (path: string) => ['from', 'to', 'extra'].some((name) => cypherFile(path).header.has(name));
const fragments = cypherPaths().filter(isFragment);
const queries = cypherPaths().filter((path) => !isFragment(path));

describe('cypher files', () => {
  test('every whole query is defined once in TypeScript', () => {
    expect(
      definedQueries()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(queries);
  });

  test.each(definedQueries())('$path takes the parameters that it is defined with', ({ path, params }) => {
    expect([...cypherFile(path).parameters].sort()).toEqual(Object.keys(params).sort());
  });

  test.each(definedQueries())('$path explains its parameters and columns', ({ path, params, row }) => {
    const { documented } = cypherFile(path);
    expect([...documented].sort()).toEqual(
      [...Object.keys(params).map((name) => `$${name}`), ...Object.keys(row)].sort(),
    );
  });

  test.each(fragments)('%s can be composed, and explains its arguments', (path) => {
    const { args } = fragmentOf(path);
    const documented = cypherFile(path).documented.filter((name) => name.startsWith('$'));
    expect(documented.sort()).toEqual(args.map((name) => `$${name}`).sort());
  });
});
