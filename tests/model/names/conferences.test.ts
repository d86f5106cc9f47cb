import { describe, expect, test } from 'vitest';
import { distinguishingWords } from '../../../src/model/names/conference-index.ts';
import { conferenceByKey } from '../../../src/model/names/conference-names.ts';
import { conferences } from '../../../src/model/names/conferences.ts';
import { fold, slug } from '../../../src/model/text.ts';

describe('the table of conferences', () => {
  test('has keys that are slugs of acronyms, each once, in their order', () => {
    const keys = conferences.map(({ key }) => key);
    expect(keys).toEqual(conferences.map(({ acronym }) => slug(acronym)));
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('gives no name to two series, and knows every parent', () => {
    const owners = new Map<string, string>();
    for (const { key, acronym, name, aliases, parentKey } of conferences) {
      const names = [acronym, ...(name ? [name] : []), ...aliases];
      for (const folded of new Set([...names.map(fold), ...names.map(distinguishingWords)])) {
        if (folded === '') continue;
        expect(owners.get(folded) ?? key).toBe(key);
        owners.set(folded, key);
      }
      if (parentKey !== null) expect(conferenceByKey(parentKey)?.key).toBe(parentKey);
    }
  });
});
