import type { NodeOrder, OrderedIds } from '../engine.ts';

/**
 * Orders of nodes in memory. The engine takes no order from an index, so an order's ids are read once, when they are first
 * asked for, and kept until the next write. Of its keys only every 64th is kept: enough to know where a page begins.
 */
const fenceStep = 64;

/** Reads the ids of a label in ascending order of a property, and that property. */
type ReadOrder = (label: string, property: string) => Promise<{ ids: readonly number[]; keys: readonly string[] }>;

export class NodeOrders {
  readonly #read: ReadOrder;
  #orders = new Map<string, Promise<NodeOrder>>();

  constructor(read: ReadOrder) {
    this.#read = read;
  }

  get(label: string, property: string): Promise<NodeOrder> {
    const name = `${label}.${property}`;
    const known = this.#orders.get(name);
    if (known) return known;
    const orders = this.#orders;
    const order = this.#read(label, property).then(
      ({ ids, keys }) => new KeptOrder(ids, keys, () => orders === this.#orders),
    );
    orders.set(name, order);
    order.catch(() => orders.delete(name));
    return order;
  }

  /** The graph has changed; what was read before, or is being read, is of the graph before. */
  forget(): void {
    this.#orders = new Map();
  }
}

class KeptOrder implements NodeOrder {
  readonly isCurrent: () => boolean;
  readonly #ids: Float64Array;
  readonly #fences: readonly Buffer[];

  constructor(ids: readonly number[], keys: readonly string[], isCurrent: () => boolean) {
    this.#ids = Float64Array.from(ids);
    this.#fences = keys.filter((_, index) => index % fenceStep === 0).map((key) => Buffer.from(key));
    this.isCurrent = isCurrent;
  }

  get size(): number {
    return this.#ids.length;
  }

  idsBehind(place: string | null, isAscending: boolean): OrderedIds {
    let next = this.#beginning(place, isAscending);
    return {
      take: (count) => {
        const end = isAscending ? Math.min(this.size, next + count) : Math.max(0, next - count);
        const taken = isAscending ? this.#ids.subarray(next, end) : this.#ids.subarray(end, next);
        next = end;
        return [...taken];
      },
      // What stands between a fence and the place is taken too.
      slack: place === null ? 0 : fenceStep,
    };
  }

  /** Upwards the index of the first id to take, downwards the one behind it. */
  #beginning(place: string | null, isAscending: boolean): number {
    if (place === null) return isAscending ? 0 : this.size;
    const sought = Buffer.from(place);
    // A fence that is the place itself is begun at upwards: one fence earlier would take a whole step and the place in vain.
    if (isAscending) return Math.max(0, this.#fencesUpTo(sought, 0) - 1) * fenceStep;
    return Math.min(this.size, this.#fencesUpTo(sought, -1) * fenceStep);
  }

  /** How many fences stand before a key, or, with `most` 0, at it. The engine compares texts by their bytes. */
  #fencesUpTo(sought: Buffer, most: -1 | 0): number {
    let [low, high] = [0, this.#fences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const fence = this.#fences[middle];
      if (fence !== undefined && Buffer.compare(fence, sought) <= most) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
