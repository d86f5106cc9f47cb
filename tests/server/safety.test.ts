import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { codeOf, json, startApi } from '../support/api.ts';
import { emptyStore } from '../support/engines.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await emptyStore('embedded');
});
afterAll(() => store.close());

const question = 'query { __typename }';
const asUrl = `?query=${encodeURIComponent(question)}`;

/** What graphql-cop asks of a server, each as a test of ours: a server passes where the attack gets nothing. */
describe('the checks of graphql-cop', () => {
  test('introspection can be switched off, and then tells nothing of the schema', async () => {
    const open = await startApi(store);
    expect((await open.post({ query: '{ __schema { types { name } } }' })).body.data?.__schema).toBeDefined();
    const api = await startApi(store, { introspection: false });
    for (const query of [
      getIntrospectionQuery(),
      '{ __schema { types { name } } }',
      '{ __type(name: "Paper") { name } }',
    ]) {
      const { body, asked } = await api.post({ query });
      expect(body.data).toBeUndefined();
      expect(body.errors?.[0]?.message).toContain('introspection');
      expect(asked).toEqual([]);
    }
    expect((await api.post({ query: question })).body.data).toEqual({ __typename: 'Query' });
  });

  test.each([
    ['{ paperz { totalCount } }', {}],
    ['{ papers { totalCounts } }', {}],
    ['{ papers(firs: 1) { totalCount } }', {}],
    ['{ papers(filter: {abou: "x"}) { totalCount } }', {}],
    ['query($f: PaperFilte) { papers(filter: $f) { totalCount } }', {}],
    ['query($f: PaperFilter) { papers(filter: $f) { totalCount } }', { f: { abou: 'x' } }],
    ['{ collaborations(counting: FUL) { totalCount } }', {}],
  ])('%s: names are proposed, and without introspection they are not', async (query, variables) => {
    const open = await startApi(store);
    expect((await open.post({ query, variables })).body.errors?.[0]?.message).toContain('Did you mean');
    const api = await startApi(store, { introspection: false });
    const { body } = await api.post({ query, variables });
    expect(body.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('Did you mean');
  });

  test.each([
    ['{ papers(filter: {year: 2012}) { totalCount } }', {}, ' found 2012. It is an object with isKnown, max, and min.'],
    ['{ papers(orderBy: {field: YEAR}) { totalCount } }', {}, 'It has by and direction.'],
    ['{ search(query: "x") { totalCount } }', {}, 'It has after, before, first, kinds, last, and text.'],
    ['{ stats(a: 1) { paperCount } }', {}, 'It has none.'],
    [
      'query($f: PaperFilter) { papers(filter: $f) { totalCount } }',
      { f: { year: 2012 } },
      'It is an object with isKnown, max, and min.',
    ],
  ])('%s: the form of a value is told, and without introspection it is not', async (query, variables, hint) => {
    const open = await startApi(store);
    const told = JSON.stringify((await open.post({ query, variables })).body.errors?.map(({ message }) => message));
    expect(told).toContain(hint);
    expect(told.split(hint)).toHaveLength(2);
    const api = await startApi(store, { introspection: false });
    expect(JSON.stringify((await api.post({ query, variables })).body)).not.toMatch(/It (?:is an object|has)/);
  });

  test.each(['/', '/graphql', '/graphiql', '/playground', '/console'])(
    'GraphiQL can be switched off: %s has no page for a browser then',
    async (path) => {
      for (const off of [{ graphiql: false }, { trustedOnly: true }]) {
        const api = await startApi(store, off);
        const response = await fetch(`${api.url}${path}`, { headers: { accept: 'text/html' } });
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.headers.get('content-type') ?? '').not.toContain('text/html');
      }
    },
  );

  test('the scripts of GraphiQL go with its page', async () => {
    const open = await startApi(store);
    const page = await (await fetch(`${open.url}/graphql`, { headers: { accept: 'text/html' } })).text();
    const script = /src="(\/graphiql\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect((await fetch(`${open.url}${script}`)).status).toBe(200);
    const api = await startApi(store, { graphiql: false });
    expect((await fetch(`${api.url}${script}`)).status).toBe(404);
  });

  test('a hundred aliases are refused', async () => {
    const api = await startApi(store);
    const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}: __typename`).join(' ');
    expect(codeOf(await api.post({ query: `query cop { ${aliases} }` }))).toBe('TOO_MANY_ALIASES');
  });

  test('batches are refused, of one query too', async () => {
    const api = await startApi(store);
    for (const count of [1, 10]) {
      const { status, body } = await api.post(Array.from({ length: count }, () => ({ query: question })));
      expect(status).toBe(400);
      expect(body.errors?.[0]?.message).toContain('Batching is not supported');
    }
  });

  test('directives one after another do not have a mistake told for each', async () => {
    const api = await startApi(store);
    const { body } = await api.post({ query: `query cop { __typename ${'@aa'.repeat(10)} }` });
    expect(body.errors?.length).toBeLessThan(10);
    const many = await api.post({ query: `query cop { __typename ${'@include(if: true)'.repeat(50)} }` });
    expect(codeOf(many)).toBe('TOO_MANY_DIRECTIVES');
  });

  test('a field five hundred times is refused', async () => {
    const api = await startApi(store);
    expect(codeOf(await api.post({ query: `query cop { ${'__typename '.repeat(500)} }` }))).toBe('TOO_MANY_SELECTIONS');
  });

  test('introspection in circles is refused', async () => {
    const api = await startApi(store);
    const query =
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
    const { body } = await api.post({ query });
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]?.message).toContain('introspection depth');
  });

  test('a mutation by GET is refused', async () => {
    const api = await startApi(store);
    const { status, headers } = await api.get({ query: 'mutation cop { __typename }' });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a request never brings traces or how the server works inside', async () => {
    const api = await startApi(store);
    for (const query of [question, '{ x }', '{', '{ node(id: "x") { id } }']) {
      const { body } = await api.post({ query }, { 'x-apollo-tracing': '1', debug: '1' });
      expect(Object.keys(body.extensions ?? {}).filter((key) => !['cost', 'graphVersion'].includes(key))).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/stack|node_modules|\.ts:|\.js:|cypher|MATCH/i);
    }
  });
});

describe('requests that a page of another site can have a browser send', () => {
  test.each([
    [
      'a form',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: asUrl.slice(1) },
    ],
    [
      'a form of text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: question }) },
    ],
    ['a script without a type', { method: 'POST', body: new Blob([JSON.stringify({ query: question })]) }],
    ['a form with files', { method: 'POST', body: multipart() }],
    [
      'a type that only begins like JSON',
      {
        method: 'POST',
        headers: { 'content-type': 'text/plain; application/json' },
        body: JSON.stringify({ query: question }),
      },
    ],
  ] as [string, RequestInit][])('%s is refused before its query is read', async (_, init) => {
    const api = await startApi(store);
    const answer = await api.send(init);
    expect([answer.status, codeOf(answer), answer.asked]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE', []]);
  });

  test('a link or an image is refused, and told what a program does instead', async () => {
    const api = await startApi(store);
    const answer = await api.send({}, asUrl);
    expect([answer.status, codeOf(answer), answer.asked]).toEqual([403, 'PREFLIGHT_REQUIRED', []]);
    expect(answer.body.errors?.[0]?.message).toContain('apollo-require-preflight');
  });

  test.each([json, { 'apollo-require-preflight': 'true' }, { 'x-apollo-operation-name': 'A' }])(
    'GET with %j is answered',
    async (headers) => {
      const api = await startApi(store);
      expect((await api.send({ headers }, asUrl)).body.data).toEqual({ __typename: 'Query' });
    },
  );

  test('answers may be read by no other origin, unless it is named', async () => {
    const preflight = {
      method: 'OPTIONS',
      headers: {
        origin: 'https://there.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    };
    const closed = await startApi(store);
    const refused = await closed.send(preflight);
    expect([...refused.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const open = await startApi(store, { corsOrigins: ['https://there.example'] });
    const allowed = await open.send(preflight);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://there.example');
    expect(allowed.headers.get('access-control-allow-credentials')).not.toBe('true');
    const other = await open.send({ ...preflight, headers: { ...preflight.headers, origin: 'https://other.example' } });
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://other.example');
  });
});

function multipart(): FormData {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: question }));
  form.set('map', '{}');
  return form;
}
