package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailStore.Opening;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinitionReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The tables of mailboxes and of how full they are. */
public final class MailboxTable {

    private static final String COLUMNS =
            "select m.id, m.name, m.version, m.definition, m.updated_at, m.updated_by from parley_mailbox m";

    private static final String RESIZE =
            "update parley_mailbox_size set messages = messages + ?, bytes = bytes + ? where mailbox = ?";

    private final Connection connection;

    public MailboxTable(Connection connection) {
        this.connection = connection;
    }

    /** A mailbox with its number. */
    public record Numbered(long id, Mailbox mailbox) {}

    /**
     * Mailboxes by name, with the database's time.
     *
     * @param known what was read before, by number: a definition is read again only when its version is another
     */
    Opening open(Set<String> names, ConcurrentMap<Long, Mailbox> known) throws SQLException {
        String sql = "select m.name, m.id, m.version, s.messages, s.bytes, "
                + DatabaseClock.NOW + " from parley_mailbox m"
                + " join parley_mailbox_size s on s.mailbox = m.id where m.name in (" + Sql.places(names.size()) + ")";
        Map<String, Box> boxes = new HashMap<>();
        Instant now = Instant.EPOCH;
        List<String> changed = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Sql.fill(select, 1, names);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    now = DatabaseClock.read(row, 6);
                    long id = row.getLong(2);
                    Mailbox mailbox = known.get(id);
                    if (mailbox == null || mailbox.version() != row.getLong(3)) {
                        changed.add(row.getString(1));
                    } else {
                        boxes.put(mailbox.name(), new Box(id, mailbox, new Size(row.getLong(4), row.getLong(5))));
                    }
                }
            }
        }
        for (String name : changed) {
            Numbered found = find(name, false);
            if (found != null) {
                known.put(found.id(), found.mailbox());
                boxes.put(name, new Box(found.id(), found.mailbox(), size(found.id())));
            }
        }
        return new Opening(now, boxes);
    }

    /** The name of a mailbox; its number if it is gone. */
    public String name(long id) {
        try (PreparedStatement select = connection.prepareStatement("select name from parley_mailbox where id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : Long.toString(id);
            }
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    public Size size(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select messages, bytes from parley_mailbox_size where mailbox = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Size(row.getLong(1), row.getLong(2)) : new Size(0, 0);
            }
        }
    }

    /** How full mailboxes are, locked in the order of their numbers. */
    public Map<Long, Size> lockSizes(Set<Long> ids) throws SQLException {
        Map<Long, Size> sizes = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select messages, bytes from parley_mailbox_size where mailbox = ? for update")) {
            for (Long id : new TreeSet<>(ids)) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        sizes.put(id, new Size(row.getLong(1), row.getLong(2)));
                    }
                }
            }
        }
        return sizes;
    }

    /** Changes how full mailboxes are, in the order of their numbers; one that is gone takes nothing. */
    static void resize(Map<Long, Size> changes, Pipeline pipeline) throws SQLException {
        for (Map.Entry<Long, Size> change : new TreeMap<>(changes).entrySet()) {
            long mailbox = change.getKey();
            pipeline.change(
                    RESIZE,
                    (update, first) -> {
                        update.setLong(first, change.getValue().messages());
                        update.setLong(first + 1, change.getValue().bytes());
                        update.setLong(first + 2, mailbox);
                        return first + 3;
                    },
                    changed -> {
                        if (changed == 0) {
                            throw new SQLException("Mailbox " + mailbox + " was deleted just now");
                        }
                    });
        }
    }

    /** The mailbox of that name; null if there is none. */
    @Nullable
    public Numbered find(String name, boolean lock) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + " where m.name = ?" + (lock ? " for update" : ""))) {
            select.setString(1, name);
            return read(select).stream().findFirst().orElse(null);
        }
    }

    /** Mailboxes by name, those after that name; an owner's, or all if it is null. */
    public List<Numbered> list(@Nullable String owner, String after, int most) throws SQLException {
        String sql = COLUMNS + " where " + (owner == null ? "" : "m.owner = ? and ") + "m.name > ? order by "
                + (owner == null ? "" : "m.owner, ") + "m.name limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            if (owner != null) {
                select.setString(place++, owner);
            }
            select.setString(place++, after);
            select.setInt(place, most);
            return read(select);
        }
    }

    private static List<Numbered> read(PreparedStatement select) throws SQLException {
        List<Numbered> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString(2);
                found.add(new Numbered(
                        row.getLong(1),
                        new Mailbox(
                                name,
                                row.getLong(3),
                                MailboxDefinitionReader.stored(name, row.getString(4)),
                                Sql.instant(row, 5),
                                row.getString(6))));
            }
        }
        return found;
    }

    public long count(String owner) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from parley_mailbox where owner = ?")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A version that no mailbox has had. */
    public long nextVersion() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('parley_mailbox_version')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whether it was made; not if there is one of that name, or one was committed just now. */
    public boolean insert(Mailbox mailbox) throws SQLException {
        int made = write(
                mailbox,
                "insert into parley_mailbox (version, owner, definition, updated_at, updated_by, name)"
                        + " select cast(? as bigint), cast(? as varchar(255)), cast(? as varchar(1048576)),"
                        + " cast(? as timestamp(6) with time zone), cast(? as varchar(255)), cast(? as varchar(100))"
                        + " on conflict do nothing");
        if (made == 0) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into parley_mailbox_size (mailbox, messages, bytes) select id, 0, 0 from parley_mailbox where"
                        + " name = ?")) {
            insert.setString(1, mailbox.name());
            insert.executeUpdate();
        }
        return true;
    }

    public void update(Mailbox mailbox) throws SQLException {
        write(
                mailbox,
                "update parley_mailbox set version = ?, owner = ?, definition = ?, updated_at = ?, updated_by = ?"
                        + " where name = ?");
    }

    private int write(Mailbox mailbox, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, mailbox.version());
            statement.setString(2, mailbox.definition().owner());
            statement.setString(3, mailbox.definition().toJson());
            statement.setObject(4, Sql.time(mailbox.updatedAt()));
            statement.setString(5, mailbox.updatedBy());
            statement.setString(6, mailbox.name());
            return statement.executeUpdate();
        }
    }

    /** Deletes a mailbox and all there is in it. */
    public void delete(long id) throws SQLException {
        run("delete from parley_mailbox_size where mailbox = ?", id);
        run("delete from parley_mailbox where id = ?", id);
        run(
                "delete from parley_mail_order where group_id in (select g.id from parley_mail_group g where g.mailbox"
                        + " = ?)",
                id);
        run("delete from parley_mail_group where mailbox = ?", id);
        run("delete from parley_mail where mailbox = ?", id);
        run("delete from parley_mail_dead where mailbox = ?", id);
        run("delete from parley_mail_key where mailbox = ?", id);
    }

    private void run(String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
