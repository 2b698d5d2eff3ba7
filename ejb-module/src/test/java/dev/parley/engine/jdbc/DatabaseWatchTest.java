package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private static final String NAME = "jdbc:h2:mem:watched";

    private final DatabaseWatch watch = new DatabaseWatch();
    private final AtomicLong clock = new AtomicLong();

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
        watch.database = pool(() -> {});
        watch.look();
        watch.look();
        assertThat(watch.missing()).isNull();
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void aPoolThatHasNoConnectionForAMinuteIsAsBad() {
        watch.database = pool(() -> {});
        for (int i = 0; i < 3; i++) {
            watch.look();
            assertThat(watch.missing()).isNull();
        }
        watch.look();
        assertThat(watch.missing()).contains("parley.database.pool");
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void aDatabaseThatIsSilentIsMissedWhileALookWaitsForIt() {
        List<String> seen = new ArrayList<>();
        watch.nanoTime = clock::get;
        watch.database = pool(() -> {
            clock.addAndGet(TimeUnit.SECONDS.toNanos(19));
            seen.add(watch.missing());
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            seen.add(watch.missing());
        });
        watch.look();
        assertThat(seen.get(0))
                .as("the pool lets it wait for 10 s, the connection for 5")
                .isNull();
        assertThat(seen.get(1)).contains("silent");
        assertThat(watch.missing()).as("it has said something").isNull();
    }

    private DataSource pool(Runnable waiting) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (pool, method, arguments) -> {
                    waiting.run();
                    throw new SQLException("IJ000655: No managed connections available");
                });
    }

    private static DataSource of(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }
}
