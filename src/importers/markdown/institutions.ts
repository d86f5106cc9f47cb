import { collapse, fold } from '../../model/text.ts';

export interface StatedInstitutions {
  /** Names as written, in order, each once. */
  readonly names: readonly string[];
  /** What the text says in place of names ("Many others"), as written. */
  readonly placeholders: readonly string[];
}

const PLACEHOLDER =
  /^(?:(?:and |from )?(?:many|several|various|multiple|different|numerous|some)(?: (?:others?|more|groups?|institutions?|institutes?|organi[sz]ations?|universities|companies|teams?|labs?))?|(?:and )?(?:others?|more|etc)|et al)$/u;

/** Whether a text stands for institutions without naming any: "Many others", "Various...", "Multiple groups". */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(fold(text));
}

/** The institutions that the items of a cell or line name. */
export function readInstitutions(items: readonly string[]): StatedInstitutions {
  const names = new Set<string>();
  const placeholders: string[] = [];
  for (const part of items.flatMap(splitNames)) {
    const { name, rest } = cutRest(part);
    if (rest !== null) placeholders.push(rest);
    if (/[\p{L}\p{N}]/u.test(name) && !NOTHING_STATED.has(fold(name))) names.add(name);
  }
  return { names: [...names], placeholders };
}

const NOTHING_STATED = new Set(['n a', 'na', 'tbd', 'tba', 'unknown', 'none', 'null']);

function splitNames(item: string): string[] {
  return item.split(/\s&\s/u).map(collapse);
}

/** A name apart from an "et al." or "and others" behind it; the whole text can be such a rest. */
function cutRest(part: string): { name: string; rest: string | null } {
  if (isPlaceholder(part)) return { name: '', rest: part };
  const rest = /[\s,;]+(et al\.?|etc\.?|and (?:many |several )?(?:others|more)|\.\.\.|…)$/iu.exec(part);
  return rest ? { name: part.slice(0, rest.index), rest: rest[1] ?? null } : { name: part, rest: null };
}
