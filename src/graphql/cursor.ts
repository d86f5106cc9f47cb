import { createHash } from 'node:crypto';
import { InputError } from '../model/errors.ts';
import type { Value } from '../store/values.ts';

/**
 * A cursor is a place in one list: the values of its order's terms, sealed with what list it is (field, filter, order),
 * so that it is refused elsewhere.
 */

/** What list a cursor belongs to, from everything that decides its rows and their order. */
export function listSeal(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 8);
}

export function encodeCursor(seal: string, place: readonly Value[]): string {
  return Buffer.from(JSON.stringify([seal, ...place])).toString('base64url');
}

/** @throws InputError BAD_CURSOR for a text that is none, CURSOR_OF_ANOTHER_LIST for one with another seal */
export function decodeCursor(seal: string, cursor: string, argument: string): readonly Value[] {
  const [found, ...place] = parse(cursor, argument);
  if (found !== seal) {
    throw new InputError(
      'CURSOR_OF_ANOTHER_LIST',
      `${argument}: expected a cursor of this list, but this one comes from another list, filter or order. ` +
        'Take endCursor or startCursor from an answer to the same query, or leave the argument out to begin at the start.',
    );
  }
  return place;
}

function parse(cursor: string, argument: string): readonly Value[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length > 1 && place.every(isScalar)) return place;
  } catch {
    // Falls through to the error below, which says the same for every text that is no cursor.
  }
  throw new InputError(
    'BAD_CURSOR',
    `${argument}: expected a cursor as pageInfo or edges give it, but found "${cursor.slice(0, 40)}".`,
  );
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
