package dev.parley.engine.jdbc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The step from columns for each pattern to one column with the state of the pattern that the column {@code pattern}
 * names. In Java and not in SQL: what an operation kept for its next turn is up to a megabyte of text, and goes into a
 * JSON string without a character changed, on every database.
 *
 * <p>A crash leaves the old columns as they were: they are dropped last, and what was filled is filled again.
 */
public final class PatternStateMigration implements JavaMigration {

    private static final int BATCH = 500;

    private static final String OLD =
            "select id, ticket, provider, asked, pausing, step_at, message_group, turn, awaiting, kept_state"
                    + " from parley_conversation where turn is not null or (ticket is not null and step_at is not null)";

    private static final List<String> DROPPED = List.of(
            "ticket", "provider", "asked", "pausing", "step_at", "message_group", "turn", "awaiting", "kept_state");

    private static final String IS_THERE = "select count(*) from information_schema.columns"
            + " where lower(table_name) = 'parley_conversation' and lower(column_name) = 'ticket'";

    private final boolean postgreSql;

    /** @param postgreSql true if the database is PostgreSQL; H2 otherwise */
    public PatternStateMigration(boolean postgreSql) {
        this.postgreSql = postgreSql;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("11");
    }

    @Override
    public String getDescription() {
        return "pattern state";
    }

    @Override
    public Integer getChecksum() {
        return 11;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table parley_conversation add column if not exists pattern varchar(40)"
                    + " default 'exchange' not null");
            // What H2 calls varchar ends at a megabyte.
            statement.execute("alter table parley_conversation add column if not exists pattern_state "
                    + (postgreSql ? "text" : "character large object"));
            if (hasOldColumns(statement)) {
                fill(connection);
                statement.execute(drop());
            }
            statement.execute("alter table parley_conversation alter column pattern drop default");
        }
    }

    /** H2 commits each statement that changes a table: what comes after this one may be missing. */
    private static boolean hasOldColumns(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(IS_THERE)) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    private String drop() {
        return "alter table parley_conversation drop column "
                + String.join(postgreSql ? ", drop column " : ", ", DROPPED);
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "update parley_conversation set pattern = ?, pattern_state = ? where id = ?")) {
            select.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet row = select.executeQuery(OLD)) {
                while (row.next()) {
                    boolean turns = row.getObject("turn") != null;
                    update.setString(1, turns ? "turn" : "exchange");
                    update.setString(2, turns ? turns(row) : providerCall(row));
                    update.setString(3, row.getString("id"));
                    update.addBatch();
                    waiting++;
                    if (waiting % BATCH == 0) {
                        update.executeBatch();
                    }
                }
            }
            update.executeBatch();
        }
    }

    private static String turns(ResultSet row) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", row.getInt("turn"))
                .put("awaiting", row.getBoolean("awaiting"));
        return put(json, "state", row.getString("kept_state")).toString();
    }

    private static String providerCall(ResultSet row) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("ticket", row.getString("ticket"))
                .put("attempt", row.getInt("asked"))
                .put("pausing", row.getBoolean("pausing"))
                .put(
                        "until",
                        row.getObject("step_at", OffsetDateTime.class)
                                .toInstant()
                                .toString());
        put(json, "provider", row.getString("provider"));
        return put(json, "group", row.getString("message_group")).toString();
    }

    private static ObjectNode put(ObjectNode json, String member, @Nullable String value) {
        return value == null ? json : json.put(member, value);
    }
}
