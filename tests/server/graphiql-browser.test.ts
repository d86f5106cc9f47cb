import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { chromium } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { type ApiOptions, usualApi } from '../../src/server/api-options.ts';
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
  /** A page of GraphiQL over the sample list, with the hosts that it asked and what went wrong in it. */
  async function openPage(api: Partial<ApiOptions> = {}) {
    const store = await emptyStore('embedded');
    await importSource(store, join(import.meta.dirname, '..', '..', 'samples', 'reading-list'), {
      sourceKey: 'sample',
    });
    const server = await startServer(store, {
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'silent' }),
      api: { ...usualApi, ...api },
    });
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
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).origin);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.url}/graphql`);
    await page.getByText('Which institutions co-author papers about a subject').first().waitFor({ timeout: 30_000 });
    return { page, server, hosts, errors };
  }

  test('opens on the example queries, asks no other host, and shows an answer', async () => {
    const { page, server, hosts, errors } = await openPage();
    expect(await page.getByRole('tab').count()).toBeGreaterThan(30);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByText('"sharedPaperCount"').first().waitFor({ timeout: 30_000 });
    if (process.env.PAPERGRAPH_TEST_SCREENSHOT) await page.screenshot({ path: process.env.PAPERGRAPH_TEST_SCREENSHOT });
    await page.goto(`${server.url}/graphql?query=${encodeURIComponent('{ stats { listingCount } }')}`);
    await page.getByText('listingCount').first().waitFor({ timeout: 30_000 });
    expect([...hosts]).toEqual([server.url]);
    expect(errors).toEqual([]);
  }, 90_000);

  test('a press of the mouse opens any of its tabs, also those that have to be scrolled to', async () => {
    const { page, errors } = await openPage();
    for (const name of ['WhereTopicsMeet', 'MostCited', 'AllPapers']) {
      await page.locator('.graphiql-tab-button', { hasText: name }).click();
      await page.locator('.graphiql-tab-active', { hasText: name }).waitFor();
      await page.locator('.graphiql-query-editor', { hasText: new RegExp(`query\\s${name}`) }).waitFor();
    }
    expect(errors).toEqual([]);
  }, 90_000);

  test('the explorer shows what can be asked, without another host', async () => {
    const { page, server, hosts, errors } = await openPage();
    // A short query, since the editor holds no more lines than it shows.
    await page.goto(`${server.url}/graphql?query=${encodeURIComponent('{ stats { listingCount } }')}`);
    await page.getByText('listingCount').first().waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    const explorer = page.locator('.graphiql-explorer-root');
    await explorer.getByText('coAuthorships', { exact: true }).click({ timeout: 30_000 });
    await page.locator('.graphiql-query-editor', { hasText: 'coAuthorships' }).waitFor();
    expect([...hosts]).toEqual([server.url]);
    expect(errors).toEqual([]);
  }, 90_000);

  test('where the schema is not told, one error says so and what still works', async () => {
    const { page } = await openPage({ introspection: false });
    await page
      .locator('.graphiql-response', { hasText: /does\s+not\s+tell\s+its\s+schema/ })
      .waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    await page.getByText('No Schema Available').waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByText('"sharedPaperCount"').first().waitFor({ timeout: 30_000 });
  }, 90_000);
});
