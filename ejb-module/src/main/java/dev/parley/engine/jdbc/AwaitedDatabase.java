package dev.parley.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database while it is not known whether it is there: why it is not, and what an operator does about that. */
final class AwaitedDatabase {

    private static final int SECONDS_TO_ANSWER = 5;

    private static final int DEEPEST = 20;

    private static final String UNREACHABLE = "start it, or correct parley.database.server and parley.database.port";

    /** It is there, and has no connection more for now. */
    private static final String SHORT_OF_CONNECTIONS = "53";

    /** By SQL state, or the class that it begins with. */
    private static final Map<String, String> WHAT_TO_DO = Map.of(
            "08", UNREACHABLE,
            "28", "correct parley.database.user or parley.database.password",
            "3D", "create it, or correct parley.database.name",
            "57", "it starts or stops",
            "53", "let it have more connections, or give the nodes smaller pools (parley.database.pool)");

    private AwaitedDatabase() {}

    /**
     * What was seen of it.
     *
     * @param missing why no connection can be had, with what to do; null if one can
     * @param isOfDatabase false if it was not asked, as when all connections of the pool are in use
     */
    record Look(@Nullable String missing, boolean isOfDatabase) {}

    /** Why no connection can be had, with what to do; null if one can. */
    static @Nullable String missing(DataSource database) {
        return look(database).missing();
    }

    /** Looks at it. What the driver has thrown has a state, what the pool throws by itself has none. */
    static Look look(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new Look(
                    connection.isValid(SECONDS_TO_ANSWER) ? null : "the database does not answer: " + UNREACHABLE,
                    true);
        } catch (SQLException e) {
            String state = innermost(e).getSQLState();
            return new Look(sentence(e), state != null && !state.startsWith(SHORT_OF_CONNECTIONS));
        }
    }

    /** The pool wraps what the driver has thrown, which is the one that says something. */
    static String sentence(SQLException thrown) {
        SQLException innermost = innermost(thrown);
        return "the database cannot be reached (" + oneLine(innermost.getMessage()) + "): "
                + whatToDo(innermost.getSQLState());
    }

    private static SQLException innermost(SQLException thrown) {
        SQLException innermost = thrown;
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException said) {
                innermost = said;
            }
            cause = cause.getCause();
        }
        return innermost;
    }

    private static String oneLine(@Nullable String text) {
        return text == null
                ? "it is not said why"
                : text.replaceAll("\\s+", " ").strip();
    }

    private static String whatToDo(@Nullable String state) {
        return state == null || state.length() < 2
                ? UNREACHABLE
                : WHAT_TO_DO.getOrDefault(state.substring(0, 2), UNREACHABLE);
    }
}
