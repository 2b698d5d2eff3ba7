package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Opening;
import dev.parley.engine.config.SettingsReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
