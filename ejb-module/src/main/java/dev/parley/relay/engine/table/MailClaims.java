package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.MailRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Locks the first messages of an order, without those that others have locked. PostgreSQL reads along an index and
 * locks as it goes. H2 locks, and sorts, all that there are before it takes the first: there, positions are read along
 * the index, and then locked one by one.
 */
final class MailClaims {

    private static final String AVAILABLE = " where mailbox = ? and available_at <= ?";
    private static final String IN_ORDER = " order by mailbox, available_at, position limit ?";
    private static final String CLAIM = MailTable.SELECT + AVAILABLE + IN_ORDER + " for update skip locked";
    private static final String UNTAKEN = MailTable.SELECT + AVAILABLE
            + " and conversation_id = ? and deliveries = 0 and lock_key is null for update skip locked";
    private static final String CANDIDATES = "select position, available_at from parley_mail" + AVAILABLE
            + " and available_at >= ? and (available_at > ? or position > ?)" + IN_ORDER;

    private static final String DUE_FIRST = " where due_at <= ? order by due_at limit ?";
    private static final String DUE = MailTable.SELECT + DUE_FIRST + " for update skip locked";
    private static final String DUE_CANDIDATES = "select position, due_at from parley_mail" + DUE_FIRST;

    private final Connection connection;
    private final Pipeline pipeline;

    MailClaims(Connection connection, Pipeline pipeline) {
        this.connection = connection;
        this.pipeline = pipeline;
    }

    /** Messages that can be received, those that can be for longest first. */
    List<MailRow> available(long mailbox, Instant now, int most) throws SQLException {
        if (!pipeline.dialect().locksAlongIndex()) {
            return availableOneByOne(mailbox, now, most);
        }
        return pipeline.ask(
                CLAIM,
                (select, first) -> {
                    select.setLong(first, mailbox);
                    select.setObject(first + 1, Sql.time(now));
                    select.setInt(first + 2, most);
                    return first + 3;
                },
                rows -> MailTable.read(rows));
    }

    private List<MailRow> availableOneByOne(long mailbox, Instant now, int most) throws SQLException {
        List<MailRow> claimed = new ArrayList<>();
        var after = PlaceInLine.BEGIN;
        boolean more = true;
        while (more && claimed.size() < most) {
            int missing = most - claimed.size();
            Map<Long, Instant> candidates = candidates(mailbox, now, after, missing);
            for (Map.Entry<Long, Instant> candidate : candidates.entrySet()) {
                after = new PlaceInLine(candidate.getValue(), candidate.getKey());
            }
            more = candidates.size() == missing;
            claimed.addAll(lock(candidates, "available_at", now));
        }
        return claimed;
    }

    private Map<Long, Instant> candidates(long mailbox, Instant now, PlaceInLine after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES)) {
            select.setLong(1, mailbox);
            select.setObject(2, Sql.time(now));
            select.setObject(3, Sql.time(after.availableAt()));
            select.setObject(4, Sql.time(after.availableAt()));
            select.setLong(5, after.position());
            select.setInt(6, most);
            return positions(select);
        }
    }

    private static Map<Long, Instant> positions(PreparedStatement select) throws SQLException {
        Map<Long, Instant> found = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getLong(1), Sql.instant(row, 2));
            }
        }
        return found;
    }

    /** Locks those that nobody else has locked and that still belong here, in the order of the candidates. */
    private List<MailRow> lock(Map<Long, Instant> candidates, String time, Instant now) throws SQLException {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Long> order = List.copyOf(candidates.keySet());
        String sql = MailTable.SELECT + " where position in (" + Sql.places(order.size()) + ") and " + time
                + " <= ? for update skip locked";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Sql.fill(select, 1, order);
            select.setObject(1 + Sql.count(order.size()), Sql.time(now));
            List<MailRow> locked = new ArrayList<>(MailTable.read(select));
            locked.sort(
                    Comparator.comparingInt(mail -> order.indexOf(mail.mail().position())));
            return locked;
        }
    }

    /** Messages of a conversation that can be received, and never were. */
    List<MailRow> untaken(long mailbox, String conversationId, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNTAKEN)) {
            select.setLong(1, mailbox);
            select.setObject(2, Sql.time(now));
            select.setString(3, conversationId);
            return MailTable.read(select);
        }
    }

    /** Messages with which something has to be done, longest due first. */
    List<MailRow> due(Instant now, int most) throws SQLException {
        boolean locksAlongIndex = pipeline.dialect().locksAlongIndex();
        try (PreparedStatement select = connection.prepareStatement(locksAlongIndex ? DUE : DUE_CANDIDATES)) {
            select.setObject(1, Sql.time(now));
            select.setInt(2, most);
            return locksAlongIndex ? MailTable.read(select) : lock(positions(select), "due_at", now);
        }
    }
}
