import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { readRelation, readStart } from '../store/read/reader.ts';
import type { ReadRow, RelatedResult } from '../store/read/selection.ts';
import type { Context } from './context.ts';
import { type GraphRow, keyOf } from './graph-row.ts';
import { type Plan, plansOf, sealOf, tablePart } from './look-ahead.ts';
import { chained, type MaybePromise } from './maybe-promise.ts';
import type { FieldArguments, Relation, RelationShape } from './relation.ts';

/**
 * Reads what a field wants of its relation, the way that fits: what was inlined into the parent's statement is there
 * already; else parents are batched by keys, one statement for all of them; a field of `Query` starts a statement.
 */
export class RelatedReader {
  readonly #relation: Relation;
  readonly #shape: RelationShape;
  readonly #parent: GraphRow | null;
  readonly #args: FieldArguments;
  readonly #context: Context;
  readonly #info: GraphQLResolveInfo;
  #plans: ReadonlyMap<string, Plan> | undefined;
  #seal: string | undefined;

  constructor(
    relation: Relation,
    shape: RelationShape,
    parent: GraphRow | null,
    args: FieldArguments,
    context: Context,
    info: GraphQLResolveInfo,
  ) {
    this.#relation = relation;
    this.#shape = shape;
    this.#parent = parent;
    this.#args = args;
    this.#context = context;
    this.#info = info;
    // Bad arguments of a start are refused before its first statement; those of nested fields were, while they were planned.
    if (parent === null) this.#planned();
  }

  get label(): string | null {
    return this.#relation.label;
  }

  /** Seals the cursors of this list. */
  get seal(): string {
    this.#seal ??= sealOf(this.#info, this.#args);
    return this.#seal;
  }

  rows(): MaybePromise<readonly ReadRow[]> {
    return chained(this.#read(''), (result) => (Array.isArray(result) ? result : []));
  }

  /** A count or an aggregate that a field of a connection shows, by the field's name. */
  total(field: string): MaybePromise<RelatedResult | undefined> {
    return this.#read(`#${field}`);
  }

  /** A table that a field of a connection shows, by the field's response key. */
  table(key: string): MaybePromise<RelatedResult | undefined> {
    return this.#read(tablePart(key));
  }

  #read(part: string): MaybePromise<RelatedResult | undefined> {
    const parent = this.#parent;
    if (parent === null) return this.#start(part);
    const inlined = parent.related.get(`${parent.prefix}${this.#info.path.key}${part}`);
    if (inlined !== undefined) return inlined;
    return this.#loader(parent, part).load(keyOf(parent));
  }

  async #start(part: string): Promise<RelatedResult | undefined> {
    const plan = this.#planned().get(part);
    if (plan === undefined) return undefined;
    return readStart(this.#context.store, plan.bind(await this.#context.lookUp(plan.filters)));
  }

  #loader({ label }: GraphRow, part: string): DataLoader<string, RelatedResult | undefined> {
    const { relationLoaders, store } = this.#context;
    const place = `${label}:${placeOf(this.#info)}${part}`;
    const known = relationLoaders.get(place);
    if (known) return known;
    const plan = this.#planned().get(part);
    const loader = new DataLoader<string, RelatedResult | undefined>(
      async (keys) => {
        if (plan === undefined || label === null) return keys.map(() => undefined);
        const selection = plan.bind(await this.#context.lookUp(plan.filters));
        const found = await readRelation(store, label, keys, selection);
        return keys.map((key) => found.get(key));
      },
      { maxBatchSize: 1_000 },
    );
    relationLoaders.set(place, loader);
    return loader;
  }

  #planned(): ReadonlyMap<string, Plan> {
    const ahead = { info: this.#info, isInlined: this.#context.isInlined };
    const extension = { relation: this.#relation, shape: this.#shape };
    this.#plans ??= new Map(plansOf(ahead, extension, this.#args).map(({ name, plan }) => [name, plan]));
    return this.#plans;
  }
}

/** The field's place in the request, without indices: one selection, the same for every parent in a list. */
function placeOf({ path, parentType, fieldName }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let step: typeof path | undefined = path; step; step = step.prev) {
    if (typeof step.key === 'string') keys.unshift(step.key);
  }
  return `${keys.join('.')}:${parentType.name}.${fieldName}`;
}
