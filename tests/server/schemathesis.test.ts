import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { papergraph, serve } from '../support/command-line.ts';
import { folderOf } from '../support/pages.ts';

/**
 * Random queries to every field of `Query`, valid and not, made by schemathesis (a program in Python; `.ci/run` installs it):
 * 500 here, or as many as `PAPERGRAPH_TEST_QUERIES` says.
 */
const program = process.env.PAPERGRAPH_TEST_SCHEMATHESIS ?? 'schemathesis';
const isThere = spawnSync(program, ['--version']).status === 0;
if (!isThere)
  console.warn(`Random queries of schemathesis DO NOT RUN: ${program} is not there. Set PAPERGRAPH_TEST_SCHEMATHESIS.`);

const queryCount = Number(process.env.PAPERGRAPH_TEST_QUERIES ?? 500);
const rootFieldCount = 15;
const root = join(import.meta.dirname, '..', '..');

interface Run {
  readonly code: number;
  readonly output: string;
  /** Queries that were sent. */
  readonly count: number;
}

function runSchemathesis(
  url: string,
  folder: string,
  { seed, examples }: { seed: number; examples: number },
): Promise<Run> {
  const args = [
    ...['run', `${url}/graphql`, '--max-examples', String(examples), '--seed', String(seed), '--mode', 'all'],
    ...['--phases', 'fuzzing', '--checks', 'no_leak', '--suppress-health-check', 'all', '--no-color', '--workers', '1'],
  ];
  const env = {
    ...process.env,
    SCHEMATHESIS_HOOKS: 'no_leak',
    PYTHONPATH: join(root, 'tests', 'support', 'schemathesis'),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return new Promise((resolve) => {
    execFile(program, args, { env, maxBuffer: 2 ** 26, cwd: folder }, (error, stdout, stderr) => {
      const count = Number(/(\d+) generated/.exec(stdout)?.[1] ?? 0);
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, output: stdout + stderr, count });
    });
  });
}

/** Megabytes of memory that a process holds. */
function residentMegabytes(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

describe.runIf(isThere)('random queries of schemathesis', () => {
  test('are answered without a fault of the server, without a leak, and in flat memory', async () => {
    const folder = await folderOf({});
    const data = ['--data', join(folder, 'data')];
    await papergraph(['import', join(root, 'samples', 'reading-list'), '--source', 'sample', ...data]);
    const server = await serve(data);
    const examples = Math.ceil(queryCount / 2 / rootFieldCount);
    const first = await runSchemathesis(server.url, folder, { seed: 1, examples });
    const before = residentMegabytes(server.process.pid);
    const second = await runSchemathesis(server.url, folder, { seed: 2, examples });
    const after = residentMegabytes(server.process.pid);
    console.log(
      `schemathesis: ${first.count + second.count} queries; ${before.toFixed(0)}, then ${after.toFixed(0)} MB`,
    );
    for (const { code, output } of [first, second]) expect(code === 0 ? '' : output).toBe('');
    expect(first.count + second.count).toBeGreaterThanOrEqual(queryCount * 0.8);
    // The answers that are kept grow within their own limit of 64 MB.
    expect(after - before).toBeLessThan(64);
    expect(server.log()).not.toContain('"level":50');
  }, 3_600_000);
});
