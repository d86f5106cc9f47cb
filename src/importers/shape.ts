/**
 * What a value of JSON must be. A check gives null where the value is as expected, else where it is not and what was
 * expected there: `.record.title: expected text or null`.
 */
export type Check = (value: unknown) => string | null;

function checkOf(name: string, accepts: (value: unknown) => boolean): Check {
  return (value) => (accepts(value) ? null : `: expected ${name}`);
}

export const isText = checkOf('text', (value) => typeof value === 'string');
export const isFlag = checkOf('true or false', (value) => typeof value === 'boolean');
export const isInt = checkOf('a whole number', Number.isSafeInteger);

export function isOneOf(words: readonly string[]): Check {
  return checkOf(`one of ${words.join(', ')}`, (value) => words.some((word) => word === value));
}

export function orNull(check: Check): Check {
  return (value) => (value === null ? null : check(value));
}

/** The member may be left out. */
export function orNothing(check: Check): Check {
  return (value) => (value === undefined ? null : check(value));
}

export function listOf(item: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return ': expected a list';
    for (const [index, each] of value.entries()) {
      const wrong = item(each);
      if (wrong !== null) return `[${index}]${wrong}`;
    }
    return null;
  };
}

/** An object with these members; others may be there too. */
export function shape(members: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ': expected an object';
    const held: Readonly<Record<string, unknown>> = { ...value };
    for (const [name, check] of Object.entries(members)) {
      const wrong = check(Object.hasOwn(held, name) ? held[name] : undefined);
      if (wrong !== null) return `.${name}${wrong}`;
    }
    return null;
  };
}
