// Bundles the command line and server into dist/main.js, and the threads that read pages and data sets beside it. Our own TypeScript only: packages stay in node_modules.
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'src/cli/main.ts',
    'page-worker': 'src/import/page-worker.ts',
    'data-set-worker': 'src/import/data-set-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  banner: { js: '#!/usr/bin/env node' },
});

// So that `npx papergraph` works in a checkout as it does where the package is installed.
await chmod('dist/main.js', 0o755);
if (process.platform !== 'win32') {
  await mkdir('node_modules/.bin', { recursive: true });
  await rm('node_modules/.bin/papergraph', { force: true });
  await symlink('../../dist/main.js', 'node_modules/.bin/papergraph');
}
