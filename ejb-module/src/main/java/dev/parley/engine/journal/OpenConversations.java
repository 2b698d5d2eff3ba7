package dev.parley.engine.journal;

import dev.parley.engine.metrics.Measured;
import dev.parley.engine.metrics.Measurement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of conversations that go on, and of those among them that need somebody. */
@ApplicationScoped
class OpenConversations implements Measured {

    /** What is due is done within a second or two, if anything is. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final String COUNT = "select count(*),"
            + " coalesce(sum(case when status = 'STUCK' then 1 else 0 end), 0),"
            + " coalesce(sum(case when last_failure is not null then 1 else 0 end), 0),"
            + " coalesce(sum(case when due_at <= ? or expires_at <= ? then 1 else 0 end), 0),"
            + " min(due_at), min(expires_at)"
            + " from parley_conversation where ended = false";

    @Inject
    Clock clock;

    @Override
    public List<Measurement> measure(Connection connection) throws SQLException {
        Instant now = clock.instant();
        Timestamp late = Timestamp.from(now.minus(GRACE));
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setTimestamp(1, late);
            select.setTimestamp(2, late);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? List.of(
                                Measurement.of("parley.open", row.getLong(1)),
                                Measurement.of("parley.stuck", row.getLong(2)),
                                Measurement.of("parley.failing", row.getLong(3)),
                                Measurement.of("parley.overdue", row.getLong(4)),
                                Measurement.of(
                                        "parley.due.oldest",
                                        Math.max(late(row.getTimestamp(5), now), late(row.getTimestamp(6), now))))
                        : List.of();
            }
        }
    }

    /** The seconds since something was due; none if that is to come, or nothing is. */
    private static long late(@Nullable Timestamp due, Instant now) {
        return due == null
                ? 0
                : Math.max(0, Duration.between(due.toInstant(), now).toSeconds());
    }
}
