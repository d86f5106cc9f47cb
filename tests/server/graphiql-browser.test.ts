import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { chromium } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { startServer } from '../../src/server/server.ts';
import { emptyStore } from '../support/engines.ts';

const executablePath = process.env.PAPERGRAPH_TEST_CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere)
  console.warn(`GraphiQL in a browser DOES NOT RUN: ${executablePath} is not there. Set PAPERGRAPH_TEST_CHROMIUM.`);

test.runIf(process.env.CI === 'true')('a browser is there where the build runs', () => {
  expect(isThere).toBe(true);
});

describe.runIf(isThere)('GraphiQL in a browser', () => {
  test('opens on the example queries, asks no other host, and shows an answer', async () => {
    const store = await emptyStore('embedded');
    await importSource(store, join(import.meta.dirname, '..', '..', 'samples', 'reading-list'), {
      sourceKey: 'sample',
    });
    const server = await startServer(store, { host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
    const browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    onTestFinished(async () => {
      await browser.close();
      await server.stop();
      await store.close();
    });
    const page = await browser.newPage();
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).origin);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.url}/graphql`);
    await page.getByText('Which institutions co-author papers about a subject').first().waitFor({ timeout: 30_000 });
    expect(await page.getByRole('tab').count()).toBeGreaterThan(5);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByText('"sharedPaperCount"').first().waitFor({ timeout: 30_000 });
    if (process.env.PAPERGRAPH_TEST_SCREENSHOT) await page.screenshot({ path: process.env.PAPERGRAPH_TEST_SCREENSHOT });
    await page.goto(`${server.url}/graphql?query=${encodeURIComponent('{ stats { listingCount } }')}`);
    await page.getByText('listingCount').first().waitFor({ timeout: 30_000 });
    expect([...hosts]).toEqual([server.url]);
    expect(errors).toEqual([]);
  }, 90_000);
});
