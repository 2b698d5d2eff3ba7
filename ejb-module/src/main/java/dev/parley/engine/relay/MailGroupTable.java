package dev.parley.engine.relay;

import dev.parley.engine.Sql;
import dev.parley.relay.MailPlace;
import dev.parley.relay.MailStore.GroupName;
import dev.parley.relay.MailStore.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of groups and of the order in them. Who changes an order has its group locked; groups are locked in the order of their names or numbers. */
final class MailGroupTable {

    private static final String INSERT = "insert into parley_mail_group (mailbox, group_key)"
            + " select cast(? as bigint), cast(? as varchar(255)) on conflict do nothing";

    private static final String LOCK_BY_NAME =
            "select id from parley_mail_group where mailbox = ? and group_key = ? for update";

    private static final String LOCK = "select id from parley_mail_group where id = ? for update";

    private static final String HEAD =
            "select position, available_at from parley_mail_order where group_id = ? order by position limit 1";

    private final Connection connection;

    MailGroupTable(Connection connection) {
        this.connection = connection;
    }

    /** The numbers of groups, locked, made where they are not there. */
    Map<GroupName, Long> open(Set<GroupName> names) throws SQLException {
        Map<GroupName, Long> numbers = new HashMap<>();
        List<GroupName> sorted = names.stream()
                .sorted(Comparator.comparingLong(GroupName::mailbox).thenComparing(GroupName::group))
                .toList();
        for (GroupName name : sorted) {
            numbers.put(name, open(name));
        }
        return numbers;
    }

    private long open(GroupName name) throws SQLException {
        while (true) {
            Long there = lock(name);
            if (there != null) {
                return there;
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setLong(1, name.mailbox());
                insert.setString(2, name.group());
                insert.executeUpdate();
            }
            // somebody else may have made it, and removed it again just now
        }
    }

    private @Nullable Long lock(GroupName name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_BY_NAME)) {
            select.setLong(1, name.mailbox());
            select.setString(2, name.group());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    boolean isEmpty(long group) throws SQLException {
        return head(group) == null;
    }

    void join(long group, long position, Instant availableAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into parley_mail_order (group_id, position, available_at) values (?, ?, ?)")) {
            insert.setLong(1, group);
            insert.setLong(2, position);
            insert.setObject(3, Sql.time(availableAt));
            insert.executeUpdate();
        }
    }

    /** Takes messages out of the order; the first ones where there are others than before. */
    Map<Long, Head> leave(Collection<MailPlace> mails) throws SQLException {
        Map<Long, Head> before = new TreeMap<>();
        for (MailPlace mail : mails) {
            before.put(group(mail), new Head(0, Instant.MAX));
        }
        for (Map.Entry<Long, Head> group : before.entrySet()) {
            lock(group.getKey());
            Head head = head(group.getKey());
            if (head != null) {
                group.setValue(head);
            }
        }
        for (MailPlace mail : mails) {
            leave(group(mail), mail.position());
        }
        Map<Long, Head> after = new TreeMap<>();
        for (Map.Entry<Long, Head> group : before.entrySet()) {
            Head head = head(group.getKey());
            if (head == null) {
                remove(group.getKey());
            } else if (head.position() != group.getValue().position()) {
                after.put(group.getKey(), head);
            }
        }
        return after;
    }

    private static long group(MailPlace mail) {
        return java.util.Objects.requireNonNull(mail.group());
    }

    private void lock(long group) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setLong(1, group);
            select.executeQuery().close();
        }
    }

    private @Nullable Head head(long group) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setLong(1, group);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), Sql.instant(row, 2)) : null;
            }
        }
    }

    private void leave(long group, long position) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from parley_mail_order where group_id = ? and position = ?")) {
            delete.setLong(1, group);
            delete.setLong(2, position);
            delete.executeUpdate();
        }
    }

    private void remove(long group) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from parley_mail_group where id = ?")) {
            delete.setLong(1, group);
            delete.executeUpdate();
        }
    }
}
