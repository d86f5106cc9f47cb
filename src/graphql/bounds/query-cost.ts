import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { FieldArguments } from '../relation.ts';
import { priceOf, weightOf } from './field-price.ts';

/** A field of a query with what it could cost, the fields below it not counted. */
export interface CountedField {
  readonly node: FieldNode;
  /** Response keys from the top, such as `papers.nodes.topics`. */
  readonly path: string;
  readonly cost: number;
  /** The lists with pages that lead here, outermost first, and itself where it is one. */
  readonly pages: readonly Page[];
}

/** A page that a query asks for. */
export interface Page {
  readonly node: FieldNode;
  readonly size: number;
}

export interface QueryCost {
  readonly total: number;
  /** In the order of the query. */
  readonly fields: readonly CountedField[];
}

/** An operation with the values that it runs with. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What a query could cost, before anything is read: each value and object that the answer could hold counts 1, under as
 * many parents as pages and lists above could give; each value of a filter counts 1 for each time the filter is used;
 * fields that count or compare much have a weight beside them in the schema. A field that is written twice counts twice.
 */
export function queryCost(question: Question): QueryCost {
  const { schema, document, operation, variables } = question;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const fields: CountedField[] = [];
  const root = schema.getRootType(operation.operation);
  const place = { times: 1, path: '', pages: [], connection: undefined, isEdge: false };
  if (root) countSet({ schema, fragments, variables, fields }, root, operation.selectionSet, place);
  return { total: fields.reduce((total, { cost }) => total + cost, 0), fields };
}

/** The field that costs most by itself, the first of several; undefined where nothing costs anything. */
export function dearestField({ fields }: QueryCost): CountedField | undefined {
  const most = fields.reduce((highest, { cost }) => Math.max(highest, cost), 0);
  return most > 0 ? fields.find(({ cost }) => cost === most) : undefined;
}

interface Counting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fields: CountedField[];
}

/** Where a selection stands. */
interface Place {
  /** How many objects it could be asked of. */
  readonly times: number;
  readonly path: string;
  readonly pages: readonly Page[];
  /** The connection whose fields these are. */
  readonly connection: { readonly weight: number; readonly items: number } | undefined;
  readonly isEdge: boolean;
}

/** @returns whether rows of the connection of the place are read */
function countSet(counting: Counting, type: GraphQLCompositeType, set: SelectionSetNode, place: Place): boolean {
  let readsRows = false;
  for (const selection of set.selections) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, counting.variables)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, counting.variables)?.if === false) continue;
    if (selection.kind === Kind.FIELD) {
      countField(counting, type, selection, place);
      readsRows ||= rowFields.has(selection.name.value);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : counting.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition && counting.schema.getType(fragment.typeCondition.name.value);
    const inner = isCompositeType(condition) ? condition : type;
    if (fragment && countSet(counting, inner, fragment.selectionSet, place)) readsRows = true;
  }
  return readsRows;
}

/** The fields of a connection that need its rows, which are read once for all of them. */
const rowFields = new Set(['nodes', 'edges', 'pageInfo']);

function countField(counting: Counting, parent: GraphQLCompositeType, node: FieldNode, place: Place): void {
  const field = fieldOf(counting.schema, parent, node.name.value);
  if (!field) return;
  const price = priceOf(counting.schema, field, argumentsOf(field, node, counting.variables));
  const isRow =
    (place.connection !== undefined && rowFields.has(field.name)) || (place.isEdge && field.name === 'node');
  const path = `${place.path}${place.path && '.'}${(node.alias ?? node.name).value}`;
  const pages = price.isConnection ? [...place.pages, { node, size: price.items }] : place.pages;
  const inner: Place = {
    times: place.times * timesOf(field.name, price, place, isRow),
    path,
    pages,
    connection: price.isConnection ? price : undefined,
    isEdge: isRow && field.name === 'edges',
  };
  const index = counting.fields.length;
  const counted = { node, path, pages, cost: 0 };
  counting.fields.push(counted);
  const type = getNamedType(field.type);
  const readsRows =
    isCompositeType(type) && node.selectionSet ? countSet(counting, type, node.selectionSet, inner) : false;
  const cost = place.times * ownCost(field, price, place, { isRow, readsRows });
  counting.fields[index] = { ...counted, cost };
}

function timesOf(
  name: string,
  { isConnection, items }: { isConnection: boolean; items: number },
  place: Place,
  isRow: boolean,
): number {
  if (isConnection) return 1;
  if (!isRow) return items;
  return name === 'pageInfo' || name === 'node' ? 1 : (place.connection?.items ?? 1);
}

/** Rows of a connection are paid for where it stands; an aggregate of it runs what the connection runs once more. */
function ownCost(
  field: GraphQLField<unknown, unknown>,
  { weight, items, isConnection }: { weight: number; items: number; isConnection: boolean },
  { connection }: Place,
  { isRow, readsRows }: { isRow: boolean; readsRows: boolean },
): number {
  if (isRow) return 0;
  if (isConnection) return 1 + (readsRows ? weight + items : 0);
  const isAggregate = connection !== undefined && weightOf(field) > 0;
  return items + weight + (isAggregate ? connection.weight : 0);
}

function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}

/** Arguments that execution will refuse count as if they were left out. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): FieldArguments {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}
