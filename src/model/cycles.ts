/**
 * Nodes of a directed graph that lie on a cycle, each with the whole knot of nodes that reach each other (strongly
 * connected components of two or more; R. Tarjan, SIAM Journal on Computing 1(2), 1972. https://doi.org/10.1137/0201010).
 *
 * @param edges - for each node, those that it leads to; nodes that have no entry lead nowhere
 * @returns knots, their nodes sorted, in the order of their first nodes
 */
export function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const knots: string[][] = [];
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    // A stack of its own: chains of parents may be longer than the language's.
    const way = [{ node: root, next: 0 }];
    while (way.length > 0) {
      const step = way[way.length - 1];
      if (step === undefined) break;
      const { node } = step;
      if (step.next === 0) {
        order.set(node, order.size);
        lowest.set(node, order.get(node) ?? 0);
        open.push(node);
        isOpen.add(node);
      }
      const target = edges.get(node)?.[step.next];
      step.next += 1;
      if (target !== undefined) {
        if (!order.has(target)) way.push({ node: target, next: 0 });
        else if (isOpen.has(target)) lower(lowest, node, order.get(target) ?? 0);
        continue;
      }
      way.pop();
      const above = way[way.length - 1];
      if (above) lower(lowest, above.node, lowest.get(node) ?? 0);
      if (lowest.get(node) !== order.get(node)) continue;
      const knot = open.splice(open.lastIndexOf(node));
      for (const each of knot) isOpen.delete(each);
      if (knot.length > 1) knots.push(knot.sort());
    }
  }
  return knots.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

function lower(lowest: Map<string, number>, node: string, value: number): void {
  lowest.set(node, Math.min(lowest.get(node) ?? value, value));
}
