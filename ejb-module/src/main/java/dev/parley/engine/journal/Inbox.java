package dev.parley.engine.journal;

import dev.parley.engine.commit.Collision;
import dev.parley.engine.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The inbox's table. The unique key decides who was first; nobody looks before inserting. */
abstract class Inbox {

    private static final String SELECT =
            "select conversation_id, content_hash from parley_inbox where sender = ? and message_id = ?";
    private static final String DELETE = "delete from parley_inbox where sender = ? and message_id = ?";

    final Connection connection;

    Inbox(Connection connection) {
        this.connection = connection;
    }

    /** The inbox as the connection's database has it. */
    static Inbox of(Connection connection) throws SQLException {
        return Dialect.of(connection).worksTogether() ? new InboxTogether(connection) : new InboxOneByOne(connection);
    }

    /**
     * Enters the requests, in the order of their keys: two transactions that enter the same ones wait for each other,
     * but never in a circle.
     */
    List<InboxResult> register(List<InboxEntry> entries) throws SQLException {
        return enter(entries, true);
    }

    /** Enters the requests that no other transaction is entering. */
    List<InboxResult> registerWithoutWaiting(List<InboxEntry> entries) throws SQLException {
        return enter(entries, false);
    }

    private List<InboxResult> enter(List<InboxEntry> entries, boolean waits) throws SQLException {
        List<Integer> order = IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparing(i -> entries.get(i).key()))
                .toList();
        List<InboxResult> entered =
                enterInOrder(order.stream().map(entries::get).toList(), waits);
        InboxResult[] results = new InboxResult[entries.size()];
        for (int i = 0; i < results.length; i++) {
            results[order.get(i)] = entered.get(i);
        }
        return List.of(results);
    }

    /** Enters requests that are in the order of their keys. */
    abstract List<InboxResult> enterInOrder(List<InboxEntry> entries, boolean waits) throws SQLException;

    /** The exception for a key that was refused, and is not there. */
    static SQLException gone(InboxEntry.Key key) {
        return Collision.overtaken("The inbox refused " + key + " and has it not: its retention ended just now");
    }

    /** The request of that key that is there, or null. */
    final @Nullable InboxEntry find(InboxEntry.Key key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, key.sender());
            statement.setString(2, key.messageId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new InboxEntry(key.sender(), key.messageId(), row.getString(1), row.getString(2))
                        : null;
            }
        }
    }

    /** The conversations that were begun under those keys, as far as they are there. */
    final List<String> conversations(Collection<InboxEntry.Key> keys) throws SQLException {
        List<String> found = new ArrayList<>();
        for (InboxEntry.Key key : keys) {
            InboxEntry entry = find(key);
            if (entry != null) {
                found.add(entry.conversationId());
            }
        }
        return found;
    }

    final void remove(Collection<InboxEntry.Key> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (InboxEntry.Key key : keys) {
                statement.setString(1, key.sender());
                statement.setString(2, key.messageId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
