package dev.parley.bench.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Puts conversations into the store that look as if they had been held: ended an hour ago and kept for a week, each
 * with its inbox entry, a request and a reply of 500 bytes.
 */
@Path("store")
@RequestScoped
public class StoreFiller {

    private static final String CONVERSATIONS =
            """
            insert into parley_conversation (id, version, status, operation, exchange, sender, message_id, correlation_id,
                reply_to, acknowledge, attempts, journal_length, created_at, updated_at, expires_at, ended, due_at, pattern)
            select '01a00000-0000-7000-8000-' || lpad(cast(n as varchar), 12, '0'), 1, 'SUCCEEDED', 'bench-echo', 'in-out',
                'temporary:' || cast(mod(n, 1000) as varchar), %1$s, 'ID:' || %1$s, 'temporary:' || cast(mod(n, 1000) as varchar),
                false, 0, 2, current_timestamp - interval '1' hour, current_timestamp - interval '1' hour, current_timestamp, true,
                current_timestamp + interval '7' day, 'exchange'
            from %2$s""";

    private static final String INBOX =
            """
            insert into parley_inbox (sender, message_id, conversation_id, content_hash)
            select sender, message_id, id, repeat('0', 64) from parley_conversation where""";

    private static final String JOURNAL =
            """
            insert into parley_journal (conversation_id, sequence, direction, kind, type, sent_from, sent_to, message_id,
                correlation_id, at, body)
            select id, %1$d, '%2$s', '%3$s', operation, sender, reply_to, message_id, correlation_id, created_at, repeat('x', 500)
            from parley_conversation where""";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Removes all conversations, those that were really held, too. */
    @POST
    @Path("empty")
    public Response empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("parley_conversation", "parley_inbox", "parley_journal")) {
                statement.executeUpdate("truncate table " + table);
            }
        }
        return Response.accepted().build();
    }

    /** Adds those with numbers from the first to the last one. */
    @POST
    public Response fill(@QueryParam("first") long first, @QueryParam("last") long last) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String these = between(first, last);
            statement.executeUpdate(CONVERSATIONS.formatted(uuid(h2), numbers(h2, first, last)));
            statement.executeUpdate(JOURNAL.formatted(1, "IN", "REQUEST") + these);
            statement.executeUpdate(JOURNAL.formatted(2, "OUT", "REPLY") + these);
        }
        return Response.accepted().build();
    }

    /**
     * Enters those into the inbox, all at once and in the order of its key: one by one, each would be somewhere else in
     * a large index. Then the database looks at what it has, as it would in time by itself.
     */
    @POST
    @Path("inbox")
    public Response fillInbox(@QueryParam("first") long first, @QueryParam("last") long last) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(INBOX + between(first, last) + " order by sender, message_id");
            statement.execute("analyze");
        }
        return Response.accepted().build();
    }

    private static String between(long first, long last) {
        return " id between '" + id(first) + "' and '" + id(last) + "'";
    }

    private static String id(long number) {
        return "01a00000-0000-7000-8000-%012d".formatted(number);
    }

    private static String uuid(boolean h2) {
        return "cast(" + (h2 ? "random_uuid()" : "gen_random_uuid()") + " as varchar)";
    }

    private static String numbers(boolean h2, long first, long last) {
        return (h2 ? "system_range" : "generate_series") + "(" + first + ", " + last + ") numbers (n)";
    }
}
