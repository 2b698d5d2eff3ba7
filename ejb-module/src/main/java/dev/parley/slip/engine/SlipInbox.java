package dev.parley.slip.engine;

import dev.parley.engine.commit.Collision;
import dev.parley.engine.jdbc.Patience;
import dev.parley.engine.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The table of what was received of slips: orders, and hops. The unique key decides who was first. */
final class SlipInbox {

    private static final String INSERT = "insert into parley_slip_inbox (sender, message_id, slip_id, content_hash,"
            + " kept_until) select cast(? as varchar(300)), cast(? as varchar(255)), cast(? as varchar(64)),"
            + " cast(? as char(64)), cast(? as timestamp(6) with time zone) on conflict do nothing";
    private static final String SELECT =
            "select slip_id, content_hash from parley_slip_inbox where sender = ? and message_id = ?";
    private static final String DELETE = "delete from parley_slip_inbox where (sender, message_id) in"
            + " (select sender, message_id from parley_slip_inbox where kept_until < ? order by kept_until"
            + " limit ?)";
    private static final String NEXT = "select min(kept_until) from parley_slip_inbox";

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::sender).thenComparing(Row::messageId);

    /** The milliseconds that a caller is kept waiting for another transaction that enters the same. */
    private static final int SHORT = 500;

    private final Connection connection;

    SlipInbox(Connection connection) {
        this.connection = connection;
    }

    /**
     * A row of it.
     *
     * @param sender whose message it is: who has ordered, or the slip itself
     * @param messageId its id, or the hop
     * @param slipId the slip
     * @param contentHash what it says
     * @param keptUntil when nobody sends it again
     */
    record Row(String sender, String messageId, String slipId, String contentHash, Instant keptUntil) {

        static Row ofHop(String slipId, String hop, String contentHash, Instant keptUntil) {
            return new Row("slip:" + slipId, hop, slipId, contentHash, keptUntil);
        }
    }

    /** What stands there now. */
    record Entry(boolean isNew, String slipId, String contentHash) {}

    /**
     * Enters rows, in the order of their keys: so nobody waits in a circle.
     *
     * @return what stands there now, in the order of the rows
     */
    List<Entry> enter(List<Row> rows) throws SQLException {
        List<Integer> order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(rows::get, ORDER))
                .toList();
        Entry[] entries = new Entry[rows.size()];
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int place : order) {
                Row row = rows.get(place);
                insert.setString(1, row.sender());
                insert.setString(2, row.messageId());
                insert.setString(3, row.slipId());
                insert.setString(4, row.contentHash());
                insert.setObject(5, Sql.time(row.keptUntil()));
                boolean isNew = insert.executeUpdate() == 1;
                entries[place] = isNew ? new Entry(true, row.slipId(), row.contentHash()) : there(row);
            }
        }
        return List.of(entries);
    }

    /**
     * The same, for a caller who waits in a thread of the server's.
     *
     * @throws dev.parley.engine.commit.Locked if another transaction enters the same, and does not end soon
     */
    List<Entry> enterSoon(List<Row> rows) throws SQLException {
        return Patience.limited(connection, SHORT, () -> enter(rows));
    }

    private Entry there(Row row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, row.sender());
            select.setString(2, row.messageId());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw Collision.overtaken("The inbox of slips refused " + row.messageId() + " of " + row.sender()
                            + " and has it not: it was removed just now");
                }
                return new Entry(false, found.getString(1), found.getString(2));
            }
        }
    }

    /** Removes rows whose time is over; how many. */
    int removeEnded(Instant now, int most) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, Sql.time(now));
            delete.setInt(2, most);
            return delete.executeUpdate();
        }
    }

    /** The time at which the next one's is over. */
    Optional<Instant> next() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.ofNullable(Sql.instantOrNull(row, 1)) : Optional.empty();
        }
    }
}
