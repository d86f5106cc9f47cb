import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Question } from '../bounds/query-cost.ts';
import { collectFields, type Place } from '../collected-fields.ts';

/**
 * The fields of a query in the order of their answer: fragments laid out, directives decided, fields of one response key
 * merged, as the GraphQL specification says. Worked out once for a document and what its directives ask of variables.
 */
export interface FieldPlan {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly value: ValuePlan;
}

/** What a value must be, and what is asked of it. */
export type ValuePlan = { readonly isRequired: boolean } & (
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'list'; readonly item: ValuePlan }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType; readonly fields: readonly FieldPlan[] }
);

/** A query with twenty `@include` has a million shapes; this many are kept of each. */
const keptShapes = 16;

interface Known {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Variables that directives ask for. */
  readonly deciding: readonly string[];
  readonly plans: LRUCache<string, Planned>;
}

interface Planned {
  readonly fields: readonly FieldPlan[] | null;
}

const knownDocuments = new WeakMap<DocumentNode, Known>();

/** Fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Known['fragments'] {
  return knownOf(document).fragments;
}

/** The fields of an operation of a valid document; null where they cannot be planned: types that only a value tells, and introspection. */
export function fieldPlansOf(asked: Question): readonly FieldPlan[] | null {
  const { deciding, plans } = knownOf(asked.document);
  const shape = JSON.stringify([
    asked.operation.name?.value,
    ...deciding.map((name) => asked.variables[name] === true),
  ]);
  const known = plans.get(shape);
  if (known) return known.fields;
  const fields = planned(asked);
  plans.set(shape, { fields });
  return fields;
}

function knownOf(document: DocumentNode): Known {
  const known = knownDocuments.get(document);
  if (known) return known;
  const made: Known = {
    fragments: Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [])),
    ),
    deciding: decidingVariables(document),
    plans: new LRUCache<string, Planned>({ max: keptShapes }),
  };
  knownDocuments.set(document, made);
  return made;
}

function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === 'Variable') names.add(value.name.value);
    },
  });
  return [...names].sort();
}

class Unplannable extends Error {}

function planned({ schema, document, operation, variables }: Question): readonly FieldPlan[] | null {
  const root = schema.getQueryType();
  if (!root) return null;
  const place = { schema, fragments: fragmentsOf(document), variableValues: { ...variables } };
  try {
    return fieldsOf(place, root, [operation]);
  } catch (error) {
    if (error instanceof Unplannable) return null;
    throw error;
  }
}

function fieldsOf(
  place: Place,
  type: GraphQLObjectType,
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
): readonly FieldPlan[] {
  return [...collectFields(place, type, nodes)].map(([key, { field: node, nodes: merged }]) => {
    const field = node.name.value === '__typename' ? TypeNameMetaFieldDef : type.getFields()[node.name.value];
    // Set on an object, this key would replace its prototype.
    if (field === undefined || key === '__proto__') throw new Unplannable();
    return { key, field, nodes: merged, parentType: type, value: valuePlanOf(place, field.type, merged) };
  });
}

function valuePlanOf(place: Place, stated: GraphQLOutputType, nodes: readonly FieldNode[]): ValuePlan {
  const isRequired = isNonNullType(stated);
  const type = isNonNullType(stated) ? stated.ofType : stated;
  if (isListType(type)) return { kind: 'list', isRequired, item: valuePlanOf(place, type.ofType, nodes) };
  if (isLeafType(type)) return { kind: 'leaf', isRequired, type };
  if (!(type instanceof GraphQLObjectType)) throw new Unplannable();
  return { kind: 'object', isRequired, type, fields: fieldsOf(place, type, nodes) };
}
