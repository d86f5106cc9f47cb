import { type FieldNode, GraphQLObjectType, type GraphQLResolveInfo, getArgumentValues, getNamedType } from 'graphql';
import type { PaperFilter } from '../store/filters/filters.ts';
import type { NameLookup } from '../store/filters/name-lookup.ts';
import { type PageSelection, type RelationSelection, type Selection, wholeList } from '../store/read/selection.ts';
import { type CollectedFields, collectFields, responseKey } from './collected-fields.ts';
import { listSeal } from './cursor.ts';
import { type PagingArguments, pageOf } from './paging.ts';
import {
  type FieldArguments,
  type FragmentCall,
  type Relation,
  type RelationExtension,
  relationOf,
} from './relation.ts';
import { type TablePlan, tablePlansOf } from './table-plans.ts';

/**
 * Reads a request's selection ahead of execution: which properties and relations it wants below a field, as deep as they
 * fit into one statement. Filters are kept as stated until their names are looked up, all in one go.
 */
export interface Plan {
  readonly filters: readonly PaperFilter[];
  bind(lookup: NameLookup): RelationSelection;
}

interface ItemPlan {
  readonly filters: readonly PaperFilter[];
  bind(lookup: NameLookup): Selection;
}

/** A part of what a field wants, under the name that its reader looks for. */
interface NamedPlan {
  readonly name: string;
  readonly plan: Plan;
}

/** Deeper relations are batched by keys instead: planning time grows with each level. */
const maxInlinedDepth = 4;

export interface LookAhead {
  readonly info: GraphQLResolveInfo;
  readonly isInlined: boolean;
}

/** What the field of `info` wants of its relation: rows with all that is nested, `#totalCount`, `#coverage` and so on. */
export function plansOf(ahead: LookAhead, extension: RelationExtension, args: FieldArguments): readonly NamedPlan[] {
  return fieldPlans(ahead, '', extension, args, ahead.info.fieldNodes, ahead.info.returnType, ahead.info, 0);
}

function fieldPlans(
  ahead: LookAhead,
  name: string,
  extension: RelationExtension,
  args: FieldArguments,
  nodes: readonly FieldNode[],
  returnType: GraphQLResolveInfo['returnType'],
  place: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
  depth: number,
): readonly NamedPlan[] {
  const type = getNamedType(returnType);
  if (!(type instanceof GraphQLObjectType)) return [];
  const { relation, shape } = extension;
  if (shape === 'connection') return connectionPlans(ahead, name, relation, args, nodes, type, place, depth);
  const item = itemPlan(ahead, relation, [{ type, nodes, prefix: '' }], depth);
  const page = { ...wholeList, limit: shape === 'one' ? 1 : (relation.limit?.(args) ?? null) };
  return [{ name, plan: rowsPlan(relation, args, item, page) }];
}

function connectionPlans(
  ahead: LookAhead,
  name: string,
  relation: Relation,
  args: FieldArguments,
  nodes: readonly FieldNode[],
  type: GraphQLObjectType,
  place: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
  depth: number,
): readonly NamedPlan[] {
  // Bad arguments are refused here, before anything is sent to the store, whatever is selected.
  pageOf(args as PagingArguments, () => sealOf(place, args), null);
  const fields = collectFields(ahead.info, type, nodes);
  const parts = rowParts(ahead, type, fields);
  const plans: NamedPlan[] = [];
  if (parts.length > 0) {
    const item = itemPlan(ahead, relation, parts, depth);
    plans.push({ name, plan: connectionRowsPlan(relation, args, item, place) });
  }
  for (const { field } of fields.values()) {
    const aggregate = aggregateOf(type, field.name.value);
    if (aggregate !== undefined)
      plans.push({ name: `${name}#${field.name.value}`, plan: totalPlan(relation, args, aggregate) });
  }
  // Many tables in one statement are slow to plan: nested ones are batched by keys, each in a statement of its own.
  const tables = tablePlansOf(ahead.info, type, fields);
  if (depth > 0 && relation.isCarried !== true) return plans;
  for (const [key, table] of tables)
    plans.push({ name: `${name}${tablePart(key)}`, plan: tablePlan(relation, args, table) });
  return plans;
}

interface RowPart {
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly prefix: string;
}

/** Where a connection's selection goes into its rows: `nodes`, `edges { node }`; `pageInfo` needs the rows alone. */
function rowParts(ahead: LookAhead, type: GraphQLObjectType, fields: CollectedFields): readonly RowPart[] {
  const parts: RowPart[] = [];
  for (const { field, nodes } of fields.values()) {
    const fieldType = getNamedType(type.getFields()[field.name.value]?.type);
    if (!(fieldType instanceof GraphQLObjectType)) continue;
    if (field.name.value === 'nodes') parts.push({ type: fieldType, nodes, prefix: `${responseKey(field)}.` });
    if (field.name.value === 'pageInfo') parts.push({ type: fieldType, nodes: [], prefix: '' });
    if (field.name.value !== 'edges') continue;
    parts.push({ type: fieldType, nodes: [], prefix: '' });
    for (const inner of collectFields(ahead.info, fieldType, nodes).values()) {
      const innerType = getNamedType(fieldType.getFields()[inner.field.name.value]?.type);
      if (inner.field.name.value !== 'node' || !(innerType instanceof GraphQLObjectType)) continue;
      parts.push({ type: innerType, nodes: inner.nodes, prefix: `${responseKey(field)}.${responseKey(inner.field)}.` });
    }
  }
  return parts;
}

/** What a selection wants of a row: properties of its node, and relations of the row and of the node. */
function itemPlan(ahead: LookAhead, relation: Relation, parts: readonly RowPart[], depth: number): ItemPlan {
  const wanted = { columns: new Set<string>(), extra: new Set<string>() };
  const plans: NamedPlan[] = [];
  for (const part of parts) addPart(ahead, relation, part, depth, wanted, plans);
  return {
    filters: plans.flatMap(({ plan }) => plan.filters),
    bind: (lookup) => ({
      label: relation.label,
      columns: [...wanted.columns],
      extra: [...wanted.extra],
      relations: new Map(plans.map(({ name, plan }) => [name, plan.bind(lookup)])),
    }),
  };
}

/** Properties of a row's node, and further columns of the row. */
interface WantedOfRow {
  readonly columns: Set<string>;
  readonly extra: Set<string>;
}

function addPart(
  ahead: LookAhead,
  relation: Relation,
  { type, nodes, prefix }: RowPart,
  depth: number,
  wanted: WantedOfRow,
  plans: NamedPlan[],
): void {
  for (const { field, nodes: fieldNodes } of collectFields(ahead.info, type, nodes).values()) {
    const definition = type.getFields()[field.name.value];
    if (!definition) continue;
    const { columns = [], extra = [] } = definition.extensions as Partial<
      Record<'columns' | 'extra', readonly string[]>
    >;
    for (const column of columns) wanted.columns.add(column);
    for (const column of extra) wanted.extra.add(column);
    const key = `${prefix}${responseKey(field)}`;
    const inner = getNamedType(definition.type);
    if (field.name.value === relation.nodeField && inner instanceof GraphQLObjectType) {
      addPart(
        ahead,
        { ...relation, nodeField: '' },
        { type: inner, nodes: fieldNodes, prefix: `${key}.` },
        depth,
        wanted,
        plans,
      );
    }
    const extension = relationOf(definition.extensions);
    if (!extension || !fits(ahead, extension, depth)) continue;
    const args = getArgumentValues(definition, field, ahead.info.variableValues);
    const place = { parentType: type, fieldName: field.name.value };
    plans.push(...fieldPlans(ahead, key, extension, args, fieldNodes, definition.type, place, depth + 1));
  }
}

/**
 * A relation of the row itself (the papers behind a pair) has no key to be batched by, so it is always inlined. A list
 * below a list leads to the same nodes again and again (papers, their institutions, their papers): batched by keys, each is
 * read once.
 */
function fits({ isInlined }: LookAhead, { relation, shape }: RelationExtension, depth: number): boolean {
  if (relation.isCarried === true) return true;
  return isInlined && depth < maxInlinedDepth && (shape !== 'connection' || depth === 0);
}

function rowsPlan(relation: Relation, args: FieldArguments, item: ItemPlan, page: PageSelection): Plan {
  return {
    filters: [...filtersIn(relation, args), ...item.filters],
    bind: (lookup) => {
      const call = relation.call(args, lookup);
      return { take: 'rows', ...bound(call), item: item.bind(lookup), page: { ...page, order: call.order ?? null } };
    },
  };
}

function connectionRowsPlan(
  relation: Relation,
  args: FieldArguments,
  item: ItemPlan,
  place: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
): Plan {
  return {
    filters: [...filtersIn(relation, args), ...item.filters],
    bind: (lookup) => {
      const call = relation.call(args, lookup);
      const { selection } = pageOf(args as PagingArguments, () => sealOf(place, args), call.order ?? null);
      return { take: 'rows', ...bound(call), item: item.bind(lookup), page: selection };
    },
  };
}

/** What a field of a connection counts, or undefined for a field that counts nothing. */
function aggregateOf(type: GraphQLObjectType, field: string): Aggregate | undefined {
  const { aggregate } = (type.getFields()[field]?.extensions ?? {}) as { aggregate?: Aggregate };
  return aggregate;
}

/** `count` of the rows, or the path of an aggregate below `cypher/`. */
type Aggregate = string;

function totalPlan(relation: Relation, args: FieldArguments, aggregate: Aggregate): Plan {
  const isCoverage = aggregate === 'aggregate/coverage';
  return {
    filters: filtersIn(relation, args),
    bind: (lookup) => {
      const call = isCoverage && relation.coverage ? relation.coverage(args, lookup) : relation.call(args, lookup);
      return aggregate === 'count'
        ? { take: 'count', ...bound(call) }
        : { take: 'aggregate', ...bound(call), aggregate };
    },
  };
}

/** The part of a field's plans that is the table of this response key. */
export function tablePart(key: string): string {
  return `#table ${key}`;
}

function tablePlan(relation: Relation, args: FieldArguments, table: TablePlan): Plan {
  return {
    filters: [...filtersIn(relation, args), ...table.filters],
    bind: (lookup) => ({ take: 'table', ...bound(relation.call(args, lookup)), table: table.bind(lookup) }),
  };
}

function bound({ fragment, args, filters }: FragmentCall) {
  return { fragment, args: args ?? {}, filters: filters ?? {} };
}

function filtersIn({ paperFilters }: Relation, args: FieldArguments): readonly PaperFilter[] {
  return paperFilters?.(args) ?? [];
}

/** The list that a connection's cursors belong to. */
export function sealOf(place: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>, args: FieldArguments): string {
  const { first: _, after: __, last: ___, before: ____, ...deciding } = args;
  return listSeal([place.parentType.name, place.fieldName, deciding]);
}
