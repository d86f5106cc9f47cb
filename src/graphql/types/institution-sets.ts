import { InputError } from '../../model/errors.ts';
import type { InstitutionFilter, PaperFilter } from '../../store/filters/filters.ts';
import type { NameLookup } from '../../store/filters/name-lookup.ts';
import { institutionPredicate, type NamedFilter, paperFiltersWithin } from '../../store/filters/named-predicates.ts';
import { builder } from '../builder.ts';
import { checkNamedFilter } from '../check-filter.ts';
import type { FieldArguments } from '../relation.ts';
import { InstitutionFilterInput } from './filters.ts';

/** Sets of institutions that collaborations and collaborators are chosen by. */

export const BetweenInstitutionsInput = builder.inputType('BetweenInstitutions', {
  description:
    'Which pairs: `within` one set, or one institution in each of `a` and `b`. ' +
    'Examples: `{within: {key: ["intel", "google"]}}`, `{a: {kind: [EDUCATION]}, b: {kind: [COMPANY]}}`.',
  fields: (t) => ({
    within: t.field({ type: InstitutionFilterInput, description: 'Both institutions are in the set.' }),
    a: t.field({ type: InstitutionFilterInput, description: 'One institution is in this set, together with `b`.' }),
    b: t.field({ type: InstitutionFilterInput, description: 'The other institution is in this set.' }),
  }),
});

/** The two sets that a pair has one institution in each of; null for all pairs. */
type TwoSets = readonly [InstitutionFilter, InstitutionFilter] | null;

/** @throws InputError BAD_BETWEEN for anything but `within`, or `a` and `b` */
function setsOf(args: FieldArguments): TwoSets {
  // graphql-js has checked it against its input type.
  const between = (args.between ?? null) as Partial<Record<'within' | 'a' | 'b', InstitutionFilter | null>> | null;
  if (between === null) return null;
  const { within, a, b } = between;
  if (within && !a && !b) return [within, within];
  if (!within && a && b) return [a, b];
  const found = Object.entries({ within, a, b }).flatMap(([name, filter]) => (filter ? [name] : []));
  throw new InputError(
    'BAD_BETWEEN',
    `between: expected either within, or a and b, but found ${found.length === 0 ? 'none of them' : found.join(' and ')}. ` +
      'Say {within: …} for pairs inside one set, {a: …, b: …} for pairs across two.',
  );
}

/** Whether pairs are chosen by sets, and the placeholders of the fragment that does it. */
export function betweenSets(args: FieldArguments, lookup: NameLookup) {
  const sets = setsOf(args);
  if (sets === null) return null;
  const [one, other] = sets;
  return { oneFilter: institutionPredicate(one, lookup), otherFilter: institutionPredicate(other, lookup) };
}

/** The filters over papers that `between` holds, checked. */
export function paperFiltersOfBetween(args: FieldArguments): readonly PaperFilter[] {
  const [one, other] = setsOf(args) ?? [];
  if (!one || !other) return [];
  const places = one === other ? ['between.within'] : ['between.a', 'between.b'];
  return [one, other].slice(0, places.length).flatMap((set, index) => paperFiltersIn(set, String(places[index])));
}

/** The filters over papers that a filter over institutions holds, checked, for their names to be looked up. */
export function paperFiltersIn(filter: NamedFilter, place: string): readonly PaperFilter[] {
  checkNamedFilter(filter, place);
  return paperFiltersWithin(filter);
}
