import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { startApi } from '../support/api.ts';
import { emptyStore } from '../support/engines.ts';

/**
 * Where requests across sites are prevented, a GET without a header of its own is refused. The audit sends such ones, and
 * says of these three that a server may answer them.
 */
const noticesOfPlainGet = ['5A70', 'D6D5', '6A70'];

/** The audit asks `__type`, so introspection is on; nothing else that makes a server safer changes what it sees. */
test("graphql-http's audit finds nothing but its notices about plain GET requests", async () => {
  const store = await emptyStore('embedded');
  const api = await startApi(store, { graphiql: false, corsOrigins: ['https://there.example'] });
  const audits = serverAudits({ url: `${api.url}/graphql`, fetchFn: fetch });
  const found: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok') found.push(`${result.status} ${result.id}`);
  }
  await store.close();
  expect(audits.length).toBeGreaterThan(50);
  expect(found.sort()).toEqual(noticesOfPlainGet.map((id) => `notice ${id}`).sort());
});
