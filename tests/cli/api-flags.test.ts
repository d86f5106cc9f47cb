import { expect, test } from 'vitest';
import { apiOptions } from '../../src/cli/api-flags.ts';
import { usualApi } from '../../src/server/api-options.ts';

const none = { graphiql: true, introspection: true };

test('nothing stated is the usual API', () => {
  expect(apiOptions(none, {})).toEqual(usualApi);
});

test('the environment says what flags do not, and a flag goes before it', () => {
  const environment = {
    PAPERGRAPH_NO_GRAPHIQL: '1',
    PAPERGRAPH_NO_INTROSPECTION: 'true',
    PAPERGRAPH_TRUSTED_ONLY: 'yes',
    PAPERGRAPH_CORS: 'https://a.example https://b.example',
    PAPERGRAPH_DEADLINE: '5',
  };
  const fromEnvironment = {
    graphiql: false,
    introspection: false,
    trustedOnly: true,
    corsOrigins: ['https://a.example', 'https://b.example'],
    deadlineMs: 5_000,
  };
  expect(apiOptions(none, environment)).toEqual(fromEnvironment);
  expect(apiOptions({ ...none, cors: ['*'], deadline: 60 }, environment)).toEqual({
    ...fromEnvironment,
    corsOrigins: ['*'],
    deadlineMs: 60_000,
  });
});

test('a variable that is empty or 0 says nothing', () => {
  const environment = {
    PAPERGRAPH_NO_GRAPHIQL: '0',
    PAPERGRAPH_TRUSTED_ONLY: '',
    PAPERGRAPH_CORS: '',
    PAPERGRAPH_DEADLINE: '',
  };
  expect(apiOptions(none, environment)).toEqual(usualApi);
});

test.each(['HTTPS://a.example', 'https://a.example/', 'a.example', 'null'])('the origin %s is refused', (origin) => {
  expect(() => apiOptions({ ...none, cors: [origin] }, {})).toThrow(expect.objectContaining({ code: 'BAD_ORIGIN' }));
});

test.each(['0', '1.5', 'soon', '3601'])('the deadline %s is refused', (deadline) => {
  expect(() => apiOptions(none, { PAPERGRAPH_DEADLINE: deadline })).toThrow(
    expect.objectContaining({ code: 'BAD_DEADLINE' }),
  );
});
