import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));

test('the lock file names the embedded engine for all six platforms, so that npm ci works on each', () => {
  const platforms = Object.keys(lock.packages).filter((name) => name.startsWith('node_modules/@grafeo-db/js-'));
  expect(platforms.map((name) => name.replace('node_modules/@grafeo-db/js-', ''))).toEqual([
    'darwin-arm64',
    'darwin-x64',
    'linux-arm64-gnu',
    'linux-arm64-musl',
    'linux-x64-gnu',
    'win32-x64-msvc',
  ]);
});

test('the lock file names every optional package of other platforms, which npm leaves out where it could not fetch them', () => {
  const missing = Object.entries<{ optionalDependencies?: Record<string, string> }>(lock.packages).flatMap(
    ([parent, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !(`node_modules/${name}` in lock.packages || `${parent}/node_modules/${name}` in lock.packages),
      ),
  );
  expect(missing).toEqual([]);
});

test('the command that the package installs is a file that the build writes', () => {
  const { bin } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  expect(readFileSync(join(import.meta.dirname, '..', bin.papergraph), 'utf8')).toMatch(/^#!\/usr\/bin\/env node/);
});

test('the lock file holds no download address', () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved":');
});
