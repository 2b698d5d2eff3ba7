package dev.parley.topic.engine;

import dev.parley.engine.metrics.Measured;
import dev.parley.engine.metrics.Measurement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The number of events by which the last of a topic's subscriptions is behind. */
@ApplicationScoped
class MeasuredTopics implements Measured {

    private static final int MOST = 1_000;

    private static final String LAG = "select t.name, max(t.last_number - s.done) from parley_topic t"
            + " join parley_subscription s on s.topic = t.name group by t.name order by t.name limit " + MOST;

    @Override
    public List<Measurement> measure(Connection connection) throws SQLException {
        List<Measurement> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LAG);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(Measurement.of("parley.topic.lag", "topic", row.getString(1), Math.max(0, row.getLong(2))));
            }
        }
        return all;
    }
}
