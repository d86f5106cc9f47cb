import { expect, test } from 'vitest';
import { type PaperThing, rarestThings, scored, weightOf } from '../../src/model/similarity.ts';

const thing = (key: string, degree: number, kind: PaperThing['kind'] = 'TOPIC'): PaperThing => ({ kind, key, degree });

test('what more papers have counts less', () => {
  expect([2, 4, 8, 1024].map((degree) => weightOf(thing('t', degree)))).toEqual([1, 1 / 2, 1 / 3, 1 / 10]);
  expect(weightOf(thing('a', 4, 'AUTHOR'))).toBe(1.5);
});

test('papers are looked for by rare things first, and not by what is everywhere or nowhere else', () => {
  const things = [
    thing('broad', 200_000),
    thing('mid', 3_000),
    thing('own', 1),
    thing('large', 2_500),
    thing('rare', 2),
  ];
  expect(rarestThings(things).map(({ key }) => key)).toEqual(['rare', 'large']);
});

test('the sum does not depend on the order in which things are told', () => {
  const things = [3, 5, 7, 11, 13].map((degree) => thing(`t${degree}`, degree));
  const forwards = scored(new Map([['p', things]]));
  expect(scored(new Map([['p', [...things].reverse()]]))).toEqual(forwards);
});

test('equals stand by key', () => {
  const shared = [thing('t', 2)];
  expect(
    scored(
      new Map([
        ['b', shared],
        ['a', shared],
      ]),
    ).map(({ key }) => key),
  ).toEqual(['a', 'b']);
});
