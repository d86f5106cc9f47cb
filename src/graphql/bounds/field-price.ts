import { type GraphQLField, type GraphQLSchema, getNamedType, isListType, isNonNullType } from 'graphql';
import { limits } from '../limits.ts';
import type { PagingArguments } from '../paging.ts';
import { type FieldArguments, type RelationExtension, relationOf } from '../relation.ts';

/** What a field costs by itself, from what stands beside it in the schema and from its arguments. */
export interface FieldPrice {
  /** Once for each parent, whatever the number of rows: statements that count or compare much before they give a row. */
  readonly weight: number;
  /** Rows, items or, for a value, 1: for each parent, what there could be of it in the answer. */
  readonly items: number;
  /** The field is a connection: its items are read where its rows are selected. */
  readonly isConnection: boolean;
}

/** What fields that are no relations say of their price, in their extensions. */
interface PriceExtensions {
  /** A connection that is no relation. */
  readonly isConnection?: true;
  readonly weight?: number;
  readonly listSize?: number;
  /** The list is as long as this argument, or as it says. */
  readonly sizeArgument?: string;
}

/** How long a list without pages is taken to be where the field does not say. */
const usualListSize = 5;

/** The same of lists of introspection, from the means over this schema rounded up; its types are counted. */
const introspectionSizes: Readonly<Record<string, number>> = {
  fields: 4,
  args: 1,
  inputFields: 1,
  enumValues: 1,
  interfaces: 1,
  possibleTypes: 1,
};

/** The price of a field of an object type or interface. */
export function priceOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  args: FieldArguments,
): FieldPrice {
  const extension = relationOf(field.extensions);
  const isConnection = extension?.shape === 'connection' || (field.extensions as PriceExtensions).isConnection === true;
  const weight = (extension?.relation.weight ?? weightOf(field)) + valuesIn(args);
  if (isConnection) return { weight, items: pageSize(args), isConnection };
  return { weight, items: listSize(schema, field, args, extension), isConnection };
}

/** The weight that a field states beside itself, such as an aggregate's. */
export function weightOf({ extensions }: GraphQLField<unknown, unknown>): number {
  return (extensions as PriceExtensions).weight ?? 0;
}

/** A page size that is refused later is taken as it stands. */
function pageSize({ first, last }: PagingArguments): number {
  return Math.max(0, last ?? first ?? limits.defaultPageSize);
}

function listSize(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  args: FieldArguments,
  extension: RelationExtension | undefined,
): number {
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  const isOfValues = !('getFields' in getNamedType(type));
  if (!isListType(type) || isOfValues || extension?.shape === 'one') return 1;
  if (field.name === 'types' && getNamedType(type).name === '__Type') return Object.keys(schema.getTypeMap()).length;
  if (getNamedType(type).name.startsWith('__')) return introspectionSizes[field.name] ?? usualListSize;
  const { listSize: stated, sizeArgument } = field.extensions as PriceExtensions;
  const sized = sizeArgument === undefined ? undefined : args[sizeArgument];
  if (Array.isArray(sized)) return sized.length;
  if (typeof sized === 'number') return Math.max(0, sized);
  return extension?.relation.listSize ?? stated ?? usualListSize;
}

/** Values within filters and lists: each is compared with every row. */
function valuesIn(args: FieldArguments): number {
  return Object.values(args)
    .filter((value) => typeof value === 'object')
    .reduce<number>((total, value) => total + valueCount(value), 0);
}

function valueCount(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce((total: number, inner) => total + valueCount(inner), 0);
}
