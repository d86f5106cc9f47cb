import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j, { Neo4jError } from 'neo4j-driver';
import { StoreError } from '../../model/errors.ts';

const FACTORY_PASSWORD = 'neo4j';

/**
 * The password kept in a home, readable by its owner alone; a new one where there is none. It is written before the
 * server learns it, so that a start that was interrupted is mended by the next.
 */
export async function rememberedPassword(folder: string): Promise<string> {
  const path = join(folder, 'papergraph-password');
  const fresh = randomBytes(18).toString('base64url');
  try {
    await writeFile(path, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return (await readFile(path, 'utf8')).trim();
  }
}

/**
 * Sets the password of a new server, which accepts only its factory password, and that only to change it; checks the
 * password of one that has data.
 *
 * @throws StoreError `LOCAL_NEO4J_PASSWORD` where it has another password, or the new one is too short
 */
export async function setPassword(
  uri: string,
  password: string,
  { folder }: { readonly folder: string },
): Promise<void> {
  const change = 'ALTER CURRENT USER SET PASSWORD FROM $old TO $new';
  try {
    await runOnSystem(uri, FACTORY_PASSWORD, change, { old: FACTORY_PASSWORD, new: password });
  } catch (error) {
    if (!isUnauthorized(error)) throw passwordError(`was refused: ${messageOf(error)}`, { folder, cause: error });
    await runOnSystem(uri, password, 'SHOW CURRENT USER YIELD user').catch((cause) => {
      throw passwordError('is not the one this home was made with. Give that one, or another home', { folder, cause });
    });
  }
}

async function runOnSystem(uri: string, password: string, query: string, parameters = {}): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  try {
    await driver.executeQuery(query, parameters, { database: 'system' });
  } finally {
    await driver.close();
  }
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === 'Neo.ClientError.Security.Unauthorized';
}

function passwordError(
  what: string,
  { folder, cause }: { readonly folder: string; readonly cause: unknown },
): StoreError {
  return new StoreError('LOCAL_NEO4J_PASSWORD', `The local Neo4j in ${folder}: the password ${what}.`, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
