import static org.neo4j.configuration.GraphDatabaseSettings.DEFAULT_DATABASE_NAME;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server in one process, for development and tests: Bolt on 127.0.0.1, authentication on.
 *
 * <p>Arguments: its home folder, the port (0: any free one), page cache in MB, and "keep" or "discard" for the home folder.
 * Prints "ready PORT" once it answers. Ends on SIGTERM, and when standard input closes: that is how it learns that its
 * parent is gone, even one that was killed.
 */
class LocalNeo4j {
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    long pageCacheMb = Long.parseLong(arguments[2]);
    boolean discardHome = arguments[3].equals("discard");

    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close(); // a taken port is told now, not ten seconds later
    // Before the start, which may be interrupted as well.
    AtomicReference<DatabaseManagementService> started = new AtomicReference<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      if (started.get() != null) started.get().shutdown();
      if (discardHome) delete(home);
    }));
    started.set(start(home, port, pageCacheMb));
    System.out.println("ready " + boltPort(started.get()));

    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static DatabaseManagementService start(Path home, int port, long pageCacheMb) {
    SocketAddress address = new SocketAddress("127.0.0.1", port);
    return new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        .setConfig(BoltConnector.advertised_address, address)
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pageCacheMb))
        // The databases are closed by then; the default keeps an idle server up for ten seconds more.
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(100))
        // Otherwise two empty databases take half a gigabyte of disk, and most homes live for one test run.
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        .build();
  }

  /** With port 0 the settings do not know the port; the register of open connectors does. */
  private static int boltPort(DatabaseManagementService server) {
    GraphDatabaseAPI database = (GraphDatabaseAPI) server.database(DEFAULT_DATABASE_NAME);
    ConnectorPortRegister ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
    return ports.getLocalAddress(ConnectorType.BOLT).getPort();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException error) {
      System.err.println("cannot delete " + folder + ": " + error.getMessage());
    }
  }
}
