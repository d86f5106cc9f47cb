interface Bounds<Item> {
  /** So many items at most are read at a time, or wait to be taken. */
  readonly count: number;
  /** What an item costs in memory, in the unit of `size`. */
  readonly sizeOf: (item: Item) => Promise<number>;
  /** What the items together may cost; one alone may cost more. */
  readonly size: number;
}

/**
 * Reads items ahead of who takes what they give, in their order. A reading that fails throws where its turn comes; who stops
 * taking has no more begun, and what was begun is dropped.
 */
export async function* readAhead<Item, Result>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Result>,
  { count, sizeOf, size: mostSize }: Bounds<Item>,
): AsyncGenerator<Result> {
  const begun: { reading: Promise<Result>; size: number }[] = [];
  for (const item of items) {
    const size = await sizeOf(item);
    while (begun.length >= count || (begun.length > 0 && size + sum(begun) > mostSize)) {
      const first = begun.shift();
      if (first) yield await first.reading;
    }
    const reading = read(item);
    // Its error is thrown where it is taken; until then, or where it is dropped, nobody else handles it.
    reading.catch(() => {});
    begun.push({ reading, size });
  }
  for (const { reading } of begun) yield await reading;
}

function sum(begun: readonly { readonly size: number }[]): number {
  return begun.reduce((total, { size }) => total + size, 0);
}
