package dev.parley.it.server;

import java.util.Map;

/** Where servers keep their conversations; {@code -Dparley.it.database=postgresql} chooses the other one for all tests. */
interface Database {

    /** The database that was chosen for this run. */
    static Database chosen() {
        String name = System.getProperty("parley.it.database", "h2");
        return switch (name) {
            case "h2" -> new H2();
            case "postgresql" -> new PostgreSql();
            default -> throw new IllegalStateException("parley.it.database is " + name + ": write h2 or postgresql");
        };
    }

    /** The prepared configuration of a server that uses it. */
    String serverConfig();

    /** The prepared configuration of one that delivers through an outbox. */
    String outboxServerConfig();

    /** Makes an empty database for a server, and says by which system properties the server finds it. */
    Map<String, String> makeFor(String server);

    /** A query for the number of transactions that are prepared and neither committed nor rolled back. */
    String countInDoubt();
}
