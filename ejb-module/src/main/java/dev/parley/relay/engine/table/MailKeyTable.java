package dev.parley.relay.engine.table;

import dev.parley.engine.commit.Collision;
import dev.parley.engine.jdbc.ColumnLists;
import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.MailKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of what may be repeated. The primary key decides who was first; nobody looks before inserting. */
public final class MailKeyTable {

    private static final String INSERT = "insert into parley_mail_key"
            + " (mailbox, kind, sender, name, content_hash, answer, expires_at) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing";

    /** One statement for any number of keys; those that are new. */
    private static final String INSERT_ALL =
            "insert into parley_mail_key (mailbox, kind, sender, name, content_hash, answer, expires_at) select k.*"
                    + " from "
                    + ColumnLists.rows("bigint", "varchar", "varchar", "varchar", "varchar", "varchar", "timestamptz")
                    + " as k on conflict do nothing returning mailbox, kind, sender, name";

    private static final String BY_NAME = " where mailbox = ? and kind = ? and sender = ? and name = ?";
    private static final String SELECT = "select content_hash, answer, expires_at from parley_mail_key" + BY_NAME;
    private static final String LOCK = SELECT + " for update";
    private static final String UPDATE =
            "update parley_mail_key set content_hash = ?, answer = ?, expires_at = ?" + BY_NAME;
    private static final String DELETE = "delete from parley_mail_key" + BY_NAME;

    private static final String FORGET = "delete from parley_mail_key where expires_at <= ?";

    private final Connection connection;

    /** The table, with a connection. */
    public MailKeyTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Enters keys in their order, so that nobody waits in a circle; those that were there. Receptions are locked then:
     * of one that has acknowledged, what is received is not known yet.
     */
    Map<MailKey.Name, MailKey> register(List<MailKey> keys, Pipeline pipeline) throws SQLException {
        Map<MailKey.Name, MailKey> sorted = new TreeMap<>();
        keys.forEach(key -> sorted.put(key.name(), key));
        List<MailKey> inOrder = List.copyOf(sorted.values());
        Set<MailKey.Name> entered =
                pipeline.dialect().worksTogether() ? enterAll(inOrder, pipeline) : enterEach(inOrder);
        sorted.keySet().removeAll(entered);
        Map<MailKey.Name, MailKey> there = new TreeMap<>();
        for (MailKey.Name name : sorted.keySet()) {
            there.put(name, there(name));
        }
        return there;
    }

    private static Set<MailKey.Name> enterAll(List<MailKey> keys, Pipeline pipeline) throws SQLException {
        return pipeline.ask(INSERT_ALL, (insert, first) -> fill(insert, first, keys), rows -> {
            Set<MailKey.Name> entered = new HashSet<>();
            while (rows.next()) {
                entered.add(new MailKey.Name(
                        rows.getLong(1),
                        MailKey.Kind.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4)));
            }
            return entered;
        });
    }

    private static int fill(PreparedStatement insert, int first, List<MailKey> keys) throws SQLException {
        return new ColumnLists<>(insert, first, keys)
                .longs(key -> key.name().mailbox())
                .texts(key -> key.name().kind().name())
                .texts(key -> key.name().sender())
                .texts(key -> key.name().key())
                .texts(MailKey::contentHash)
                .texts(MailKey::answer)
                .times(MailKey::expiresAt)
                .next();
    }

    private Set<MailKey.Name> enterEach(List<MailKey> keys) throws SQLException {
        Set<MailKey.Name> entered = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (MailKey key : keys) {
                fill(insert, 1, key.name());
                insert.setString(5, key.contentHash());
                insert.setString(6, key.answer());
                insert.setObject(7, Sql.time(key.expiresAt()));
                if (insert.executeUpdate() == 1) {
                    entered.add(key.name());
                }
            }
        }
        return entered;
    }

    private MailKey there(MailKey.Name name) throws SQLException {
        MailKey found = find(name);
        if (found == null) {
            throw Collision.overtaken(name + " was there and is not: its retention ended just now");
        }
        return found;
    }

    private @Nullable MailKey find(MailKey.Name name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(name.kind() == MailKey.Kind.RECEPTION ? LOCK : SELECT)) {
            fill(select, 1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new MailKey(name, row.getString(1), row.getString(2), Sql.instant(row, 3)) : null;
            }
        }
    }

    void keep(MailKey key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, key.contentHash());
            update.setString(2, key.answer());
            update.setObject(3, Sql.time(key.expiresAt()));
            fill(update, 4, key.name());
            update.executeUpdate();
        }
    }

    /** Forgets keys. */
    public void forget(List<MailKey.Name> names) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Sql.executeForEach(delete, names, name -> {
                fill(delete, 1, name);
            });
        }
    }

    /** Forgets what is past its retention. */
    public int forget(Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, Sql.time(now));
            return delete.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, int first, MailKey.Name name) throws SQLException {
        statement.setLong(first, name.mailbox());
        statement.setString(first + 1, name.kind().name());
        statement.setString(first + 2, name.sender());
        statement.setString(first + 3, name.key());
    }
}
