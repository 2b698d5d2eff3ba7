package dev.parley.slip.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.commit.Locked;
import dev.parley.engine.jdbc.MigratedH2;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of what was received of slips, in a database in memory. */
class SlipInboxTest {

    private static final SlipInbox.Row ROW =
            new SlipInbox.Row("user:ann", "m1", "s1", "0".repeat(64), Instant.parse("2026-01-31T12:00:00Z"));

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void prepare() {
        database.setURL(
                "jdbc:h2:mem:slips;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
        MigratedH2.prepare(database);
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /**
     * A crash may leave the first order in doubt: whoever repeats it is not to hold a thread of the server for long.
     */
    @Test
    void keepsACallerWaitingForAMomentOnly() throws SQLException {
        try (Connection first = begin();
                Connection again = begin()) {
            new SlipInbox(first).enter(List.of(ROW));

            assertThatThrownBy(() -> new SlipInbox(again).enterSoon(List.of(ROW)))
                    .isInstanceOf(Locked.class);
            again.rollback();
            first.commit();

            assertThat(new SlipInbox(again).enterSoon(List.of(ROW)))
                    .extracting(SlipInbox.Entry::isNew)
                    .containsExactly(false);
            again.commit();
        }
    }
}
