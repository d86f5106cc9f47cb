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
    // Compared here, since toEqual goes through megabytes byte by byte and takes 40 s.
    const body = plain?.body ?? Buffer.alloc(0);
    expect(body.length).toBeGreaterThan(0);
    expect(brotliDecompressSync(brotli?.body ?? '').equals(body)).toBe(true);
    expect(gunzipSync(gzip?.body ?? '').equals(body)).toBe(true);
    expect(new Set([plain, brotli, gzip].map((asset) => asset?.headers.etag)).size).toBe(3);
  },
);

test.each([
  ['br;q=0, gzip', 'gzip'],
  ['GZIP;q=0.5, br;q=0.1', 'br'],
  ['gzip; q=0.0', undefined],
  ['zebra', undefined],
])('Accept-Encoding: %s gets %s', (accepted, encoding) => {
  const address = addresses.find((each) => each.includes('/start.')) ?? '';
  const asset = graphiqlAsset(address, accepted);
  expect(asset).toBeDefined();
  expect(asset?.headers['content-encoding']).toBe(encoding);
});

test('an address with another hash is none of ours', () => {
  expect(graphiqlAsset('/graphiql/graphiql.000000000000.js', '')).toBeUndefined();
  expect(graphiqlAsset('/graphiql/../package.json', '')).toBeUndefined();
});
