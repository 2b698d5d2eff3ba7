package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.MigratedH2;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many instances, of which one has the attribute that is looked for: nobody reads the others. The statement is the one
 * that lists of conversations make of {@code process} and {@code attribute.orderId}.
 */
class ManyInstancesTest {

    private static final int INSTANCES = 20_000;
    /** Rows that a statement may read: a few, and not one for each instance. */
    private static final int FEW = 50;

    private static final String FOUND = "select c.id from parley_conversation c where c.operation = ?"
            + " and c.id in (select a.conversation_id from parley_attribute a where a.name = ? and a.content = ?)"
            + " order by c.created_at desc, c.id desc fetch first 51 rows only";
    private static final Pattern READ = Pattern.compile("scanCount: ([0-9]+)");

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        database.setURL("jdbc:h2:mem:many-instances;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        MigratedH2.prepare(database);
        connection = database.getConnection();
        change("insert into parley_conversation (id, version, status, operation, exchange, sender, message_id,"
                + " correlation_id, acknowledge, attempts, journal_length, created_at, updated_at, expires_at, ended,"
                + " due_at) select 'c' || n, 1, 'RUNNING', 'fulfil-order', 'in-out', 'user:ann', 'm' || n, 'm' || n,"
                + " false, 0, 1, timestamp with time zone '2026-01-31 12:00:00Z', timestamp with time zone"
                + " '2026-01-31 12:00:00Z', timestamp with time zone '2026-02-01 12:00:00Z', false,"
                + " timestamp with time zone '2026-02-01 12:00:00Z'"
                + " from system_range(1, " + INSTANCES + ") numbers (n)");
        change("insert into parley_attribute (conversation_id, name, content) select 'c' || n, 'orderId', 'o-' || n"
                + " from system_range(1, " + INSTANCES + ") numbers (n)");
        change("analyze");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement found(String prefix, String order) throws SQLException {
        PreparedStatement select = connection.prepareStatement(prefix + FOUND);
        select.setString(1, "fulfil-order");
        select.setString(2, "orderId");
        select.setString(3, order);
        return select;
    }

    private List<String> found(String order) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = found("", order);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** The rows that are read for it, as the database counts them. */
    private int rowsRead(String order) throws SQLException {
        int read = 0;
        try (PreparedStatement explain = found("explain analyze ", order);
                ResultSet plan = explain.executeQuery()) {
            plan.next();
            Matcher counted = READ.matcher(plan.getString(1));
            while (counted.find()) {
                read += Integer.parseInt(counted.group(1));
            }
        }
        return read;
    }

    @Test
    void oneIsFoundAndTheOthersAreNotRead() throws SQLException {
        assertThat(found("o-17")).containsExactly("c17");
        assertThat(rowsRead("o-17")).isBetween(1, FEW);
        assertThat(found("nobody's")).isEmpty();
        assertThat(rowsRead("nobody's")).isLessThan(FEW);
    }

    /** So that it is known that what is counted are rows. */
    @Test
    void withoutTheIndexAllAreRead() throws SQLException {
        change("drop index parley_attribute_content_ix");
        assertThat(found("o-17")).containsExactly("c17");
        assertThat(rowsRead("o-17")).isGreaterThanOrEqualTo(INSTANCES);
    }
}
