/**
 * How long Markdown libraries take for pages of bullets, tables and nesting, and our whole reading of the page.
 *
 * The libraries that were not chosen are not dependencies: install them in a folder of their own and name it.
 *
 *   npm install --prefix /tmp/markdown-libraries unified remark-parse remark-gfm
 *   npx esbuild bench/markdown-libraries.ts --bundle --platform=node --format=esm --outfile=/tmp/bench.mjs
 *   node --stack-size=900 /tmp/bench.mjs /tmp/markdown-libraries
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPage } from '../src/importers/index.ts';
import { parseMarkdown } from '../src/importers/markdown/parse.ts';
import { shapes } from './page-shapes.ts';

const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 4_900_000];
/** A library that took longer than this is not asked for a larger page. */
const PATIENCE_MS = 3_000;

async function remarkGfm(folder: string): Promise<(text: string) => unknown> {
  const require = createRequire(join(folder, 'package.json'));
  const load = async (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const [{ unified }, { default: parse }, { default: gfm }] = await Promise.all(
    ['unified', 'remark-parse', 'remark-gfm'].map(load),
  );
  const processor = unified().use(parse).use(gfm);
  return (text) => processor.parse(text);
}

function timeOf(parse: (text: string) => unknown, text: string): number | string {
  const start = performance.now();
  try {
    parse(text);
  } catch (error) {
    return error instanceof RangeError ? 'stack overflow' : String(error);
  }
  return performance.now() - start;
}

const folder = process.argv[2];
const libraries: Record<string, (text: string) => unknown> = {
  'markdown-it + htmlparser2': parseMarkdown,
  'readPage, whole': (text) => readPage(text, { path: 'page.md' }),
  ...(folder ? { 'remark-gfm': await remarkGfm(folder) } : {}),
};

console.log(
  `page        | library                   | ${SIZES.map((size) => `${size / 1000} kB`.padStart(9)).join(' | ')}`,
);
for (const [shape, pageOf] of Object.entries(shapes)) {
  for (const [library, parse] of Object.entries(libraries)) {
    parse(pageOf(10_000));
    let last: number | string = 0;
    const cells = SIZES.map((size) => {
      if (typeof last === 'string' || last > PATIENCE_MS) return '-';
      last = timeOf(parse, pageOf(size));
      return typeof last === 'string' ? last : `${last.toFixed(0)} ms`;
    });
    console.log(`${shape.padEnd(11)} | ${library.padEnd(25)} | ${cells.map((cell) => cell.padStart(9)).join(' | ')}`);
  }
}
