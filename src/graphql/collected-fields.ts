import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionSetNode,
} from 'graphql';

/** Fields by response key, each with every place that selects it. */
export type CollectedFields = ReadonlyMap<string, { readonly field: FieldNode; readonly nodes: readonly FieldNode[] }>;

/** The fields selected on an object type, by response key, as execution will merge them. */
export function collectFields(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): CollectedFields {
  const fields = new Map<string, { field: FieldNode; nodes: FieldNode[] }>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(info, type, selectionSet, fields);
  return fields;
}

function collect(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, { field: FieldNode; nodes: FieldNode[] }>,
): void {
  for (const selection of selections) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) continue;
    if (selection.kind === 'Field') {
      const known = fields.get(responseKey(selection));
      if (known) known.nodes.push(selection);
      else fields.set(responseKey(selection), { field: selection, nodes: [selection] });
      continue;
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && applies(info, type, condition)) collect(info, type, fragment.selectionSet, fields);
  }
}

function applies({ schema }: GraphQLResolveInfo, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  return type.getInterfaces().some(({ name }) => name === schema.getType(condition)?.name);
}

export function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
