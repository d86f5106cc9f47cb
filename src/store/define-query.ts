import { cypherFile } from './cypher-file.ts';
import type { Parameters, Statement } from './engine.ts';
import { type Row, readShape, type Shape, type TypedShape, type Value } from './values.ts';

/** A whole query of `cypher/`, with the types of its parameters and columns. */
export interface Query<P extends Shape, R extends Shape> {
  readonly path: string;
  readonly params: P;
  readonly row: R;
}

const defined = new Map<string, Query<Shape, Shape>>();

/** Gives `cypher/<path>.cypher` its types. Parameters and rows are checked against them where they enter. */
export function defineQuery<P extends Shape, R extends Shape>(path: string, types: { params: P; row: R }): Query<P, R> {
  const query = { path, ...types };
  defined.set(path, query);
  return query;
}

/** Every query defined so far, for the test that compares them with their files. */
export function definedQueries(): readonly Query<Shape, Shape>[] {
  return [...defined.values()];
}

/** The statement that runs a query with these parameters. Throws StoreError ROW_MISMATCH for a parameter of another type. */
export function statementOf<P extends Shape>(query: Query<P, Shape>, params: TypedShape<P>): Statement {
  const checked = readShape(params, query.params, `cypher/${query.path}.cypher: parameter`);
  return { name: query.path, text: cypherFile(query.path).text, parameters: asParameters(checked) };
}

/** Checks the rows of a query. */
export function rowsOf<R extends Shape>(query: Query<Shape, R>, rows: readonly Row[]): readonly TypedShape<R>[] {
  return rows.map((row) => readShape(row, query.row, `cypher/${query.path}.cypher: column`));
}

function asParameters(checked: object): Parameters {
  // The codecs of `values.ts` accept nothing but what `Value` holds.
  return { ...checked } as Record<string, Value>;
}
