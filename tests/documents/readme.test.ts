import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore } from '../support/engines.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

describe('the README', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await emptyStore('embedded');
    await importSource(store, join(root, 'samples', 'reading-list'), { sourceKey: 'sample' });
  });
  afterAll(() => store.close());

  test('has five first questions', () => {
    expect(blocks('graphql')).toHaveLength(5);
  });

  test.each(blocks('graphql'))('asks a question that the sample list answers: %s', async (query) => {
    const { data, errors } = await ask(store, query);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toMatch(/"nodes":\[\{/);
  });

  test('names npm scripts and commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const help = execFileSync(process.execPath, [join(root, 'dist', 'main.js'), '--help'], { encoding: 'utf8' });
    for (const [, script] of readme.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, command] of readme.matchAll(/papergraph (serve|import|neo4j|[a-z]+) /g))
      expect(help).toContain(`  ${command} `);
  });

  test('names files that there are', () => {
    for (const [, file] of readme.matchAll(/\]\(([^):]+)\)/g))
      expect(() => readFileSync(join(root, file ?? ''))).not.toThrow(/ENOENT/);
  });
});
