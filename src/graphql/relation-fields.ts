import type { GraphQLResolveInfo } from 'graphql';
import { Connection } from './connection.ts';
import type { Context } from './context.ts';
import { type GraphRow, graphRow } from './graph-row.ts';
import { chained } from './maybe-promise.ts';
import { RelatedReader } from './related-reader.ts';
import type { FieldArguments, Relation } from './relation.ts';

/** A field whose value is the rows of a relation, all of them. */
export function listOf(relation: Relation) {
  return {
    extensions: { relation, shape: 'list' as const },
    resolve: (row: unknown, args: FieldArguments, context: Context, info: GraphQLResolveInfo) => {
      const reader = new RelatedReader(relation, 'list', parentOf(row), args, context, info);
      return chained(reader.rows(), (rows) => rows.map((each) => graphRow(relation.label, each)));
    },
  };
}

/** A field whose value is the first row of a relation, or null. */
export function oneOf(relation: Relation) {
  return {
    extensions: { relation, shape: 'one' as const },
    resolve: (row: unknown, args: FieldArguments, context: Context, info: GraphQLResolveInfo) => {
      const reader = new RelatedReader(relation, 'one', parentOf(row), args, context, info);
      return chained(reader.rows(), ([found]) => (found ? graphRow(relation.label, found) : null));
    },
  };
}

/** A field whose value is a Relay connection over the rows of a relation. Its arguments are checked before anything is read. */
export function connectionOf(relation: Relation) {
  return {
    extensions: { relation, shape: 'connection' as const },
    resolve: (row: unknown, args: FieldArguments, context: Context, info: GraphQLResolveInfo) => {
      const reader = new RelatedReader(relation, 'connection', parentOf(row), args, context, info);
      return new Connection(reader, args);
    },
  };
}

/** Fields of `Query` have no row above them. */
function parentOf(row: unknown): GraphRow | null {
  return typeof row === 'object' && row !== null && 'related' in row ? (row as GraphRow) : null;
}

/** The same field, where the graph always has the other node: a missing one is a broken graph. */
export function required<F extends ReturnType<typeof oneOf>>({ extensions, resolve }: F) {
  return {
    extensions,
    resolve: (...[row, args, context, info]: Parameters<F['resolve']>) =>
      chained(resolve(row, args, context, info), (found) => {
        if (found === null)
          throw new Error(`${extensions.relation.label}: expected a node, but the graph has none here.`);
        return found;
      }),
  };
}
