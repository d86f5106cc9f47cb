import type { Names, Predicate, Start, YearBounds } from '../read/selection.ts';
import type { Value } from '../values.ts';

/**
 * Building blocks of predicates. A condition on a relation counts matches, which costs what EXISTS costs on Neo4j and a
 * hundredth of it on the embedded engine. Variables inside a count are always fresh: a name in scope would silently mean
 * the outer one.
 */

/** A condition that stands alone, with what is known of it. */
export function leaf(condition: Predicate['condition'], known: Partial<Omit<Predicate, 'condition'>> = {}): Predicate {
  return { condition, start: known.start ?? null, share: known.share ?? 1, years: known.years ?? null };
}

/** A beginning that leaves nothing of its condition to be asked. */
export function exactly(rowCount: number, write: (variable: string, names: Names) => string): Start {
  return { rowCount, write: (variable, names) => ({ text: write(variable, names), rest: null }) };
}

/** Begins at nodes that were found before; the condition is asked again, in case that the graph changed behind that. */
export function among(label: string, ids: readonly number[], condition: Predicate['condition']): Start {
  return {
    rowCount: ids.length,
    write: (variable, names) => {
      const id = names.variable('id');
      const text = `UNWIND ${names.parameter(ids)} AS ${id}\nMATCH (${variable}:${label})\nWHERE id(${variable}) = ${id}`;
      return { text, rest: condition(variable, names) };
    },
  };
}

/** Every part must hold; a statement starts at the part that reads least. */
export function allOf(parts: readonly Predicate[]): Predicate {
  return {
    condition: (variable, names) => conjunction(parts.map((part) => part.condition(variable, names))),
    start: smallestStart(parts),
    share: parts.reduce((share, part) => share * part.share, 1),
    years: parts.reduce<YearBounds | null>((years, part) => intersection(years, part.years), null),
  };
}

/** At least one part must hold; none lets nothing through. A statement starts where every part can. */
export function anyOf(parts: readonly Predicate[]): Predicate {
  return {
    condition: (variable, names) =>
      parts.length === 0 ? 'false' : parts.map((part) => `(${part.condition(variable, names) ?? 'true'})`).join(' OR '),
    start: unionOfStarts(parts),
    share: Math.min(
      1,
      parts.reduce((share, part) => share + part.share, 0),
    ),
    years: null,
  };
}

export function not(part: Predicate): Predicate {
  return leaf((variable, names) => `NOT coalesce(${part.condition(variable, names) ?? 'true'}, false)`, {
    share: part.share === 1 ? 1 : 1 - part.share,
  });
}

/** A comparison of the variable's property: `year >= $p1`. */
export function compare(property: string, operator: string, value: Value): Predicate {
  return leaf((variable, names) => `${variable}.${property} ${operator} ${names.parameter(value)}`);
}

export function isKnown(property: string, known: boolean): Predicate {
  return leaf((variable) => `${variable}.${property} IS ${known ? 'NOT NULL' : 'NULL'}`);
}

/** The variable's key is one of these. */
export function keyIn(label: string, keys: readonly string[]): Predicate {
  const distinct = [...new Set(keys)];
  return leaf((variable, names) => `${variable}.key IN ${names.parameter(keys)}`, {
    start: exactly(distinct.length, (variable, names) => {
      const key = names.variable('key');
      return `UNWIND ${names.parameter(distinct)} AS ${key}\nMATCH (${variable}:${label} {key: ${key}})`;
    }),
  });
}

function conjunction(conditions: readonly (string | null)[]): string | null {
  const given = conditions.filter((each) => each !== null);
  return given.length === 0 ? null : given.map((each) => `(${each})`).join(' AND ');
}

function smallestStart(parts: readonly Predicate[]): Start | null {
  const startable = parts.flatMap((part) => (part.start === null ? [] : [{ part, start: part.start }]));
  const [first] = startable.sort((a, b) => a.start.rowCount - b.start.rowCount);
  if (first === undefined) return null;
  return {
    rowCount: first.start.rowCount,
    write: (variable, names) => {
      const { text, rest } = first.start.write(variable, names);
      const others = parts.filter((part) => part !== first.part).map((part) => part.condition(variable, names));
      return { text, rest: conjunction([...others, rest]) };
    },
  };
}

function unionOfStarts(parts: readonly Predicate[]): Start | null {
  const starts = parts.flatMap(({ start }) => (start === null ? [] : [start]));
  if (starts.length === 0 || starts.length < parts.length) return null;
  const branch = ({ write }: Start, variable: string, names: Names) => {
    const { text, rest } = write(variable, names);
    return `${text}\n${rest === null ? '' : `WITH ${variable}\nWHERE ${rest}\n`}RETURN ${variable}`;
  };
  return exactly(
    starts.reduce((sum, { rowCount }) => sum + rowCount, 0),
    (variable, names) => `CALL () {\n${starts.map((start) => branch(start, variable, names)).join('\nUNION\n')}\n}`,
  );
}

function intersection(one: YearBounds | null, other: YearBounds | null): YearBounds | null {
  if (one === null || other === null) return one ?? other;
  return { min: largest(one.min, other.min), max: smallest(one.max, other.max) };
}

function largest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function smallest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
