import { InputError } from '../../model/errors.ts';
import type { OrderTerm } from '../../store/read/fragment.ts';
import { builder } from '../builder.ts';

/** Orders of lists. Unknown values come last and ties stand by key, in either direction. */

const Direction = builder.enumType('Direction', {
  description: 'Which way an order goes.',
  values: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } } as const,
});

const PaperOrderField = builder.enumType('PaperOrderField', {
  description: 'What papers are ordered by.',
  values: {
    YEAR: { description: 'Year of publication.' },
    CITED_BY_COUNT: { description: 'How often it is cited, as far as sources state it.' },
    TITLE: { description: 'Title.' },
    RELEVANCE: {
      description:
        'How well they fit `about`, as `search` orders papers: only in the list `papers`, where `filter.about` is given.',
    },
  } as const,
});

const NamedOrderField = builder.enumType('NamedOrderField', {
  description: 'What named things are ordered by.',
  values: {
    NAME: { description: 'Name.' },
    PAPER_COUNT: { description: 'How many papers; of those that fit `filter.papers`, where it is given.' },
  } as const,
});

const CollaborationOrderField = builder.enumType('CollaborationOrderField', {
  description: 'What collaborations are ordered by.',
  values: {
    SHARED_PAPER_COUNT: { description: 'How many papers are shared.', value: 'sharedPaperCount' },
    WEIGHT: { description: 'Weight under the counting rule.', value: 'weight' },
    FIRST_YEAR: {
      description: 'Year of the first shared paper; one that is not known comes last.',
      value: 'firstYear',
    },
    LAST_YEAR: { description: 'Year of the last shared paper; one that is not known comes last.', value: 'lastYear' },
  } as const,
});

export const PaperOrderInput = builder.inputType('PaperOrder', {
  description: 'The order of papers; by default the newest first.',
  fields: (t) => ({
    by: t.field({ type: PaperOrderField, required: true, description: 'What they are ordered by.' }),
    direction: t.field({ type: Direction, required: true, description: 'Which way.' }),
  }),
});

export const NamedOrderInput = builder.inputType('NamedOrder', {
  description: 'The order of named things; by default from A to Z.',
  fields: (t) => ({
    by: t.field({ type: NamedOrderField, required: true, description: 'What they are ordered by.' }),
    direction: t.field({ type: Direction, required: true, description: 'Which way.' }),
  }),
});

export const CollaborationOrderInput = builder.inputType('CollaborationOrder', {
  description: 'The order of collaborations; by default the most shared papers first.',
  fields: (t) => ({
    by: t.field({ type: CollaborationOrderField, required: true, description: 'What they are ordered by.' }),
    direction: t.field({ type: Direction, required: true, description: 'Which way.' }),
  }),
});

interface StatedOrder {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
}

/**
 * Papers on the variable `paper`: one stored key for each order and direction.
 * @throws InputError BAD_ORDER for RELEVANCE, which `papers` alone has
 */
export function paperOrder(order: StatedOrder | null | undefined): readonly OrderTerm[] | undefined {
  if (!order) return undefined;
  const { by, direction } = order;
  if (by === 'RELEVANCE') throw noRelevance('this list has no search');
  if (by === 'YEAR')
    return [{ term: direction === 'ASC' ? 'paper.yearAscending' : 'paper.yearDescending', direction: 'ASC' }];
  if (by === 'CITED_BY_COUNT')
    return [
      {
        term: direction === 'ASC' ? 'paper.citedByCountAscending' : 'paper.citedByCountDescending',
        direction: 'ASC',
      },
    ];
  return [{ term: direction === 'ASC' ? 'paper.titleAscending' : 'paper.titleDescending', direction }];
}

/** The order of `search` over the papers that a search finds; undefined for another order. */
export function relevanceOrder(order: StatedOrder | null | undefined): readonly OrderTerm[] | undefined {
  if (order?.by !== 'RELEVANCE') return undefined;
  const { direction } = order;
  return [
    { term: 'rank', direction },
    { term: 'knownCount', direction },
    { term: 'paper.key', direction: 'ASC' },
  ];
}

export function noRelevance(found: string): InputError {
  return new InputError(
    'BAD_ORDER',
    `orderBy: expected RELEVANCE in the list \`papers\` with words in \`filter.about\`, but ${found}. ` +
      'Give `papers(filter: {about: …})`, with this list as a further part of its filter, or order by YEAR, CITED_BY_COUNT or TITLE.',
  );
}

/** Named things on their variable; by papers, of rows that have a `paperCount`. */
export function namedOrder(variable: string, order: StatedOrder | null | undefined): readonly OrderTerm[] | undefined {
  if (!order) return undefined;
  const { by, direction } = order;
  if (by === 'PAPER_COUNT')
    return [
      { term: 'paperCount', direction },
      { term: `${variable}.key`, direction: 'ASC' },
    ];
  return [{ term: `${variable}.${direction === 'ASC' ? 'nameAscending' : 'nameDescending'}`, direction }];
}

export function collaborationOrder(order: StatedOrder | null | undefined): readonly OrderTerm[] | undefined {
  if (!order) return undefined;
  const { by, direction } = order;
  return [
    { term: by.endsWith('Year') ? knownFirst(by, direction) : by, direction },
    { term: 'first.key', direction: 'ASC' },
    { term: 'second.key', direction: 'ASC' },
  ];
}

/** A cursor holds no null, and what is not known comes last in both directions. */
function knownFirst(year: string, direction: StatedOrder['direction']): string {
  return `coalesce(${year}, ${direction === 'ASC' ? 10000 : -1})`;
}
