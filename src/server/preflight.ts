import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Headers that a page of another site cannot send before the browser has asked this server. */
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-graphql-yoga-csrf'];

const jsonTypes = ['application/json', 'application/graphql+json'];

/**
 * Cross-site request forgery: a page of another site may have a browser send, to a server that only the browser's user
 * reaches, what a form, an image or a script can send without asking first. Such requests are refused before their query
 * is read: a POST must be JSON, which a form cannot send, and a GET must have such a type or one of the headers.
 */
export const requirePreflight: Plugin = {
  onRequestParse({ request }) {
    const [type = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
    if (jsonTypes.includes(type.trim())) return;
    if (request.method === 'POST') {
      throw refused(
        415,
        'UNSUPPORTED_MEDIA_TYPE',
        `content-type: expected application/json, but found "${type}". Send {"query": …} as JSON.`,
      );
    }
    if (request.method === 'GET' && !preflightHeaders.some((name) => request.headers.has(name))) {
      throw refused(
        403,
        'PREFLIGHT_REQUIRED',
        `GET: expected content-type: application/json or the header ${preflightHeaders[0]}, which keep other sites from ` +
          'sending requests from a browser, but found neither. Add one of them, or send a POST.',
      );
    }
  },
};

function refused(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
