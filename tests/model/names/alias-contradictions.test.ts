import { describe, expect, test } from 'vitest';
import { contradictionIn } from '../../../src/model/names/alias-contradictions.ts';
import type { ConferenceAliases, InstitutionAliases } from '../../../src/model/names/alias-table.ts';

const institution = (line: number, name: string, more: Partial<InstitutionAliases> = {}): InstitutionAliases => ({
  name,
  aliases: [],
  kind: null,
  countryCode: null,
  ror: null,
  homepage: null,
  parent: null,
  position: { path: 'names.yaml', line },
  ...more,
});
const conference = (line: number, acronym: string, aliases: readonly string[]): ConferenceAliases => ({
  acronym,
  name: null,
  aliases,
  kind: null,
  position: { path: 'names.yaml', line },
});
const linesOf = (institutions: readonly InstitutionAliases[], conferences: readonly ConferenceAliases[] = []) =>
  contradictionIn({ institutions, conferences })?.lines.map(({ line }) => line) ?? null;
const unit = (name: string) => ({ parent: { name, kind: 'unit' as const } });

describe('alias files contradict themselves', () => {
  test('where one alias means two institutions', () => {
    expect(
      linesOf([institution(1, 'Alpha', { aliases: ['AB'] }), institution(2, 'Beta', { aliases: ['ab'] })]),
    ).toEqual([1, 2]);
  });

  test('where an alias is the name of another entry, in either order', () => {
    expect(linesOf([institution(1, 'Alpha', { aliases: ['Beta'] }), institution(2, 'Beta')])).toEqual([2, 1]);
    expect(linesOf([institution(1, 'Beta'), institution(2, 'Alpha', { aliases: ['Beta'] })])).toEqual([1, 2]);
  });

  test('where two entries are about one institution of the built-in table, or state one ROR id', () => {
    expect(linesOf([institution(1, 'MIT'), institution(2, 'Massachusetts Institute of Technology')])).toEqual([1, 2]);
    const ror = 'https://ror.org/0aaaaaa11';
    expect(linesOf([institution(1, 'Alpha', { ror }), institution(2, 'Beta', { ror })])).toEqual([1, 2]);
  });

  test('where parents lead in a circle, also through the built-in table', () => {
    expect(linesOf([institution(1, 'Alpha', unit('Beta')), institution(2, 'Beta', unit('Alpha'))])).toEqual([1, 2]);
    expect(linesOf([institution(1, 'Alpha', unit('Alpha'))])).toEqual([1, 1]);
    expect(linesOf([institution(1, 'Microsoft', unit('Microsoft Research Asia'))])).toEqual([1, 1]);
  });

  test('where two series share an alias', () => {
    expect(linesOf([], [conference(1, 'ONE', ['X']), conference(2, 'TWO', ['X'])])).toEqual([1, 2]);
  });

  test('nowhere else', () => {
    const entries = [
      institution(1, 'Alpha', { aliases: ['A1', 'A1', 'Alpha'], ...unit('Stanford') }),
      institution(2, 'Beta', { aliases: ['MIT'], ...unit('Alpha') }),
    ];
    expect(linesOf(entries, [conference(1, 'ONE', ['A1'])])).toBeNull();
  });
});
