import neo4j, { type Driver, Neo4jError, type Session } from 'neo4j-driver';
import { StoreError } from '../../model/errors.ts';
import { deadlineExceeded } from '../deadline.ts';
import type { Engine, Parameters, Statement, Transaction } from '../engine.ts';
import { schemaStatements } from '../schema-statements.ts';
import type { Row, Value } from '../values.ts';
import { neo4jBacksUpItself } from './neo4j-backup.ts';

export interface Neo4jAddress {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/**
 * Connects to a Neo4j server.
 * @throws StoreError NEO4J_ADDRESS for an address that the driver does not take, NEO4J_UNREACHABLE, NEO4J_LOGIN_REFUSED
 */
export async function openNeo4jEngine(address: Neo4jAddress): Promise<Engine> {
  const engine = new Neo4jEngine(connect(address), address);
  try {
    await engine.ping();
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

class Neo4jEngine implements Engine {
  readonly name = 'neo4j';
  readonly #driver: Driver;
  readonly #address: Neo4jAddress;
  readonly #bookmarks = neo4j.bookmarkManager();

  constructor(driver: Driver, address: Neo4jAddress) {
    this.#driver = driver;
    this.#address = address;
  }

  /**
   * Sent by itself, which saves the round trips of a transaction. What a retry can mend on a cluster (a leader that has
   * moved, a reader that has gone) is then read again in a transaction that the driver retries.
   */
  async read(statement: Statement, { timeoutMs }: { readonly timeoutMs?: number } = {}): Promise<readonly Row[]> {
    // The server takes 0 for no limit at all.
    const limit = timeoutMs === undefined ? {} : { timeout: Math.max(1, Math.ceil(timeoutMs)) };
    return this.#withSession(neo4j.session.READ, async (session) => {
      try {
        return await rowsFrom({ run: (text, parameters) => session.run(text, parameters, limit) }, statement);
      } catch (error) {
        if (!this.#isRouted() || !(error instanceof Neo4jError) || !neo4j.isRetryableError(error)) throw error;
        return session.executeRead((transaction) => rowsFrom(transaction, statement), limit);
      }
    });
  }

  nodeOrder(): null {
    return null;
  }

  textMatch(): null {
    return null;
  }

  wordIndex(): null {
    return null;
  }

  labelCount(): null {
    return null;
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#withSession(neo4j.session.WRITE, (session) =>
      session.executeWrite((transaction) =>
        work({ run: (statement) => rowsFrom(transaction, unchangingPlan(statement)) }),
      ),
    );
  }

  async copyTo(): Promise<void> {
    throw neo4jBacksUpItself();
  }

  async prepare(): Promise<void> {
    await this.#withSession(neo4j.session.WRITE, async (session) => {
      for (const text of schemaStatements('neo4j')) await session.run(text);
      // A day: the first to open what a bulk import made waits for the indexes of all that is in it.
      await session.run('CALL db.awaitIndexes(86400)');
    });
  }

  async ping(): Promise<void> {
    await this.read({ name: 'ping', text: 'RETURN 1 AS one', parameters: {} });
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #isRouted(): boolean {
    return this.#address.uri.startsWith('neo4j');
  }

  async #withSession<T>(defaultAccessMode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      database: this.#address.database,
      defaultAccessMode,
      bookmarkManager: this.#bookmarks,
    });
    try {
      return await work(session);
    } catch (error) {
      throw explained(error, this.#address);
    } finally {
      await session.close().catch(() => undefined);
    }
  }
}

function connect({ uri, username, password }: Neo4jAddress): Driver {
  requireNoLogin(uri);
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: 10_000,
      connectionTimeout: 5_000,
      maxTransactionRetryTime: 8_000,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      userAgent: 'papergraph',
    });
  } catch (error) {
    throw new StoreError(
      'NEO4J_ADDRESS',
      `${uri}: expected an address such as neo4j://127.0.0.1:7687 or bolt://127.0.0.1:7687. ${messageOf(error)}`,
      { cause: error },
    );
  }
}

/** A login in an address would end in messages and logs. Throws StoreError NEO4J_ADDRESS, without it. */
export function requireNoLogin(uri: string): void {
  const login = /^[^/]*\/\/[^/]*@/.exec(uri)?.[0];
  if (login === undefined) return;
  throw new StoreError(
    'NEO4J_ADDRESS',
    `${uri.replace(login, `${uri.split('//')[0]}//`)}: expected an address without a login in it. Set NEO4J_USERNAME and NEO4J_PASSWORD instead.`,
  );
}

interface Runner {
  run(text: string, parameters: Record<string, unknown>): PromiseLike<{ records: { toObject(): Row }[] }>;
}

/**
 * A growing graph has the server plan each statement of a write anew, which takes longer than running it. Every one of
 * ours starts at a key or an index, whatever the graph's size, so the first plan stays right.
 */
function unchangingPlan(statement: Statement): Statement {
  return { ...statement, text: `CYPHER replan=skip ${statement.text}` };
}

async function rowsFrom(runner: Runner, { text, parameters }: Statement): Promise<readonly Row[]> {
  const { records } = await runner.run(text, driverParameters(parameters));
  return records.map((each) => each.toObject());
}

function driverParameters(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, driverValue(value)]));
}

/** The driver sends JavaScript numbers as floats, and LIMIT takes none: whole numbers go as integers. */
function driverValue(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(driverValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, driverValue(each)]));
  }
  return value;
}

/** Errors of the network and of the login become ours, with what to do; errors of a statement stay as they are. */
function explained(error: unknown, { uri, username, database }: Neo4jAddress): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (error.code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return deadlineExceeded(error);
  if (error.code.startsWith('Neo.ClientError.Security.')) {
    return new StoreError(
      'NEO4J_LOGIN_REFUSED',
      `${uri}: Neo4j refused the login of "${username}" (${messageOf(error)}). Set NEO4J_USERNAME and NEO4J_PASSWORD to an account of that server.`,
      { cause: error },
    );
  }
  if (error.code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new StoreError(
      'NEO4J_DATABASE_MISSING',
      `${uri}: expected a database "${database}", which this server does not have. Set NEO4J_DATABASE to one that it has.`,
      { cause: error },
    );
  }
  if (isConnectionError(error)) {
    return new StoreError(
      'NEO4J_UNREACHABLE',
      `${uri}: expected a Neo4j server, but it cannot be reached (${messageOf(error)}). ` +
        'Is it running, and is the address right? `npm run neo4j` starts one on this machine.',
      { cause: error },
    );
  }
  return error;
}

function isConnectionError({ code }: Neo4jError): boolean {
  return (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    (code.startsWith('Neo.TransientError.General') && !code.endsWith('OutOfMemoryError'))
  );
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
