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

/**
 * Puts messages of 100 bytes into a mailbox that look as if its owner had sent them an hour ago, to be kept for a week.
 */
@Path("mailbox")
@RequestScoped
public class MailboxFiller {

    private static final int AT_ONCE = 10_000;

    private static final String MAIL =
            """
            insert into parley_mail (mailbox, message_id, sender, type, body, size, sent_at, expires_at, available_at, due_at, deliveries)
            select id, %1$s, 'user:' || owner, 'bench', '"' || repeat('x', 100) || '"', 102,
                current_timestamp - interval '1' hour, current_timestamp + interval '7' day,
                current_timestamp - interval '1' hour, current_timestamp + interval '7' day, 0
            from parley_mailbox, %2$s
            where name = ?""";

    private static final String SIZE =
            """
            update parley_mailbox_size set messages = messages + ?, bytes = bytes + ?
            where mailbox = (select id from parley_mailbox where name = ?)""";

    private static final int BYTES = 102;

    private static final String MANY =
            """
            insert into parley_mailbox (name, version, owner, definition, updated_at, updated_by)
            select 'many-' || n, nextval('parley_mailbox_version'), owner, definition, current_timestamp, owner
            from parley_mailbox, %s
            where name = ?""";

    private static final String THEIR_SIZES =
            """
            insert into parley_mailbox_size (mailbox, messages, bytes)
            select id, 1, 102 from parley_mailbox where name like 'many-%'""";

    private static final String THEIR_MAIL =
            """
            insert into parley_mail (mailbox, message_id, sender, type, body, size, sent_at, expires_at, available_at, due_at, deliveries)
            select id, name, 'user:' || owner, 'bench', '"' || repeat('x', 100) || '"', 102,
                current_timestamp - interval '1' hour, current_timestamp + interval '7' day,
                current_timestamp - interval '1' hour, current_timestamp + interval '7' day, 0
            from parley_mailbox
            where name like 'many-%'""";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Adds so many, a multiple of 10,000; then the database looks at what it has, as it would in time by itself. */
    @POST
    public Response fill(@QueryParam("name") String name, @QueryParam("messages") int messages) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String id = "cast(" + (h2 ? "random_uuid()" : "gen_random_uuid()") + " as varchar)";
            String numbers = (h2 ? "system_range" : "generate_series") + "(1, " + AT_ONCE + ") numbers (n)";
            for (int filled = 0; filled < messages; filled += AT_ONCE) {
                fill(connection, MAIL.formatted(id, numbers), name);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
        return Response.accepted().build();
    }

    /** Makes so many mailboxes like that one, each with a message. */
    @POST
    @Path("many")
    public Response fillMany(@QueryParam("name") String name, @QueryParam("count") int count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String numbers = (h2 ? "system_range" : "generate_series") + "(1, " + count + ") numbers (n)";
            try (PreparedStatement insert = connection.prepareStatement(MANY.formatted(numbers))) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(THEIR_SIZES);
                statement.execute(THEIR_MAIL);
                statement.execute("analyze");
            }
        }
        return Response.accepted().build();
    }

    private static void fill(Connection connection, String mail, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(mail);
                PreparedStatement update = connection.prepareStatement(SIZE)) {
            insert.setString(1, name);
            update.setLong(1, AT_ONCE);
            update.setLong(2, (long) AT_ONCE * BYTES);
            update.setString(3, name);
            if (insert.executeUpdate() != AT_ONCE || update.executeUpdate() != 1) {
                throw new SQLException("No mailbox " + name);
            }
        }
    }
}
