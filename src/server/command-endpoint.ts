import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseGraphCommand, runGraphCommand } from '../import/graph-commands.ts';
import { InputError, PapergraphError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** Where commands of this machine's user hand their work to the server that has the embedded store open; their name follows. */
export const commandPath = '/internal/';

const maxBodyBytes = 65_536;

/** Answers with what the command gives, or with the error's code and message; 404 without the token. */
export async function handleCommand(
  request: IncomingMessage,
  response: ServerResponse,
  { store, token, command }: { readonly store: GraphStore; readonly token: string; readonly command: string },
): Promise<void> {
  if (request.method !== 'POST' || !isAllowed(request, token)) return answer(response, 404, { message: 'Not found' });
  try {
    const parsed = parseGraphCommand(command, await bodyOf(request));
    answer(response, 200, await runGraphCommand(store, parsed.name, parsed.request));
  } catch (error) {
    if (!(error instanceof PapergraphError)) throw error;
    answer(response, 422, { code: error.code, message: error.message });
  }
}

function isAllowed({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new InputError('REQUEST_TOO_LARGE', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
