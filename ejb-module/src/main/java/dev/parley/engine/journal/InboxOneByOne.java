package dev.parley.engine.journal;

import dev.parley.engine.jdbc.Patience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The inbox in H2, where a round trip costs nothing, and a statement that fails leaves the others. */
final class InboxOneByOne extends Inbox {

    private static final String INSERT = "insert into parley_inbox (sender, message_id, conversation_id, content_hash)"
            + " values (?, ?, ?, ?) on conflict do nothing";

    /** The milliseconds to wait for a lock where nobody is to wait. */
    private static final int SHORTEST = 1;

    InboxOneByOne(Connection connection) {
        super(connection);
    }

    @Override
    List<InboxResult> enterInOrder(List<InboxEntry> entries, boolean waits) throws SQLException {
        return waits ? insert(entries, true) : Patience.limited(connection, SHORTEST, () -> insert(entries, false));
    }

    private List<InboxResult> insert(List<InboxEntry> entries, boolean waits) throws SQLException {
        List<InboxResult> results = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (InboxEntry entry : entries) {
                results.add(insert(statement, entry, waits));
            }
        }
        return results;
    }

    private InboxResult insert(PreparedStatement statement, InboxEntry entry, boolean waits) throws SQLException {
        statement.setString(1, entry.sender());
        statement.setString(2, entry.messageId());
        statement.setString(3, entry.conversationId());
        statement.setString(4, entry.contentHash());
        try {
            return statement.executeUpdate() == 1 ? new InboxResult(true, entry) : before(entry);
        } catch (SQLException e) {
            if (!waits && Patience.isAtItsEnd(e)) {
                return InboxResult.locked(entry);
            }
            throw e;
        }
    }

    private InboxResult before(InboxEntry entry) throws SQLException {
        InboxEntry there = find(entry.key());
        if (there == null) {
            throw gone(entry.key());
        }
        return new InboxResult(false, there);
    }
}
