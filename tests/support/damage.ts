/** Seeded damage: the same every time, so that what fails can be looked at again. */

/** Numbers from 0 to 1, without 1; the same for the same seed. A linear congruence, which is even enough for picking places. */
export function randomFrom(seed: number): () => number {
  // Seeds that follow each other begin far apart.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Random = ReturnType<typeof randomFrom>;

function pick<T>(random: Random, some: readonly [T, ...T[]]): T {
  return some[Math.floor(random() * some.length)] ?? some[0];
}

/** A place in a text or list of a length. */
export function placeIn(random: Random, length: number): number {
  return Math.floor(random() * length);
}

/** A text with something of it gone, twice there, or in the wrong place. Lines stay as many as `newlines` says. */
export function damagedText(random: Random, text: string, { newlines }: { readonly newlines: 'kept' | 'any' }): string {
  const start = placeIn(random, text.length);
  const end = Math.min(text.length, start + 1 + placeIn(random, 60));
  const part = text.slice(start, end);
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const damaged = pick<() => string>(random, [
    () => before + after,
    () => before + part + part + after,
    () => before + [...part].reverse().join('') + after,
    () => `${before}\ufffd${part}${after}`,
    () =>
      before +
      pick(random, ['{', '}', '[', ']', '"', '\\', '@', '&', '<', '>', '\u0000', '\ud800', '  - ']) +
      part +
      after,
    () => before,
  ])();
  return newlines === 'kept' ? damaged.replaceAll('\n', ' ') : damaged;
}

/** What some fields of records hold by mistake. */
const wrongValues: readonly [unknown, ...unknown[]] = [
  null,
  '',
  ' ',
  0,
  -1,
  2014.5,
  1e300,
  '2014',
  'null',
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  { id: 7 },
  'x'.repeat(5_000),
  '\ud800',
];

/** A value with something in it that is missing, of another kind, repeated, or nested deeply. */
export function damagedValue(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return wrong(random, value);
  if (Array.isArray(value)) {
    if (value.length === 0) return wrong(random, value);
    const at = placeIn(random, value.length);
    if (random() < 0.1) return [...value, ...value];
    return value.map((each, index) => (index === at ? damagedValue(random, each) : each));
  }
  const entries = Object.entries(value);
  const at = placeIn(random, entries.length);
  if (random() < 0.15) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(
    entries.map(([name, each], index) => [name, index === at ? damagedValue(random, each) : each]),
  );
}

function wrong(random: Random, value: unknown): unknown {
  if (typeof value === 'number' && random() < 0.5) return String(value);
  if (typeof value === 'string' && random() < 0.3) return Number.parseInt(value, 10) || 7;
  return random() < 0.03 ? nested(pick(random, [200, 1_000])) : pick(random, wrongValues);
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { id: value };
  return value;
}
