import { collapse } from '../../model/text.ts';
import type { ObjectValue, Value } from './value.ts';

/** Keys under which an object holds what it is called. */
const NAME_KEYS = ['name', 'title', 'label', 'text', 'value'];

/** Texts that a value holds, on one line each, and the values within it that hold none where a text was expected. */
export interface HeldTexts {
  readonly texts: readonly string[];
  readonly others: readonly Value[];
}

/** The texts of a value in order: a text, those of a list, or the name of an object. Empty ones are none. */
export function textsIn(value: Value): HeldTexts {
  if (value.kind === 'text') return { texts: stated(collapse(value.text)), others: [] };
  if (value.kind === 'object') {
    const name = textUnder(value, NAME_KEYS);
    return name === null ? { texts: [], others: [value] } : { texts: [name], others: [] };
  }
  const held = value.items.map(textsIn);
  return { texts: held.flatMap(({ texts }) => texts), others: held.flatMap(({ others }) => others) };
}

/** The first text that an object holds under one of some keys, or null. */
export function textUnder({ entries }: ObjectValue, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = entries.get(key);
    if (value?.kind === 'text' && value.text.trim() !== '') return collapse(value.text);
  }
  return null;
}

/** Whether a text is what people write where there is nothing to say: "N/A", "-", "none", "TBD", "no". */
export function statesNothing(text: string): boolean {
  return /^(?:n\/?a|nan|nil|null|none|no|false|tb[acd]|unknown|[-–—?./]+)$/iu.test(text);
}

function stated(text: string): readonly string[] {
  return text === '' ? [] : [text];
}
