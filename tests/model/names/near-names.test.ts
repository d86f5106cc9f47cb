import { describe, expect, test } from 'vitest';
import { comparableName } from '../../../src/model/names/institution-index.ts';
import { builtInNames } from '../../../src/model/names/names.ts';
import { isSlip, namesNear, nearKey } from '../../../src/model/names/near-names.ts';

describe('near names', () => {
  test.each([
    ['Univeristy of Michigan', 'University of Michigan'],
    ['Standford University', 'Stanford University'],
    ['Tsingua University', 'Tsinghua University'],
    ['Googel', 'Google'],
    ['Microsogt Research', 'Microsoft Research'],
  ])('%s is likely a slip for %s', (stated, known) => {
    expect(isSlip(comparableName(stated), comparableName(known))).toBe(true);
  });

  test.each([
    ['Hebei University', 'Hubei University'],
    ['Shanxi University', 'Shaanxi University'],
    ['Hanyang University', 'Nanyang University'],
    ['Institute 31', 'Institute 13'],
    ['Michigan University', 'University of Michigan'],
    ['Ohio University', 'Iowa University'],
  ])('%s is no slip for %s', (stated, known) => {
    expect(isSlip(comparableName(stated), comparableName(known))).toBe(false);
  });

  test('a slip within a word keeps the key by which a register is searched', () => {
    expect(nearKey('univeristy of michgan')).toBe(nearKey('university of michigan'));
  });

  test('names are proposed, the nearest first, and one that could be two is no likely slip', () => {
    expect(builtInNames.institutionsNear('Huawei Example Lab').nearest).toContain('Huawei');
    expect(builtInNames.institutionsNear('Univeristy of Michigan').typoOf).toBe('University of Michigan');
    const known = [
      { comparable: 'example institute', means: 'One' },
      { comparable: 'example institute', means: 'Two' },
    ];
    expect(namesNear('exampel institute', known)).toEqual({ typoOf: null, nearest: ['One', 'Two'] });
    expect(namesNear('qqq', known)).toEqual({ typoOf: null, nearest: [] });
  });
});
