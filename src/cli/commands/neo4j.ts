import { Command, InvalidArgumentError } from 'commander';
import { startLocalNeo4j } from '../../store/neo4j/local-server.ts';

/** `papergraph neo4j`: a real Neo4j on this machine, for people without Docker. */
export function neo4jCommand(): Command {
  return new Command('neo4j')
    .description('start a Neo4j on this machine from Maven Central; needs Java 17 or later and Maven')
    .option('--home <folder>', 'where its data is kept', './papergraph-neo4j')
    .option('--port <port>', 'Bolt port on 127.0.0.1; 0 for a free one', portOf, 7687)
    .action(async ({ home, port }: { home: string; port: number }) => {
      const server = await startLocalNeo4j({ home, port, onLog: (line) => console.error(line) });
      console.log(`Neo4j listens at ${server.uri}

  NEO4J_PASSWORD=${server.password} papergraph serve --neo4j ${server.uri}

Stop it with Ctrl-C; its data stays in ${home}.`);
      const stop = () => void server.stop();
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      await server.closed;
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}
