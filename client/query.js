import { print } from 'graphql';

/** An answer with errors: what the server says of the request. */
export class QueryError extends Error {
  constructor(errors) {
    super(errors.map(({ message }) => message).join('\n'));
    this.name = 'QueryError';
    this.errors = errors;
  }
}

export async function query(url, document, variables = {}, { headers = {}, signal } = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      ...headers,
      'content-type': 'application/json',
    },
    // The text as it stands in the file, which a server that answers trusted documents alone knows.
    body: JSON.stringify({ query: document.loc?.source.body ?? print(document), variables }),
    signal,
  });
  const text = await response.text();
  const { data, errors } = answerOf(text, url, response.status);
  if (errors) throw new QueryError(errors);
  return data;
}

function answerOf(text, url, status) {
  try {
    const answer = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer;
  } catch {
    // Told below, with what came instead.
  }
  throw new Error(`${url}: expected an answer in GraphQL, but found status ${status} and "${text.slice(0, 80)}".`);
}
