import type { PaperFilter } from '../../store/filters/filters.ts';
import type { NameLookup } from '../../store/filters/name-lookup.ts';
import { paperPredicate } from '../../store/filters/paper-predicate.ts';
import { rankPredicates } from '../../store/find-predicates.ts';
import { checkPaperFilter } from '../check-filter.ts';
import type { FieldArguments, FragmentCall, Relation } from '../relation.ts';
import { noRelevance, paperOrder, relevanceOrder } from './orders.ts';

/** A filter over papers among a field's arguments; graphql-js has checked it against its input type. */
function paperFilterOf(args: FieldArguments, name: string): PaperFilter | null {
  return (args[name] ?? null) as PaperFilter | null;
}

/** Filters over papers, checked, for a relation to have their names looked up. */
export function paperFiltersOf(...names: readonly string[]) {
  return (args: FieldArguments): readonly PaperFilter[] =>
    names.flatMap((name) => {
      const filter = paperFilterOf(args, name);
      if (filter) checkPaperFilter(filter, name);
      return filter ?? [];
    });
}

/** The `papersFilter` placeholder of a fragment from an argument. */
export function papersFilter(args: FieldArguments, name: string, lookup: NameLookup) {
  const filter = paperFilterOf(args, name);
  return filter ? { papersFilter: paperPredicate(filter, lookup) } : {};
}

/** A list of papers with `filter` and `orderBy`, from a fragment that may depend on the other arguments. */
export function papersRelation(
  fragmentOf: (args: FieldArguments) => Pick<FragmentCall, 'fragment' | 'args'>,
): Relation {
  return {
    label: 'Paper',
    paperFilters: paperFiltersOf('filter'),
    call: (args, lookup) => {
      const order = paperOrder(args.orderBy as Parameters<typeof paperOrder>[0]);
      return { ...fragmentOf(args), filters: papersFilter(args, 'filter', lookup), ...(order && { order }) };
    },
  };
}

const papersOfGraph = papersRelation(() => ({ fragment: 'paper/all' }));

/** All papers that a filter lets through; by relevance too, where the filter says what they are about. */
export const allPapers: Relation = {
  ...papersOfGraph,
  call: (args, lookup) => {
    const order = relevanceOrder(args.orderBy as Parameters<typeof paperOrder>[0]);
    if (!order) return papersOfGraph.call(args, lookup);
    const about = paperFilterOf(args, 'filter')?.about ?? '';
    const ranks = rankPredicates(about, 'PAPER');
    if (ranks === null) throw noRelevance('`filter.about` has none');
    return { fragment: 'search/papers', filters: { ...ranks, ...papersFilter(args, 'filter', lookup) }, order };
  },
};

/** Units are followed by this kind of relationship; fragments hold no text of their own. */
export const unitKind = { unitKind: 'unit' };

/** A relation whose fragment takes nothing. */
export function plainRelation(fragment: string, label: string | null, more: Partial<Relation> = {}): Relation {
  return { label, call: () => ({ fragment }), ...more };
}
