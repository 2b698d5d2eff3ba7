package dev.parley.engine.journal;

import dev.parley.engine.jdbc.ColumnLists;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The inbox in PostgreSQL: one statement enters all of them. What another transaction has entered and not ended cannot
 * be seen there, nor found out without waiting for it; so whoever enters a request takes an advisory lock for its key,
 * which is held until the transaction ends, in doubt or not.
 */
final class InboxTogether extends Inbox {

    private static final String LOCK = "(hashtextextended(sender || ' ' || message_id, 0))";
    private static final String WAITING = insertWhere("pg_advisory_xact_lock" + LOCK + " is not null");
    private static final String NOT_WAITING = insertWhere("pg_try_advisory_xact_lock" + LOCK);

    InboxTogether(Connection connection) {
        super(connection);
    }

    private static String insertWhere(String locked) {
        return "insert into parley_inbox (sender, message_id, conversation_id, content_hash)"
                + " select sender, message_id, conversation_id, content_hash from "
                + ColumnLists.rows("varchar", "varchar", "varchar", "varchar")
                + " as e (sender, message_id, conversation_id, content_hash) where " + locked
                + " on conflict do nothing returning sender, message_id";
    }

    @Override
    List<InboxResult> enterInOrder(List<InboxEntry> entries, boolean waits) throws SQLException {
        Set<InboxEntry.Key> inserted = insert(entries, waits ? WAITING : NOT_WAITING);
        List<InboxResult> results = new ArrayList<>();
        for (InboxEntry entry : entries) {
            // The first of those with the same key is the one that went in
            results.add(inserted.remove(entry.key()) ? new InboxResult(true, entry) : before(entry, waits));
        }
        return results;
    }

    private InboxResult before(InboxEntry entry, boolean waits) throws SQLException {
        InboxEntry there = find(entry.key());
        if (there != null) {
            return new InboxResult(false, there);
        }
        if (waits) {
            throw gone(entry.key());
        }
        return InboxResult.locked(entry);
    }

    private Set<InboxEntry.Key> insert(List<InboxEntry> entries, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new ColumnLists<>(statement, 1, entries)
                    .texts(InboxEntry::sender)
                    .texts(InboxEntry::messageId)
                    .texts(InboxEntry::conversationId)
                    .texts(InboxEntry::contentHash);
            Set<InboxEntry.Key> inserted = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    inserted.add(new InboxEntry.Key(rows.getString(1), rows.getString(2)));
                }
            }
            return inserted;
        }
    }
}
