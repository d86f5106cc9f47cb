import type { Names, Predicate } from '../read/selection.ts';
import { exactly, leaf } from './predicate.ts';

/** Conditions on what a node is related to, and starts at the other node: the hub. */

export interface Hop {
  /** The pattern from the variable to the other node, whose place is `@`: `-[:HAS_TOPIC]->(@:Topic)`. */
  readonly pattern: string;
  /** The same from the other side, where a statement starts at it; the variable's place is `#`: `(@)<-[:HAS_TOPIC]-(#)`. */
  readonly reverse: string;
  /** The other node's label and the property that finds it, which has an index. */
  readonly label: string;
  readonly property: 'key' | 'countryCode';
  /** A node is related to one value at most once. */
  readonly isOnce: boolean;
}

/** Hubs by the values that find them, and how many nodes are related to them. */
export interface Hubs {
  readonly values: readonly string[];
  /** Summed over the hubs. */
  readonly degree: number;
  /** Of all nodes, the share that is related to one of them: 0 to 1. */
  readonly share: number;
}

/** Related to at least one of some hubs. */
export function relatedTo(hop: Hop, { values, degree, share }: Hubs): Predicate {
  return leaf((variable, names) => `${countOf(hop, values, variable, names)} > 0`, {
    share,
    start: exactly(degree, (variable, names) => {
      const hub = names.variable('hub');
      const found = `${hub}:${hop.label} {${hop.property}: ${hub}_value}`;
      const isOnce = hop.isOnce && values.length === 1;
      return `UNWIND ${names.parameter(values)} AS ${hub}_value
MATCH ${hop.reverse.replace('@', found).replace('#', variable)}
WITH ${isOnce ? '' : 'DISTINCT '}${variable}`;
    }),
  });
}

/** Related to none of some hubs. */
export function unrelatedTo(hop: Hop, { values, share }: Hubs): Predicate {
  return leaf((variable, names) => `${countOf(hop, values, variable, names)} = 0`, { share: 1 - share });
}

/** Related to any node at all, or to none. */
export function related(pattern: string, isRelated: boolean): Predicate {
  return leaf((variable) => `COUNT { (${variable})${pattern} } ${isRelated ? '> 0' : '= 0'}`);
}

function countOf({ pattern, property }: Hop, values: readonly string[], variable: string, names: Names): string {
  const other = names.variable('other');
  return `COUNT { MATCH (${variable})${pattern.replace('@', other)} WHERE ${other}.${property} IN ${names.parameter(values)} }`;
}
