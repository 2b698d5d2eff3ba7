package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Opening;
import dev.parley.engine.config.SettingsReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final String CACHES =
            "select table_name, identity_cache from information_schema.columns where identity_cache is not null";

    private final JdbcDataSource database = new JdbcDataSource();

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void h2WritesItsFileSeldomForNewNumbers() throws SQLException {
        database.setURL("jdbc:h2:mem:migrations;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        try (Connection keepsIt = database.getConnection()) {
            Migrations migrations = new Migrations();
            migrations.database = database;
            migrations.settings = SettingsReader.read(key -> Optional.empty());
            migrations.opening = new Opening();
            migrations.migrate();
            migrations.migrate();

            assertThat(caches(keepsIt))
                    .containsEntry("parley_mail", 10_000L)
                    .containsEntry("parley_mail_group", 10_000L)
                    .containsEntry("parley_outbox", 10_000L);
        }
    }

    /** A pool without holders was everybody's, and goes on being so. */
    @Test
    void poolsThatNameNoHoldersStayEverybodys() throws SQLException {
        database.setURL("jdbc:h2:mem:holders;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        try (Connection connection = database.getConnection()) {
            migrateTo("21");
            insertPool(connection, "old", "{\"capacity\":1,\"note\":\"no \\\"holders\\\":[\"}");
            insertPool(connection, "named", "{\"capacity\":1,\"holders\":[\"ann\"]}");

            migrateTo("22");

            assertThat(pools(connection))
                    .containsEntry("old", "{\"capacity\":1,\"note\":\"no \\\"holders\\\":[\",\"holders\":[\"*\"]}")
                    .containsEntry("named", "{\"capacity\":1,\"holders\":[\"ann\"]}");
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations(Dialect.H2.migrations().toArray(String[]::new))
                .target(version)
                .load()
                .migrate();
    }

    private static void insertPool(Connection connection, String name, String definition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into parley_pool (name, version, owner,"
                + " definition, capacity, tight, lease, held, waiting, token, updated_at, updated_by)"
                + " values (?, 1, 'ann', ?, 1, 0, false, 0, 0, 0, now(), 'ann')")) {
            insert.setString(1, name);
            insert.setString(2, definition);
            insert.executeUpdate();
        }
    }

    private static Map<String, String> pools(Connection connection) throws SQLException {
        Map<String, String> pools = new TreeMap<>();
        try (ResultSet row = connection.createStatement().executeQuery("select name, definition from parley_pool")) {
            while (row.next()) {
                pools.put(row.getString(1), row.getString(2));
            }
        }
        return pools;
    }

    private static Map<String, Long> caches(Connection connection) throws SQLException {
        Map<String, Long> caches = new TreeMap<>();
        try (ResultSet row = connection.createStatement().executeQuery(CACHES)) {
            while (row.next()) {
                caches.put(row.getString(1), row.getLong(2));
            }
        }
        return caches;
    }
}
