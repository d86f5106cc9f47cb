import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { PaperFilter } from '../store/filters/filters.ts';
import type { NameLookup } from '../store/filters/name-lookup.ts';
import type { TableSelection } from '../store/read/selection.ts';
import { type CollectedFields, collectFields, responseKey } from './collected-fields.ts';
import type { FieldArguments } from './relation.ts';

/** A table of counts that a field of a connection shows; its filters are kept as stated until their names are looked up. */
export interface TablePlan {
  readonly filters: readonly PaperFilter[];
  bind(lookup: NameLookup): TableSelection;
}

/** How a field is worked out as a table: from its arguments, and those of the shares that are selected of its rows. */
interface TableExtension {
  readonly table: (args: FieldArguments, shares: ReadonlyMap<string, FieldArguments>) => TablePlan;
}

/** The tables that a selection of a connection wants, by response key. Bad arguments are refused here. */
export function tablePlansOf(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  fields: CollectedFields,
): ReadonlyMap<string, TablePlan> {
  const plans = new Map<string, TablePlan>();
  for (const { field, nodes } of fields.values()) {
    const definition = type.getFields()[field.name.value];
    const { table } = (definition?.extensions ?? {}) as Partial<TableExtension>;
    const rowType = getNamedType(definition?.type);
    if (!definition || !table || !isObjectType(rowType)) continue;
    const args = getArgumentValues(definition, field, info.variableValues);
    plans.set(responseKey(field), table(args, sharesOf(info, rowType, collectFields(info, rowType, nodes))));
  }
  return plans;
}

function sharesOf(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  fields: CollectedFields,
): ReadonlyMap<string, FieldArguments> {
  const shares = new Map<string, FieldArguments>();
  for (const { field } of fields.values()) {
    const definition = type.getFields()[field.name.value];
    if (definition?.extensions.isShare !== true) continue;
    shares.set(responseKey(field), getArgumentValues(definition, field, info.variableValues));
  }
  return shares;
}
