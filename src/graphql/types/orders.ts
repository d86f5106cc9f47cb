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
  } as const,
});

const NamedOrderField = builder.enumType('NamedOrderField', {
  description: 'What named things are ordered by.',
  values: { NAME: { description: 'Name.' } } as const,
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

/** Papers on the variable `paper`: one stored key for each order and direction. */
export function paperOrder(order: StatedOrder | null | undefined): readonly OrderTerm[] | undefined {
  if (!order) return undefined;
  const { by, direction } = order;
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

/** Named things on their variable. */
export function namedOrder(variable: string, order: StatedOrder | null | undefined): readonly OrderTerm[] | undefined {
  if (!order) return undefined;
  const { direction } = order;
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
