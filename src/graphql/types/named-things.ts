import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../../model/errors.ts';
import { fold, foldHeading } from '../../model/text.ts';
import type { PaperFilter } from '../../store/filters/filters.ts';
import type { NameLookup } from '../../store/filters/name-lookup.ts';
import { type NamedFilter, paperFiltersWithin } from '../../store/filters/named-predicates.ts';
import { paperPredicate } from '../../store/filters/paper-predicate.ts';
import { foundKinds, kindsOfNodes } from '../../store/find-predicates.ts';
import type { Predicate } from '../../store/read/selection.ts';
import { builder } from '../builder.ts';
import { checkNamedFilter } from '../check-filter.ts';
import type { Context } from '../context.ts';
import { graphRow } from '../graph-row.ts';
import { keyFromId } from '../node-types.ts';
import { RelatedReader } from '../related-reader.ts';
import type { FieldArguments, FragmentCall, Relation } from '../relation.ts';
import { namedOrder } from './orders.ts';

/** What institutions, conferences and topics share: they are found by key or by any of their names, and listed by name. */

export const NamedBy = builder.inputType('NamedBy', {
  isOneOf: true,
  description: 'Exactly one field.',
  fields: (t) => ({
    id: t.id({ description: "Relay's id." }),
    key: t.string({ description: 'The key.' }),
    name: t.string({
      description:
        'Any name or alias, case and accents folded; a name that two nodes have is an error that lists both.',
    }),
    ror: t.string({ description: 'A ROR id, also with its address; institutions only.' }),
    orcid: t.string({ description: 'An ORCID, also with its address; authors only.' }),
    openalexId: t.string({
      description:
        'The id that OpenAlex gives it ("I136199984"), or the address under which another data set knows it.',
    }),
  }),
});

type By = typeof NamedBy.$inferInput;

/** Ways to find a named thing that its kind alone has, or has otherwise than the others. */
interface OwnLookUps {
  readonly name?: (value: string) => FragmentCall;
  readonly ror?: (value: string) => FragmentCall;
  readonly orcid?: (value: string) => FragmentCall;
  /** @param value - the whole address */
  readonly openalexId?: (value: string) => FragmentCall;
}

/** "I136199984" as the address that OpenAlex's records carry; other addresses stay. */
export function openalexAddress(id: string): string {
  return /^[A-Z]\d+$/i.test(id.trim()) ? `https://openalex.org/${id.trim().toUpperCase()}` : id.trim();
}

/** The field that finds one named thing. */
export function namedLookUp(label: string, folder: string, own: OwnLookUps = {}) {
  const relation: Relation = { label, call: ({ by }) => lookUpCall(by as By) };
  const kind = foundKinds.find((each) => kindsOfNodes[each].label === label);
  return {
    extensions: { relation, shape: 'list' as const },
    resolve: async (_: unknown, args: FieldArguments, context: Context, info: GraphQLResolveInfo) => {
      const rows = await new RelatedReader(relation, 'list', null, args, context, info).rows();
      if (rows.length > 1)
        throw ambiguous(
          args.by as By,
          rows.map(({ columns }) => String(columns.key)),
        );
      const [found] = rows;
      const { name } = args.by as By;
      if (!found && kind && typeof name === 'string') context.unknownNames.add({ kind, name });
      return found ? graphRow(label, found) : null;
    },
  };

  function lookUpCall(by: By): FragmentCall {
    if (by.id !== undefined && by.id !== null) return byKey(keyFromId(String(by.id), label));
    if (by.key !== undefined && by.key !== null) return byKey(by.key);
    if (by.name !== undefined && by.name !== null) {
      if (own.name) return own.name(by.name);
      const folded = folder === 'topic' ? foldHeading(by.name) : fold(by.name);
      return { fragment: `${folder}/by-name`, args: { identifierKey: `${folder}:${folded}` } };
    }
    if (own.ror && by.ror) return own.ror(by.ror);
    if (own.orcid && by.orcid) return own.orcid(by.orcid);
    if (by.openalexId) return byOpenalexId(openalexAddress(by.openalexId));
    const kind = by.ror ? 'ror' : 'orcid';
    throw new InputError(
      'BAD_LOOK_UP',
      `by.${kind}: expected id, key, name or openalexId, since a ${folder} has no ${kind === 'ror' ? 'ROR id' : 'ORCID'}.`,
    );
  }

  function byOpenalexId(id: string): FragmentCall {
    if (own.openalexId) return own.openalexId(id);
    return { fragment: `${folder}/by-record-id`, args: { identifierKey: `${folder}-id:${id}` } };
  }

  function byKey(key: string): FragmentCall {
    return { fragment: `${folder}/by-key`, args: { key } };
  }
}

/** The list of all named things of a kind, with its filter and its order by name. */
export function namedList<F extends NamedFilter>(
  folder: string,
  placeholder: string,
  predicateOf: (filter: F, lookup: NameLookup) => Predicate,
): Pick<Relation, 'paperFilters' | 'call'> {
  const filterOf = ({ filter }: FieldArguments) => (filter ?? null) as F | null;
  return {
    paperFilters: (args) => {
      const filter = filterOf(args);
      if (filter === null) return [];
      checkNamedFilter(filter, 'filter');
      return paperFiltersWithin(filter);
    },
    call: (args, lookup) => {
      const filter = filterOf(args);
      const stated = args.orderBy as Parameters<typeof namedOrder>[1];
      const order = namedOrder(folder, stated);
      const papers = stated?.by === 'PAPER_COUNT' ? filter?.papers : null;
      return {
        fragment: `${folder}/${listFragment(stated?.by, papers)}`,
        filters: {
          ...(filter && { [placeholder]: predicateOf(filter, lookup) }),
          ...(papers && { papersFilter: paperPredicate(papers, lookup) }),
        },
        ...(order && { order }),
      };
    },
  };
}

function listFragment(by: string | undefined, papers: PaperFilter | null | undefined): string {
  if (by !== 'PAPER_COUNT') return 'all';
  return papers ? 'by-fitting-papers' : 'by-paper-count';
}

function ambiguous({ name }: By, keys: readonly string[]): InputError {
  return new InputError(
    'AMBIGUOUS_NAME',
    `by.name: expected a name that one node has, but "${name}" is a name of ${keys.join(' and ')}. Ask by key for one of them.`,
  );
}
