package dev.parley.it.server;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where servers keep their conversations; {@code -Dparley.it.database=postgresql} chooses the other one for all tests.
 */
interface Database {

    /** The database that was chosen for this run. */
    static Database chosen() {
        return isPostgreSql() ? PostgreSql.shared() : new H2();
    }

    /** The same, in a process that only this server uses, as far as it is a process. */
    static Database ofItsOwn(String server) {
        return isPostgreSql() ? PostgreSql.ofItsOwn(server) : new H2();
    }

    /** Whether it is a process of its own, which can be killed without the server. */
    static boolean isPostgreSql() {
        String name = System.getProperty("parley.it.database", "h2");
        return switch (name) {
            case "h2" -> false;
            case "postgresql" -> true;
            default -> throw new IllegalStateException("parley.it.database is " + name + ": write h2 or postgresql");
        };
    }

    /** The prepared configuration of a server that uses it. */
    String serverConfig();

    /** The prepared configuration of one that delivers through an outbox. */
    String outboxServerConfig();

    /** Makes an empty database for a server, and says by which system properties the server finds it. */
    Map<String, String> makeFor(String server);

    /**
     * Executes a script in the database that was made for a server.
     *
     * @param directory the server's base directory
     * @param properties what {@link #makeFor} said
     * @param password of Parley's user, if that has one
     */
    void run(String script, Path directory, Map<String, String> properties, String password);

    /** A query for the number of transactions that are prepared and neither committed nor rolled back. */
    String countInDoubt();

    /** Ends its process at once. */
    void kill();

    /** Starts its process again on the same files. */
    void start();

    /** Starts it again so that it prepares no transactions, as one is that nobody has configured. */
    void startAsItComes();

    /** Lets Parley's user log in, or refuses it, from the next connection on. */
    void admit(boolean user);

    /** Tells its process, and those it has started. */
    void signal(Signal signal);
}
