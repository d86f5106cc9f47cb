import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would take the package's ES modules, and its libraries take the others: two copies, whose types are strangers.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/{model,importers,exporters,reconcile}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{model,importers,exporters,reconcile}/**'],
          globalSetup: ['tests/support/global-setup.ts'],
          // One Neo4j database serves all files, and each file empties it.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
