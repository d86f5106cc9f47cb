// Bundles one benchmark and runs it: `npm run bench -- reading-list`.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const [name, ...args] = process.argv.slice(2);
if (!name) {
  console.error('Expected the name of a file in bench/, such as `npm run bench -- reading-list`.');
  process.exit(2);
}
await build({
  entryPoints: { [`bench-${name}`]: `bench/${name}.ts` },
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
const { status } = spawnSync(process.execPath, [`dist/bench-${name}.js`, ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
