package dev.parley.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL that lives as long as this process. */
final class PostgreSql {

    private static final String CONNECTIONS = "200";

    private PostgreSql() {}

    /**
     * Starts it.
     *
     * @param durable whether it waits for the disk
     */
    static EmbeddedPostgres start(File directory, boolean durable) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory)
                .setCleanDataDirectory(true)
                .setServerConfig("max_connections", CONNECTIONS)
                .setServerConfig("max_prepared_transactions", CONNECTIONS)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", durable ? "on" : "off")
                .start();
    }

    /** Where a database is that {@link #empty} has made, for whoever speaks JDBC. */
    static String url(Map<String, String> found) {
        return "jdbc:postgresql://" + found.get("parley.database.server") + ":" + found.get("parley.database.port")
                + "/" + found.get("parley.database.name") + "?user=" + found.get("parley.database.user");
    }

    /**
     * Makes an empty database of that name in it, and says how a server finds it.
     *
     * @param port at which the server speaks to it
     */
    static Map<String, String> empty(EmbeddedPostgres postgres, String name, int port) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "parley.database.server",
                "127.0.0.1",
                "parley.database.port",
                String.valueOf(port),
                "parley.database.name",
                name,
                "parley.database.user",
                "postgres");
    }
}
