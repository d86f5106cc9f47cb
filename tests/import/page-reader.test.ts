import { describe, expect, test } from 'vitest';
import { PageReader } from '../../src/import/page-reader.ts';
import { readAhead } from '../../src/import/read-ahead.ts';

const source = { pages: new Set<string>(), map: undefined, format: undefined };

describe('reading pages in threads', () => {
  test('pages that are asked for at once come back each to who asked', async () => {
    const reader = new PageReader(60_000);
    const titles = Array.from({ length: 20 }, (_, index) => `Systems for Keeping Number ${index}`);
    const answers = await Promise.all(
      titles.map((title, index) =>
        reader.read(`- [${title}](https://example.org/${index}.pdf)`, `${index}.md`, source),
      ),
    );
    expect(answers.map(({ page }) => page.records.map(({ title }) => title))).toEqual(titles.map((title) => [title]));
  });

  test('a page that takes too long is given up, and those beside it and behind it are read', async () => {
    const reader = new PageReader(3_000);
    const row = (index: number) =>
      `- title: A Study of Things, Number ${index}\n  venue: OSDI 2020\n  institutions: [Acme ${index}]\n`;
    const long = reader.read(Array.from({ length: 52_000 }, (_, index) => row(index)).join(''), 'long.yaml', source);
    const others = Array.from({ length: 12 }, (_, index) => reader.read(row(index), `${index}.yaml`, source));
    await expect(long).rejects.toMatchObject({ code: 'PAGE_TOO_SLOW' });
    expect((await Promise.all(others)).map(({ page }) => page.records.length)).toEqual(others.map(() => 1));
  });
});

describe('reading ahead', () => {
  const bounds = { count: 3, sizeOf: async (item: number) => item, size: 10 };

  /** What was begun and taken, in order; each reading ends when it may. */
  function watched() {
    const waiting = new Set<number>();
    let most = 0;
    const read = async (item: number) => {
      waiting.add(item);
      most = Math.max(most, waiting.size);
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5));
      return item;
    };
    return { read, taken: (item: number) => waiting.delete(item), most: () => most, waiting };
  }

  test('gives what is read in the order of items, and begins no more than it may', async () => {
    const { read, taken, most } = watched();
    const items = [3, 1, 2, 1, 1, 3, 2];
    const found: number[] = [];
    for await (const item of readAhead(items, read, bounds)) {
      taken(item);
      found.push(item);
    }
    expect(found).toEqual(items);
    expect(most()).toBeLessThanOrEqual(3);
  });

  test('reads alone what is large', async () => {
    const { read, taken, waiting } = watched();
    const beside: number[] = [];
    for await (const item of readAhead([1, 20, 2, 3], read, bounds)) {
      if (item === 20) beside.push(waiting.size);
      taken(item);
    }
    expect(beside).toEqual([1]);
  });

  test('fails where the item that cannot be read has its turn', async () => {
    const found: number[] = [];
    const read = async (item: number) => {
      if (item === 2) throw new Error('2 cannot be read');
      return item;
    };
    const all = async () => {
      for await (const item of readAhead([1, 2, 3], read, bounds)) found.push(item);
    };
    await expect(all()).rejects.toThrow('2 cannot be read');
    expect(found).toEqual([1]);
  });

  test('begins nothing more once nobody takes', async () => {
    const begun: number[] = [];
    const read = async (item: number) => {
      begun.push(item);
      return item;
    };
    for await (const item of readAhead([1, 2, 3, 4, 5, 1], read, bounds)) if (item === 1) break;
    expect(begun).toEqual([1, 2, 3]);
  });
});
