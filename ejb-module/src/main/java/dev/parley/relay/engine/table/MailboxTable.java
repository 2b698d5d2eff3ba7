package dev.parley.relay.engine.table;

import dev.parley.engine.commit.Collision;
import dev.parley.engine.definitions.DefinitionRows;
import dev.parley.engine.definitions.DefinitionTable;
import dev.parley.engine.definitions.RowReading;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailStore.Opening;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxKind;
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

/** The tables of mailboxes and of how full they are. */
public final class MailboxTable {

    private static final DefinitionTable<MailboxDefinition, Mailbox> TABLE = DefinitionTable.of(
                    "parley_mailbox", MailboxKind.MAILBOXES)
            .afterInsert(
                    "insert into parley_mailbox_size (mailbox, messages, bytes) select id, 0, 0 from parley_mailbox where"
                            + " name = ?");

    private static final String RESIZE =
            "update parley_mailbox_size set messages = messages + ?, bytes = bytes + ? where mailbox = ?";

    private static final String GONE =
            "select w.mailbox from unnest(cast(? as bigint array)) as w(mailbox) where not exists"
                    + " (select 1 from parley_mailbox m where m.id = w.mailbox)";

    private static final RowReading<Mailbox, Numbered> READING = new WithNumber();

    private final Connection connection;
    private final DefinitionRows<MailboxDefinition, Mailbox, Numbered> rows;

    /** The tables, with a connection. */
    public MailboxTable(Connection connection) {
        this.connection = connection;
        this.rows = new DefinitionRows<>(TABLE, READING, connection);
    }

    /**
     * A mailbox with its number.
     *
     * @param id its number
     * @param mailbox the mailbox
     */
    public record Numbered(long id, Mailbox mailbox) {}

    private static final class WithNumber implements RowReading<Mailbox, Numbered> {

        @Override
        public List<String> columns() {
            return List.of("id");
        }

        @Override
        public Numbered row(Mailbox defined, ResultSet result) throws SQLException {
            return new Numbered(result.getLong(FIRST), defined);
        }

        @Override
        public Mailbox defined(Numbered row) {
            return row.mailbox();
        }
    }

    /** The mailboxes, without what is in them. */
    public DefinitionRows<MailboxDefinition, Mailbox, Numbered> rows() {
        return rows;
    }

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
            Numbered found = rows.find(name);
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

    /** The size of a mailbox; nothing if there is no such mailbox. */
    public Size size(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select messages, bytes from parley_mailbox_size where mailbox = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Size(row.getLong(1), row.getLong(2)) : new Size(0, 0);
            }
        }
    }

    /** The sizes of mailboxes, locked in the order of their numbers; without those that are not there. */
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

    /** Those of the mailboxes, by number, that are not there any more. */
    public List<Long> gone(List<Long> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GONE)) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            List<Long> gone = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    gone.add(row.getLong(1));
                }
            }
            return gone;
        }
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
                            throw Collision.overtaken("Mailbox " + mailbox + " was deleted just now");
                        }
                    });
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
