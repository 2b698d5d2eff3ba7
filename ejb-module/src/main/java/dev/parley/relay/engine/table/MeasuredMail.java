package dev.parley.relay.engine.table;

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
import java.time.Instant;
import java.util.List;

/** The number of messages that could be received from mailboxes now: of all together, for there may be ten thousand. */
@ApplicationScoped
class MeasuredMail implements Measured {

    /** More than that is too many, however many there are. */
    private static final int MOST = 100_000;

    private static final String READY = "select count(*) from (select 1 from parley_mail where available_at <= ?"
            + " and expires_at > ? limit " + MOST + ") as ready";

    @Inject
    Clock clock;

    @Override
    public List<Measurement> measure(Connection connection) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement select = connection.prepareStatement(READY)) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? List.of(Measurement.of("parley.mailbox.ready", row.getLong(1))) : List.of();
            }
        }
    }
}
