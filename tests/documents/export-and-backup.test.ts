import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { papergraph } from '../support/command-line.ts';
import { folderOf } from '../support/pages.ts';

const root = join(import.meta.dirname, '..', '..');

/** The commands of a document's `sh` blocks, each as its words. */
function commandsOf(document: string): readonly (readonly string[])[] {
  const text = readFileSync(join(root, 'docs', document), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  return blocks.flatMap((block) => block.trim().split('\n')).map(wordsOf);
}

function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, bare]) => one ?? two ?? bare ?? '');
  expect(words.slice(0, 2)).toEqual(['npx', 'papergraph']);
  return words.slice(2);
}

test.each([
  ['export.md', ['embedding.bib', 'osdi.json', 'papers.csv', 'papers.jsonl']],
  ['backup.md', ['graph.backup']],
])('the commands of docs/%s run as they stand, and write what they say', async (document, files) => {
  const cwd = await folderOf({});
  await papergraph(['import', join(root, 'samples', 'reading-list')], { cwd });
  for (const command of commandsOf(document))
    expect(await papergraph(command, { cwd }), command.join(' ')).toMatchObject({ code: 0 });
  expect(readdirSync(cwd)).toEqual(expect.arrayContaining(files));
  for (const file of files) expect(readFileSync(join(cwd, file), 'utf8').length).toBeGreaterThan(300);
});
