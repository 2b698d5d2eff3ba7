package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private static final String NAME = "jdbc:h2:mem:watched";

    private final DatabaseWatch watch = new DatabaseWatch();

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void itIsMissedWhileItIsAwayAndNotBeforeNorAfterwards() throws SQLException {
        watch.database = of(NAME + ";IFEXISTS=TRUE");
        try (Connection there = of(NAME).getConnection()) {
            watch.look();
            assertThat(watch.missing()).isNull();
            assertThat(there.isClosed()).isFalse();
        }
        watch.look();
        assertThat(watch.missing()).as("one connection may have been cut").isNull();
        watch.look();
        assertThat(watch.missing()).contains("the database cannot be reached");
        try (Connection back = of(NAME).getConnection()) {
            watch.look();
            assertThat(watch.missing()).isNull();
            assertThat(back.isClosed()).isFalse();
        }
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void aPoolWhoseConnectionsAreAllInUseSaysNothingOfTheDatabase() {
        watch.database = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (pool, method, arguments) -> {
                    throw new SQLException("IJ000655: No managed connections available");
                });
        watch.look();
        watch.look();
        assertThat(watch.missing()).isNull();
    }

    private static DataSource of(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }
}
