import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseGraphCommand, runGraphCommand } from '../import/graph-commands.ts';
import { InputError, PapergraphError, UsageError } from '../model/errors.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** Where commands of this machine's user hand their work to the server that has the embedded store open; their name follows. */
export const commandPath = '/internal/';

const maxBodyBytes = 65_536;

/** Names a command's run, so that it can be stopped: `POST /internal/stop` with the same name. */
export const runHeader = 'x-papergraph-run';

/** The commands that are handed to one server. */
export class CommandEndpoint {
  readonly #store: GraphStore;
  readonly #token: string;
  readonly #running = new Map<string, AbortController>();
  readonly #work = new Set<Promise<unknown>>();
  #isStopping = false;

  constructor(store: GraphStore, token: string) {
    this.#store = store;
    this.#token = token;
  }

  /** Answers with what the command gives, or with the error's code and message; 404 without the token. */
  async handle(request: IncomingMessage, response: ServerResponse, command: string): Promise<void> {
    if (request.method !== 'POST' || !isAllowed(request, this.#token)) {
      return answer(response, 404, { message: 'Not found' });
    }
    const run = String(request.headers[runHeader] ?? randomUUID());
    if (command === 'stop') {
      this.#running.get(run)?.abort();
      return answer(response, 200, {});
    }
    try {
      answer(response, 200, await this.#run(run, command, await bodyOf(request)));
    } catch (error) {
      if (!(error instanceof PapergraphError)) throw error;
      const kind = error instanceof UsageError ? 'usage' : 'input';
      answer(response, 422, { code: error.code, message: error.message, kind });
    }
  }

  /** Stops what is at work at the next border of two batches, and waits for it. */
  async stopAll(): Promise<void> {
    this.#isStopping = true;
    for (const controller of this.#running.values()) controller.abort();
    await Promise.allSettled(this.#work);
  }

  async #run(run: string, command: string, body: string): Promise<object> {
    const parsed = parseGraphCommand(command, body);
    const controller = new AbortController();
    if (this.#isStopping) controller.abort();
    this.#running.set(run, controller);
    const work = runGraphCommand(this.#store, parsed.name, parsed.request, { signal: controller.signal });
    this.#work.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(run);
      this.#work.delete(work);
    }
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
