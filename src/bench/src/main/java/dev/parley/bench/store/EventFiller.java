package dev.parley.bench.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Puts events of 500 bytes into a new topic that look as if they had been published an hour ago, kept for a week. */
@Path("events")
@RequestScoped
public class EventFiller {

    private static final int AT_ONCE = 10_000;

    private static final String EVENTS =
            """
            insert into parley_event (topic, number, message_id, sender, hash, type, source, event_key, attributes, body,
                hops, published_at, expires_at)
            select cast(? as varchar(100)), n, 'kept-' || n, 'user:alice', repeat('0', 64), 'order.placed', '/bench', null,
                '{}', '{"n":' || n || ',"note":"' || repeat('x', 480) || '"}', 0,
                current_timestamp - interval '1' hour, current_timestamp + interval '7' day
            from %s""";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Adds those with the numbers from the first to the last one; then the database looks at what it has. */
    @POST
    public Response fill(
            @QueryParam("topic") String topic, @QueryParam("first") int first, @QueryParam("last") int last)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            for (int from = first; from <= last; from += AT_ONCE) {
                insert(connection, h2, topic, from, Math.min(last, from + AT_ONCE - 1));
            }
            number(connection, topic, last);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
        return Response.accepted().build();
    }

    private static void insert(Connection connection, boolean h2, String topic, int first, int last)
            throws SQLException {
        String numbers = (h2 ? "system_range" : "generate_series") + "(" + first + ", " + last + ") numbers (n)";
        try (PreparedStatement insert = connection.prepareStatement(EVENTS.formatted(numbers))) {
            insert.setString(1, topic);
            insert.executeUpdate();
        }
    }

    private static void number(Connection connection, String topic, int last) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_topic set last_number = ? where name = ?")) {
            update.setLong(1, last);
            update.setString(2, topic);
            if (update.executeUpdate() != 1) {
                throw new SQLException("No topic " + topic);
            }
        }
    }
}
