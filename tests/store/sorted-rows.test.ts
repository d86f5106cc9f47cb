import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RowGroup, SortedRows } from '../../src/store/csv/sorted-rows.ts';
import { folderOf } from '../support/pages.ts';

async function groupsOf(rows: SortedRows): Promise<readonly RowGroup[]> {
  const groups: RowGroup[] = [];
  for await (const group of rows.groups()) groups.push(group);
  return groups;
}

test('rows of one key come together in their order, however few fit into memory', async () => {
  const added = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'a\tb', 'ä\n"', '\\', '€', '', '\u2028'), fc.integer()));
  await fc.assert(
    fc.asyncProperty(added, fc.integer({ min: 1, max: 1_000 }), async (given, bufferedCount) => {
      const folder = await folderOf({});
      const rows = new SortedRows(join(folder, 'rows'), { bufferedCount, mergedCount: 3 });
      for (const [key, value] of given) {
        rows.add(key, value);
        await rows.settle();
      }
      const groups = await groupsOf(rows);
      const keys = [...new Set(given.map(([key]) => key))];
      expect(groups.map(({ key }) => key).sort()).toEqual(keys.sort());
      for (const { key, values } of groups) {
        expect(values).toEqual(given.filter(([each]) => each === key).map(([, value]) => value));
      }
      expect(await readdir(folder)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
