package dev.parley.engine.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The inbox's table. The unique key decides who was first; nobody looks before inserting. */
final class Inbox {

    /**
     * The statement, which is none with VALUES: with reWriteBatchedInserts PostgreSQL's driver makes one statement of
     * many, and does not say which rows were new.
     */
    private static final String INSERT = "insert into parley_inbox (sender, message_id, conversation_id, content_hash)"
            + " select cast(? as varchar(300)), cast(? as varchar(255)), cast(? as varchar(64)), cast(? as char(64))"
            + " on conflict do nothing";

    private static final String SELECT =
            "select conversation_id, content_hash from parley_inbox where sender = ? and message_id = ?";
    private static final String DELETE = "delete from parley_inbox where sender = ? and message_id = ?";

    private final Connection connection;

    Inbox(Connection connection) {
        this.connection = connection;
    }

    /**
     * Enters the requests, in the order of their keys: two transactions that enter the same ones wait for each other,
     * but never in a circle.
     */
    List<InboxResult> register(List<InboxEntry> entries) throws SQLException {
        List<Integer> order = IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparing(i -> entries.get(i).key()))
                .toList();
        int[] inserted = insert(order.stream().map(entries::get).toList());
        InboxResult[] registrations = new InboxResult[entries.size()];
        for (int i = 0; i < inserted.length; i++) {
            InboxEntry entry = entries.get(order.get(i));
            registrations[order.get(i)] = inserted[i] == 1 ? new InboxResult(true, entry) : there(entry, inserted[i]);
        }
        return List.of(registrations);
    }

    /** A driver that does not say how many rows went in leaves it to the row itself to say whose it is. */
    private InboxResult there(InboxEntry entry, int inserted) throws SQLException {
        InboxEntry there = select(entry.key());
        boolean isMine =
                inserted == Statement.SUCCESS_NO_INFO && there.conversationId().equals(entry.conversationId());
        return new InboxResult(isMine, there);
    }

    private int[] insert(List<InboxEntry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (InboxEntry entry : entries) {
                statement.setString(1, entry.sender());
                statement.setString(2, entry.messageId());
                statement.setString(3, entry.conversationId());
                statement.setString(4, entry.contentHash());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    private InboxEntry select(InboxEntry.Key key) throws SQLException {
        return find(key)
                .orElseThrow(() ->
                        new SQLException("The inbox refused " + key + " and has it not: its retention ended just now"));
    }

    private Optional<InboxEntry> find(InboxEntry.Key key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, key.sender());
            statement.setString(2, key.messageId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new InboxEntry(key.sender(), key.messageId(), row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** The conversations that were begun under those keys, as far as they are there. */
    List<String> conversations(Collection<InboxEntry.Key> keys) throws SQLException {
        List<String> found = new ArrayList<>();
        for (InboxEntry.Key key : keys) {
            find(key).map(InboxEntry::conversationId).ifPresent(found::add);
        }
        return found;
    }

    void remove(List<InboxEntry.Key> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (InboxEntry.Key key : new ArrayList<>(keys)) {
                statement.setString(1, key.sender());
                statement.setString(2, key.messageId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
