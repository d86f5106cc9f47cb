import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trustedDocuments } from '../../src/server/trusted-documents.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { codeOf, startApi } from '../support/api.ts';
import { operation } from '../support/ask.ts';
import { emptyStore } from '../support/engines.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await emptyStore('embedded');
});
afterAll(() => store.close());

const hash = createHash('sha256').update(operation('stats')).digest('hex');
const persistedQuery = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } });

test.each([false, true])(
  'an operation is found by name and by hash, GET and POST (trusted only: %s)',
  async (trustedOnly) => {
    const api = await startApi(store, { trustedOnly });
    const answers = await Promise.all([
      api.post({ documentId: 'stats' }),
      api.post({ documentId: 'Stats' }),
      api.post({ documentId: hash }),
      api.post({ documentId: `sha256:${hash}` }),
      api.post({ extensions: JSON.parse(persistedQuery) }),
      api.get({ documentId: 'stats' }),
      api.get({ extensions: persistedQuery }),
      api.get({ documentId: 'stats', operationName: 'Stats', variables: '{}' }),
    ]);
    for (const { status, body } of answers) {
      expect([status, body.errors]).toEqual([200, undefined]);
      expect(body.data?.stats).toMatchObject({ paperCount: 0 });
    }
  },
);

test('every named operation is answered where only trusted ones are, with variables and bounds', async () => {
  const api = await startApi(store, { trustedOnly: true });
  for (const { name } of trustedDocuments()) {
    expect([name, (await api.post({ documentId: name })).body.errors]).toEqual([name, undefined]);
  }
  const keys = Array.from({ length: 1_000 }, (_, index) => `page-${index}`);
  expect(
    (await api.post({ documentId: 'where-and-when', variables: { page: keys } })).body.extensions?.cost.cost,
  ).toBeGreaterThan(1_000);
});

test.each([
  [{ query: '{ __typename }' }, 'TRUSTED_DOCUMENTS_ONLY'],
  [{ query: operation('stats') }, 'TRUSTED_DOCUMENTS_ONLY'],
  [{ query: '{ __typename }', extensions: JSON.parse(persistedQuery) }, 'TRUSTED_DOCUMENTS_ONLY'],
  [{ documentId: 'stats.graphql' }, 'PERSISTED_QUERY_NOT_FOUND'],
  [{ documentId: '../stats' }, 'PERSISTED_QUERY_NOT_FOUND'],
  [{ documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
  [{ documentId: 3 }, 'QUERY_MISSING'],
  [{}, 'QUERY_MISSING'],
])('%j is refused with %s where only trusted documents are answered, and sends no statement', async (body, code) => {
  const api = await startApi(store, { trustedOnly: true });
  const answer = await api.post(body);
  expect([codeOf(answer), answer.asked]).toEqual([code, []]);
});

test('a caller cannot register a query: one that is not known is not known afterwards either', async () => {
  const api = await startApi(store);
  const query = '{ __typename }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  expect((await api.post({ extensions })).body.errors?.[0]?.message).toBe('PersistedQueryNotFound');
  expect((await api.post({ query, extensions })).body.data).toEqual({ __typename: 'Query' });
  expect(codeOf(await api.post({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
});
