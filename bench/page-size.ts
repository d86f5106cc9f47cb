/**
 * How long reading a page takes for each shape and size. Time is linear where ms per MB stay the same from one size to the
 * next; `growth` is how often as long a byte takes on the largest page as on that of 100 kB.
 * Run by `npm run bench -- page-size`, with a shape's name for that one alone.
 */
import { readPage } from '../src/importers/index.ts';
import { shapes } from './page-shapes.ts';

const sizes = [10_000, 100_000, 1_000_000, 4_990_000];
const named = process.argv[2];

/** The least of some runs: everything else a machine does only adds to it. */
function leastMs(run: () => void): number {
  const least = { ms: Number.POSITIVE_INFINITY, spent: 0 };
  for (let round = 0; round < 5 && (round === 0 || least.spent < 5_000); round += 1) {
    const begun = performance.now();
    run();
    const ms = performance.now() - begun;
    least.ms = Math.min(least.ms, ms);
    least.spent += ms;
  }
  return least.ms;
}

const rows = [];
for (const [shape, pageOf] of Object.entries(shapes)) {
  if (named !== undefined && named !== shape) continue;
  readPage(pageOf(100_000), { path: 'warm.md' });
  const perMb: Record<number, number> = {};
  for (const size of sizes) {
    const text = pageOf(size);
    const bytes = Buffer.byteLength(text);
    let records = 0;
    const ms = leastMs(() => {
      records = readPage(text, { path: 'page.md' }).records.length;
    });
    perMb[size] = (ms / bytes) * 1e6;
    rows.push({
      shape,
      kB: Math.round(bytes / 1000),
      records,
      ms: Math.round(ms),
      'ms per MB': Math.round(perMb[size]),
    });
  }
  rows.push({ shape, growth: Number(((perMb[4_990_000] ?? 0) / (perMb[100_000] ?? 1)).toFixed(2)) });
}
console.table(rows);
