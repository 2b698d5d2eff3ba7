package dev.parley.bench.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Puts grants into the store that look as if they had been held for an hour, and lets them come due. */
@Path("grants")
@RequestScoped
public class GrantFiller {

    private static final int AT_ONCE = 1_000;
    private static final int MICROS = 1_000_000;

    private static final String COLUMNS =
            """
            insert into parley_grant (pool, holder, state, asked_at, granted_at, confirmed_at, rounds, ping_attempt,
                id, ping_to, token, reference, place_at, due_at, request_key)
            """;

    private static final String HELD =
            "'user:alice', 'HELD', current_timestamp - interval '1' hour, current_timestamp - interval '1' hour,"
                    + " current_timestamp - interval '1' hour, 1, 0, ";

    /** Due within the days after tomorrow, one a second. */
    private static final String OTHERS =
            """
            select cast(? as varchar(100)), %1$s
                '01b00000-0000-7000-8000-' || lpad(cast(n * %2$d as varchar), 12, '0'), cast(? as varchar(300)), n, 'bench/' || n,
                current_timestamp - interval '1' hour, current_timestamp + interval '1' day + n * interval '1' second, null
            from %3$s""";

    private static final String WORKING = "values (?, " + HELD
            + " ?, ?, ?, ?, current_timestamp - interval '1' hour, current_timestamp + interval '400' day, ?)";

    private static final String DUE =
            """
            update parley_grant set due_at = ?, state = 'HELD', confirmed_at = null, ping_id = null, ping_attempt = 0,
                answer_by = null
            where id = ?""";

    private static final String ASKED =
            """
            update parley_grant set due_at = current_timestamp + interval '1' day, state = 'ASKED', confirmed_at = null,
                ping_id = id || '.bench', ping_attempt = 1, answer_by = current_timestamp + interval '1' day
            where pool = ? and request_key like 'working-%'""";

    /** Held leases; or what was asked for the last time. */
    private static final String EXPIRE =
            """
            update parley_grant set due_at = ?, state = ?, ping_id = %s, ping_attempt = ?, answer_by = ?
            where pool = ? and ended is null""";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Adds grants with the numbers from the first to the last one to a pool, due some other day. */
    @POST
    public Response fill(
            @QueryParam("pool") String pool,
            @QueryParam("pingTo") String pingTo,
            @QueryParam("first") int first,
            @QueryParam("last") int last)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String numbers = (h2 ? "system_range" : "generate_series") + "(" + first + ", " + last + ") numbers (n)";
            String insert = COLUMNS + OTHERS.formatted(HELD, WorkingSet.STEP, numbers);
            update(connection, insert, pool, pingTo);
            count(connection, pool, last - first + 1);
        }
        return Response.accepted().build();
    }

    /** Replaces the working set of a pool; then the database looks at what it has, as it would in time by itself. */
    @POST
    @Path("working")
    public Response work(
            @QueryParam("pool") String pool,
            @QueryParam("pingTo") String pingTo,
            @QueryParam("count") int count,
            @QueryParam("others") int others)
            throws SQLException {
        WorkingSet set = new WorkingSet(count, others);
        try (Connection connection = database.getConnection()) {
            int before = update(
                    connection, "delete from parley_grant where pool = ? and request_key like 'working-%'", pool);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(COLUMNS + WORKING)) {
                for (int number = 0; number < count; number++) {
                    set(insert, pool, set.id(number), pingTo, -number, "working/" + number, "working-" + number);
                    add(insert, number);
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            count(connection, pool, count - before);
            analyze(connection);
        }
        return Response.accepted().build();
    }

    /** Lets the first so many of the working set come due from then on, so many a second; all at once if that is 0. */
    @POST
    @Path("due")
    public Response due(
            @QueryParam("count") int count,
            @QueryParam("of") int of,
            @QueryParam("others") int others,
            @QueryParam("at") long at,
            @QueryParam("rate") int rate)
            throws SQLException {
        WorkingSet set = new WorkingSet(of, others);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(DUE)) {
                for (int number = 0; number < count; number++) {
                    long micros = rate == 0 ? 0 : (long) number * MICROS / rate;
                    set(update, time(at, micros), set.id(number));
                    add(update, number);
                }
                update.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return Response.accepted().build();
    }

    /**
     * Makes that the working set of a pool has been asked, each with the ping of its id, a dot and {@code bench}; then
     * the database looks at what it has.
     */
    @POST
    @Path("asked")
    public Response ask(@QueryParam("pool") String pool) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(connection, ASKED, pool);
            analyze(connection);
        }
        return Response.accepted().build();
    }

    /**
     * Lets all grants of a pool run out then; with attempts, as those of holders that have left so many pings
     * unanswered.
     */
    @POST
    @Path("expire")
    public Response expire(
            @QueryParam("pool") String pool, @QueryParam("at") long at, @QueryParam("attempts") int attempts)
            throws SQLException {
        boolean silent = attempts > 0;
        try (Connection connection = database.getConnection()) {
            String sql = EXPIRE.formatted(silent ? "id || '.bench'" : "null");
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                set(update, time(at, 0), silent ? "ASKED" : "HELD", attempts, time(at, 0), pool);
                update.executeUpdate();
            }
        }
        return Response.accepted().build();
    }

    /** Removes all grants. */
    @POST
    @Path("empty")
    public Response empty() throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(connection, "truncate table parley_grant");
            update(connection, "update parley_pool set held = 0, waiting = 0");
        }
        return Response.accepted().build();
    }

    /** Removes the grants of a pool. */
    @POST
    @Path("remove")
    public Response remove(@QueryParam("pool") String pool) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(connection, "delete from parley_grant where pool = ?", pool);
            update(connection, "update parley_pool set held = 0, waiting = 0 where name = ?", pool);
        }
        return Response.accepted().build();
    }

    /** When the next grant is due, in milliseconds since 1970. */
    @GET
    @Path("next")
    @Produces(MediaType.TEXT_PLAIN)
    public long next() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select due_at from parley_grant order by due_at limit 1")) {
            return row.next()
                    ? row.getObject(1, OffsetDateTime.class).toInstant().toEpochMilli()
                    : Long.MAX_VALUE;
        }
    }

    /** How many of the working set of a pool have confirmed. */
    @GET
    @Path("confirmed")
    @Produces(MediaType.TEXT_PLAIN)
    public long confirmed(@QueryParam("pool") String pool) throws SQLException {
        return count(
                "select count(*) from parley_grant where pool = ? and request_key like 'working-%' and state = 'HELD'"
                        + " and confirmed_at is not null and confirmed_at > granted_at",
                pool);
    }

    /** How many grants of a pool have ended because their holders were not heard of. */
    @GET
    @Path("ended")
    @Produces(MediaType.TEXT_PLAIN)
    public long ended(@QueryParam("pool") String pool) throws SQLException {
        return count("select count(*) from parley_grant where pool = ? and ended in ('NOT_RENEWED', 'SILENT')", pool);
    }

    private long count(String sql, String pool) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, pool);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void count(Connection connection, String pool, int more) throws SQLException {
        if (update(
                        connection,
                        "update parley_pool set held = held + ?, token = token + ? where name = ?",
                        more,
                        more,
                        pool)
                != 1) {
            throw new SQLException("No pool " + pool);
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        update(connection, h2 ? "analyze" : "vacuum analyze parley_grant");
    }

    private static void add(PreparedStatement statement, int number) throws SQLException {
        statement.addBatch();
        if (number % AT_ONCE == AT_ONCE - 1) {
            statement.executeBatch();
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime time(long millis, long micros) {
        return Instant.ofEpochMilli(millis).plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
