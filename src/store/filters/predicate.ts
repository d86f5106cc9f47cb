import type { Names, Predicate } from '../read/selection.ts';
import type { Value } from '../values.ts';

/**
 * Building blocks of predicates. A condition on a relation counts matches, which costs what EXISTS costs on Neo4j and a
 * hundredth of it on the embedded engine. Variables inside a count are always fresh: a name in scope would silently mean
 * the outer one.
 */
export interface Leaf {
  readonly condition: (variable: string, names: Names) => string;
  /** A beginning that yields exactly what the condition lets through, each once. */
  readonly start?: (variable: string, names: Names) => string;
}

/** Every part must hold. */
export function allOf(parts: readonly (Predicate | Leaf)[]): Predicate {
  return {
    condition: (variable, names) => joined(parts, ' AND ', variable, names),
    start: (variable, names) => startOf(parts, variable, names),
  };
}

/** At least one part must hold; none lets nothing through. */
export function anyOf(parts: readonly Predicate[]): Predicate {
  return {
    condition: (variable, names) => (parts.length === 0 ? 'false' : joinedOrTrue(parts, variable, names)),
    start: () => null,
  };
}

export function not(part: Predicate): Predicate {
  return {
    condition: (variable, names) => `NOT coalesce(${part.condition(variable, names) ?? 'true'}, false)`,
    start: () => null,
  };
}

/** A comparison of the variable's property: `year >= $p1`. */
export function compare(property: string, operator: string, value: Value): Leaf {
  return { condition: (variable, names) => `${variable}.${property} ${operator} ${names.parameter(value)}` };
}

export function isKnown(property: string, known: boolean): Leaf {
  return { condition: (variable) => `${variable}.${property} IS ${known ? 'NOT NULL' : 'NULL'}` };
}

/** The variable's key is one of these. */
export function keyIn(label: string, keys: readonly string[]): Leaf {
  return {
    condition: (variable, names) => `${variable}.key IN ${names.parameter(keys)}`,
    start: (variable, names) => {
      const key = names.variable('key');
      return `UNWIND ${names.parameter([...new Set(keys)])} AS ${key}\nMATCH (${variable}:${label} {key: ${key}})`;
    },
  };
}

export interface Hop {
  /** The pattern from the variable to the other node, whose place is `@`: `-[:HAS_TOPIC]->(@:Topic)`. */
  readonly pattern: string;
  /** The same from the other side, where a statement can start at it: `(@:Topic)<-[:HAS_TOPIC]-`. */
  readonly reverse?: { readonly from: string; readonly label: string };
}

/** Related to at least one node of these keys. */
export function relatedTo(hop: Hop, keys: readonly string[]): Leaf {
  const { reverse } = hop;
  return {
    condition: (variable, names) => `${countOf(hop, keys, variable, names)} > 0`,
    ...(reverse && {
      start: (variable: string, names: Names) => {
        const hub = names.variable('hub');
        return `UNWIND ${names.parameter(keys)} AS ${hub}_key
MATCH ${reverse.from.replace('@', `${hub}:${reverse.label} {key: ${hub}_key}`)}(${variable})
WITH DISTINCT ${variable}`;
      },
    }),
  };
}

/** Related to no node of these keys. */
export function unrelatedTo(hop: Hop, keys: readonly string[]): Leaf {
  return { condition: (variable, names) => `${countOf(hop, keys, variable, names)} = 0` };
}

/** Related to any node at all, or to none. */
export function related(pattern: string, isRelated: boolean): Leaf {
  return { condition: (variable) => `COUNT { (${variable})${pattern} } ${isRelated ? '> 0' : '= 0'}` };
}

function countOf({ pattern }: Hop, keys: readonly string[], variable: string, names: Names): string {
  const other = names.variable('other');
  return `COUNT { MATCH (${variable})${pattern.replace('@', other)} WHERE ${other}.key IN ${names.parameter(keys)} }`;
}

function joined(parts: readonly (Predicate | Leaf)[], operator: string, variable: string, names: Names): string | null {
  const conditions = parts.flatMap((part) => part.condition(variable, names) ?? []);
  return conditions.length === 0 ? null : conditions.map((each) => `(${each})`).join(operator);
}

function joinedOrTrue(parts: readonly Predicate[], variable: string, names: Names): string {
  return parts.map((part) => `(${part.condition(variable, names) ?? 'true'})`).join(' OR ');
}

/** The first part that can start a statement does; parts stand in the order of how selective they usually are. */
function startOf(parts: readonly (Predicate | Leaf)[], variable: string, names: Names) {
  for (const [index, part] of parts.entries()) {
    const begun = startOfPart(part, variable, names);
    if (begun === null) continue;
    const others = parts.filter((_, place) => place !== index);
    const rest = [joined(others, ' AND ', variable, names), begun.rest].filter((each) => each !== null);
    return { text: begun.text, rest: rest.length === 0 ? null : rest.map((each) => `(${each})`).join(' AND ') };
  }
  return null;
}

function startOfPart(
  part: Predicate | Leaf,
  variable: string,
  names: Names,
): { text: string; rest: string | null } | null {
  const begun = part.start?.(variable, names) ?? null;
  return typeof begun === 'string' ? { text: begun, rest: null } : begun;
}
