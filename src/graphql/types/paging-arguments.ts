import type { ArgBuilder } from '@pothos/core';
import type { builder } from '../builder.ts';

type Types = (typeof builder)['$inferSchemaTypes'];

/** The arguments of every connection field. */
export function pagingArguments({ arg }: { readonly arg: ArgBuilder<Types> }) {
  return {
    first: arg.int({ description: 'How many from the start or behind `after`: 0 to 100, by default 20.' }),
    after: arg.string({ description: 'A cursor of this list: the page begins behind it.' }),
    last: arg.int({ description: 'How many from the end or before `before`: 0 to 100.' }),
    before: arg.string({ description: 'A cursor of this list: the page ends before it.' }),
  };
}
