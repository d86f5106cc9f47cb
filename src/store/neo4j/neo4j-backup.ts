import { UsageError } from '../../model/errors.ts';

/** The refusal to copy a Neo4j: its own tools do, with what only the server knows (see docs/backup.md). */
export function neo4jBacksUpItself(): UsageError {
  return new UsageError(
    'BACKUP_BY_NEO4J',
    'Expected the embedded graph of a data folder, but found a Neo4j, which its own tools back up: ' +
      '`neo4j-admin database dump` and `load` while it is stopped, or `neo4j-admin database backup` and `restore` online ' +
      '(Enterprise). docs/backup.md shows the commands.',
  );
}
