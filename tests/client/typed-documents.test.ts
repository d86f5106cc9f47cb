import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { emptyStore } from '../support/engines.ts';
import { folderOf } from '../support/pages.ts';
import { runNode } from '../support/run-node.ts';

const root = join(import.meta.dirname, '..', '..');
const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', 'client.md'), 'utf8'))?.[1] ?? '';
const options = ['--strict', '--noEmitOnError', '--target', 'ES2022', '--module', 'NodeNext', '--types', 'node'];

/** As a TypeScript user has it: the package as npm packs it, installed in a project of its own. */
describe('papergraph/client', () => {
  let store: GraphStore;
  let server: RunningServer;
  let project: string;
  beforeAll(async () => {
    store = await emptyStore('embedded');
    await importSource(store, join(root, 'samples', 'reading-list'), { sourceKey: 'sample' });
    server = await startServer(store, { host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
    project = await folderOf({ 'package.json': '{ "type": "module" }' });
    const modules = join(project, 'node_modules');
    mkdirSync(join(modules, 'papergraph'), { recursive: true });
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', project];
    const packed = execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', join(project, packed), '--strip-components=1', '-C', join(modules, 'papergraph')]);
    for (const name of ['graphql', '@graphql-typed-document-node', '@types', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await store.close();
  });

  /** Compiles a program in the project; gives what the compiler says, nothing where it is content. */
  function compile(name: string, text: string): string {
    writeFileSync(join(project, name), text);
    try {
      const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      return execFileSync(process.execPath, [compiler, ...options, name], { cwd: project, encoding: 'utf8' });
    } catch (error) {
      return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    }
  }

  test('the example of the docs compiles and prints what the server answers', async () => {
    expect(compile('example.ts', example.replace('http://127.0.0.1:4000', server.url))).toBe('');
    const printed = await runNode(join(project, 'example.js'), project);
    expect(printed).toMatch(/^.+ \+ .+: [\d.]+$/m);
  }, 60_000);

  test('a variable of another type and a field that is not selected are errors of the compiler', () => {
    const wrong = `import { MostCitedDocument, query } from 'papergraph/client';
const { papers } = await query('${server.url}/graphql', MostCitedDocument, { word: 1 });
console.log(papers.nodes[0]?.abstract);
`;
    const told = compile('wrong.ts', wrong);
    expect(told).toContain('wrong.ts(2,');
    expect(told).toContain("'abstract' does not exist");
  }, 60_000);

  test('an error of the server is thrown with its code', async () => {
    const failing = `import { AllPapersDocument, QueryError, query } from 'papergraph/client';
try { await query('${server.url}/graphql', AllPapersDocument, { first: 1000 }); }
catch (error) { if (error instanceof QueryError) console.log(error.errors[0]?.extensions?.code); }
`;
    expect(compile('failing.ts', failing)).toBe('');
    expect((await runNode(join(project, 'failing.js'), project)).trim()).toBe('BAD_PAGE_SIZE');
  }, 60_000);
});
