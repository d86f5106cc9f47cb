import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { graphiqlAsset, graphiqlPage } from '../../src/server/graphiql.ts';

const page = graphiqlPage({
  endpoint: '/graphql',
  tabs: [{ query: '# A question\n{ stats { paperCount } }' }],
  title: 'A </title> title',
});
const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');

test('the page asks for nothing from another host, and has no script of its own', () => {
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) expect(address).toMatch(/^(\/graphiql\/|data:,)/);
  expect(page).not.toMatch(/<script>(?!<)/);
  expect(page).toContain('# A question');
  expect(page).not.toContain('A </title> title');
  expect(page.length).toBeLessThan(20_000);
});

test.each(addresses.filter((address) => address.startsWith('/')))(
  '%s is kept for good and comes compressed',
  (address) => {
    const plain = graphiqlAsset(address, '');
    const brotli = graphiqlAsset(address, 'gzip, deflate, br');
    const gzip = graphiqlAsset(address, 'gzip');
    expect(plain?.headers['cache-control']).toContain('immutable');
    expect(brotli?.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(brotliDecompressSync(brotli?.body ?? '')).toEqual(plain?.body);
    expect(gunzipSync(gzip?.body ?? '')).toEqual(plain?.body);
    expect(new Set([plain, brotli, gzip].map((asset) => asset?.headers.etag)).size).toBe(3);
  },
);

test('an address with another hash is none of ours', () => {
  expect(graphiqlAsset('/graphiql/graphiql.000000000000.js', '')).toBeUndefined();
  expect(graphiqlAsset('/graphiql/../package.json', '')).toBeUndefined();
});
