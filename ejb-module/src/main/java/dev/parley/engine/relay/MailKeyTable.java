package dev.parley.engine.relay;

import dev.parley.engine.Sql;
import dev.parley.relay.MailKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of what may be repeated. The primary key decides who was first; nobody looks before inserting. */
final class MailKeyTable {

    /** Not VALUES: with reWriteBatchedInserts PostgreSQL's driver makes one statement of many, and does not say which rows were new. */
    private static final String INSERT =
            "insert into parley_mail_key (mailbox, kind, sender, name, content_hash, answer,"
                    + " expires_at) select cast(? as bigint), cast(? as varchar(9)), cast(? as varchar(300)), cast(? as varchar(255)),"
                    + " cast(? as char(64)), cast(? as varchar(65536)), cast(? as timestamp(6) with time zone)"
                    + " on conflict do nothing";

    private static final String BY_NAME = " where mailbox = ? and kind = ? and sender = ? and name = ?";
    private static final String SELECT = "select content_hash, answer, expires_at from parley_mail_key" + BY_NAME;
    private static final String LOCK = SELECT + " for update";
    private static final String UPDATE =
            "update parley_mail_key set content_hash = ?, answer = ?, expires_at = ?" + BY_NAME;
    private static final String DELETE = "delete from parley_mail_key" + BY_NAME;

    private static final String FORGET = "delete from parley_mail_key where expires_at <= ?";

    private final Connection connection;

    MailKeyTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Enters keys in their order, so that nobody waits in a circle; those that were there. Receptions are locked then: of one that has acknowledged, what is received is not known
     * yet.
     */
    Map<MailKey.Name, MailKey> register(List<MailKey> keys) throws SQLException {
        Map<MailKey.Name, MailKey> there = new TreeMap<>();
        Map<MailKey.Name, MailKey> sorted = new TreeMap<>();
        keys.forEach(key -> sorted.put(key.name(), key));
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (MailKey key : sorted.values()) {
                fill(insert, 1, key.name());
                insert.setString(5, key.contentHash());
                insert.setString(6, key.answer());
                insert.setObject(7, Sql.time(key.expiresAt()));
                if (insert.executeUpdate() == 0) {
                    there.put(key.name(), there(key.name()));
                }
            }
        }
        return there;
    }

    private MailKey there(MailKey.Name name) throws SQLException {
        MailKey found = find(name);
        if (found == null) {
            throw new SQLException(name + " was there and is not: its retention ended just now");
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

    void forget(List<MailKey.Name> names) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Sql.executeForEach(delete, names, name -> {
                fill(delete, 1, name);
            });
        }
    }

    /** Forgets what is past its retention. */
    int forget(Instant now) throws SQLException {
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
