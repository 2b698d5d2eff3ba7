package dev.parley.it.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Each server gets a new database in a PostgreSQL. */
final class PostgreSql implements Database {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable PostgreSqlProcess shared;

    private final PostgreSqlProcess process;

    private PostgreSql(PostgreSqlProcess process) {
        this.process = process;
    }

    /** In the one PostgreSQL for this Java process. */
    static synchronized PostgreSql shared() {
        if (shared == null) {
            shared = PostgreSqlProcess.startFresh("postgresql-shared");
        }
        return new PostgreSql(shared);
    }

    /** In one that nobody else uses. */
    static PostgreSql ofItsOwn(String server) {
        return new PostgreSql(PostgreSqlProcess.startFresh("postgresql-" + server));
    }

    @Override
    public String serverConfig() {
        return ServerNames.POSTGRESQL_SERVER_CONFIG;
    }

    @Override
    public String outboxServerConfig() {
        return "standalone-full-postgresql-outbox.xml";
    }

    @Override
    public Map<String, String> makeFor(String server) {
        // Never dropped: a database with a transaction in doubt cannot be.
        String name = server.replace('-', '_') + "_" + MADE.incrementAndGet();
        process.execute("create database " + name + " owner " + PostgreSqlProcess.USER);
        return Map.of(
                "parley.database.server",
                "127.0.0.1",
                "parley.database.port",
                String.valueOf(process.port()),
                "parley.database.name",
                name,
                "parley.database.user",
                PostgreSqlProcess.USER);
    }

    @Override
    public void run(String script, Path directory, Map<String, String> properties, String password) {
        process.execute(script, properties.getOrDefault("parley.database.name", ""));
    }

    @Override
    public String countInDoubt() {
        return "select count(*) from pg_prepared_xacts where database = current_database()";
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void start() {
        process.start();
    }

    @Override
    public void startAsItComes() {
        process.startWithoutPreparedTransactions();
    }

    @Override
    public void admit(boolean user) {
        process.execute("alter role " + PostgreSqlProcess.USER + (user ? " login" : " nologin"));
    }

    @Override
    public void signal(Signal signal) {
        process.signal(signal);
    }
}
