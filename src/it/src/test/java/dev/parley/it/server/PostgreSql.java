package dev.parley.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL for this Java process, which ends with it; each server gets a new database in it. */
final class PostgreSql implements Database {

    private static final String CONNECTIONS = "200";
    private static final String USER = "parley";
    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable EmbeddedPostgres running;

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
        EmbeddedPostgres postgres = running();
        execute(postgres, "create database " + name + " owner " + USER);
        return Map.of(
                "parley.database.server",
                "127.0.0.1",
                "parley.database.port",
                String.valueOf(postgres.getPort()),
                "parley.database.name",
                name,
                "parley.database.user",
                USER);
    }

    @Override
    public String countInDoubt() {
        return "select count(*) from pg_prepared_xacts where database = current_database()";
    }

    private static synchronized EmbeddedPostgres running() {
        if (running == null) {
            EmbeddedPostgres started = start();
            execute(started, "create role " + USER + " login");
            running = started;
        }
        return running;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            ServerNames.work().resolve("postgresql").toFile())
                    .setCleanDataDirectory(true)
                    .setServerConfig("max_connections", CONNECTIONS)
                    .setServerConfig("max_prepared_transactions", CONNECTIONS)
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
