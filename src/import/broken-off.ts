import { StoreError } from '../model/errors.ts';

/**
 * What to say when the database goes away in the middle of a change. Each batch is a transaction, so nothing is half written.
 * @throws StoreError NEO4J_LOST in the place of NEO4J_UNREACHABLE; every other error as it is
 */
export function brokenOff(error: unknown): never {
  if (!(error instanceof StoreError) || error.code !== 'NEO4J_UNREACHABLE') throw error;
  const where = error.message.slice(0, error.message.indexOf(': '));
  const reason = /\((.*)\)/.exec(error.message)?.[1] ?? 'it cannot be reached';
  throw new StoreError(
    'NEO4J_LOST',
    `${where}: the Neo4j server went away in the middle of the work (${reason}). Batches that were done stand, and nothing of ` +
      'the one at work was written. Start the server, and run the same command again: it does the rest.',
    { cause: error },
  );
}
