import { describe, expect, test } from 'vitest';
import { ambiguousNames } from '../../../src/model/names/ambiguous-names.ts';
import { comparableName } from '../../../src/model/names/institution-index.ts';
import { institutionByKey } from '../../../src/model/names/institution-names.ts';
import { institutions } from '../../../src/model/names/institutions.ts';
import { slug } from '../../../src/model/text.ts';

describe('the table of institutions', () => {
  test('has keys that are slugs, each once, in their order', () => {
    const keys = institutions.map(({ key }) => key);
    expect(keys).toEqual(institutions.map(({ name }) => slug(name)));
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('gives no name to two institutions', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const { key, name, aliases } of institutions) {
      for (const folded of new Set([name, ...aliases].map(comparableName))) {
        if (owners.has(folded)) twice.push(`${folded}: ${owners.get(folded)}, ${key}`);
        owners.set(folded, key);
      }
    }
    expect(twice).toEqual([]);
    for (const { name, candidateKeys, usualKey } of ambiguousNames) {
      expect(owners.has(comparableName(name))).toBe(false);
      for (const key of candidateKeys) expect(institutionByKey(key)?.key).toBe(key);
      expect(candidateKeys.includes(usualKey ?? candidateKeys[0] ?? '')).toBe(true);
    }
  });

  test('gives no ROR id to two institutions', () => {
    const ids = institutions.flatMap(({ ror }) => ror ?? []);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const id of ids) expect(id).toMatch(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/);
  });

  test('knows every parent, and no circle of them', () => {
    const rootsOf = (key: string, seen: readonly string[] = []): readonly string[] => {
      expect(seen).not.toContain(key);
      const parents = institutionByKey(key)?.parents;
      expect(parents, key).toBeDefined();
      return parents?.length ? parents.flatMap((parent) => rootsOf(parent.key, [...seen, key])) : [key];
    };
    for (const { key } of institutions) expect(rootsOf(key)).not.toEqual([]);
    expect(rootsOf('microsoft-research-asia')).toEqual(['microsoft']);
  });
});
