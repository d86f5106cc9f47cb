import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionSetNode,
} from 'graphql';

/** What decides which fields are selected. */
export type Place = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** Fields by response key, each with every place that selects it. */
export type CollectedFields = ReadonlyMap<string, { readonly field: FieldNode; readonly nodes: readonly FieldNode[] }>;

/** The fields selected on an object type, by response key, as execution will merge them. */
export function collectFields(
  place: Place,
  type: GraphQLObjectType,
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
): CollectedFields {
  const fields = new Map<string, { field: FieldNode; nodes: FieldNode[] }>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(place, type, selectionSet, fields);
  return fields;
}

function collect(
  place: Place,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, { field: FieldNode; nodes: FieldNode[] }>,
): void {
  for (const selection of selections) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, place.variableValues)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, place.variableValues)?.if === false) continue;
    if (selection.kind === 'Field') {
      const known = fields.get(responseKey(selection));
      if (known) known.nodes.push(selection);
      else fields.set(responseKey(selection), { field: selection, nodes: [selection] });
      continue;
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : place.fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && applies(place, type, condition)) collect(place, type, fragment.selectionSet, fields);
  }
}

function applies({ schema }: Place, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  return type.getInterfaces().some(({ name }) => name === schema.getType(condition)?.name);
}

export function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
