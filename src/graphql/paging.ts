import { InputError } from '../model/errors.ts';
import type { OrderTerm } from '../store/read/fragment.ts';
import type { PageSelection } from '../store/read/selection.ts';
import { decodeCursor } from './cursor.ts';
import { limits } from './limits.ts';

export interface PagingArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page of a list: how many rows, from where, in which direction. */
export interface Page {
  readonly size: number;
  readonly selection: PageSelection;
}

/**
 * Reads Relay's paging arguments. The seal is worked out for cursors alone, since a page has a list below each row. One row more than asked for is read: it tells whether there is a further page.
 * @throws InputError BAD_PAGE_SIZE, BAD_PAGING, and those of cursors
 */
export function pageOf(args: PagingArguments, seal: () => string, order: readonly OrderTerm[] | null): Page {
  const { first, after, last, before } = args;
  if (isGiven(last) || isGiven(before)) {
    if (isGiven(first) || isGiven(after)) {
      throw new InputError(
        'BAD_PAGING',
        'last, before: expected either first and after, or last and before, but found both.',
      );
    }
    const size = sizeOf(last, 'last');
    return { size, selection: selectionOf(size, before, 'before', true) };
  }
  const size = sizeOf(first, 'first');
  return { size, selection: selectionOf(size, after, 'after', false) };

  function selectionOf(
    size: number,
    cursor: PagingArguments['after'],
    argument: string,
    backwards: boolean,
  ): PageSelection {
    const place = isGiven(cursor) ? decodeCursor(seal(), cursor, argument) : null;
    return { limit: size + 1, order, after: place, backwards, withCursors: true };
  }
}

function sizeOf(size: number | null | undefined, argument: string): number {
  if (!isGiven(size)) return limits.defaultPageSize;
  if (size >= 0 && size <= limits.pageSize) return size;
  throw new InputError(
    'BAD_PAGE_SIZE',
    `${argument}: expected 0 to ${limits.pageSize}, but found ${size}. Ask for at most ${limits.pageSize} and go on with ` +
      `${argument === 'first' ? 'after: endCursor' : 'before: startCursor'}.`,
  );
}

/**
 * How many of the largest to give, where there are no further pages.
 * @throws InputError BAD_LIMIT
 */
export function limitOf(limit: unknown, argument: string, { max, bySelf }: { max: number; bySelf: number }): number {
  const stated = Number(limit ?? bySelf);
  if (stated >= 0 && stated <= max) return stated;
  throw new InputError(
    'BAD_LIMIT',
    `${argument}: expected 0 to ${max}, but found ${stated}. Narrow the filter to see what comes behind.`,
  );
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
