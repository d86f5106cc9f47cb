import { expect, test } from 'vitest';
import { cyclesIn } from '../../src/model/cycles.ts';

test('a cycle is told with all that lie on it, a chain or a diamond is none', () => {
  const edges = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a', 'd']],
    ['d', ['e', 'f']],
    ['e', ['g']],
    ['f', ['g']],
    ['x', ['y']],
    ['y', ['x']],
  ]);
  expect(cyclesIn(edges)).toEqual([
    ['a', 'b', 'c'],
    ['x', 'y'],
  ]);
});

test('a chain longer than the stack is walked', () => {
  const chain = new Map(Array.from({ length: 50_000 }, (_, index) => [`${index}`, [`${index + 1}`]] as const));
  expect(cyclesIn(chain)).toEqual([]);
});
