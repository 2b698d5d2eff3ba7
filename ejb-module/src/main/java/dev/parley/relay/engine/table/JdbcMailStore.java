package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.Pipeline;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailKey;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore;
import dev.parley.relay.mailbox.Mailbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * Mailboxes and messages in the database, with one connection. What changes often goes through a pipeline; everything
 * else sees what was changed before.
 */
public final class JdbcMailStore implements MailStore {

    private final Connection connection;
    private final Pipeline pipeline;
    private final ConcurrentMap<Long, Mailbox> known;
    private final boolean waits;

    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    private interface Change {
        void run() throws SQLException;
    }

    /**
     * @param known definitions that were read before, by the numbers of their mailboxes
     * @param waits false if it fails with {@link dev.parley.engine.commit.Locked} where keys or messages are in the
     *     hands of another transaction
     */
    public JdbcMailStore(Connection connection, ConcurrentMap<Long, Mailbox> known, boolean waits) {
        this.waits = waits;
        this.connection = connection;
        this.pipeline = query(() -> new Pipeline(connection));
        this.known = known;
    }

    private static <T> T query(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    private static void change(Change change) {
        query(() -> {
            change.run();
            return true;
        });
    }

    /** Asks past the pipeline, once it is empty. */
    private <T> T after(Query<T> query) {
        return query(() -> {
            pipeline.flush();
            return query.run();
        });
    }

    private void afterwards(Change change) {
        after(() -> {
            change.run();
            return true;
        });
    }

    /**
     * What others may have in hand, and in doubt: whoever shares a transaction does not wait for it with the others.
     */
    private <T> T asPatient(Query<T> query) throws SQLException {
        return waits ? query.run() : pipeline.withoutWaiting(query::run);
    }

    private MailboxTable mailboxes() {
        return new MailboxTable(connection);
    }

    private MailKeyTable keys() {
        return new MailKeyTable(connection);
    }

    private MailGroupTable groupTable() {
        return new MailGroupTable(pipeline);
    }

    private NewMails newMails() {
        return new NewMails(connection, pipeline);
    }

    private MailPlaces places() {
        return new MailPlaces(pipeline);
    }

    private MailClaims claims() {
        return new MailClaims(connection, pipeline);
    }

    @Override
    public Opening open(Set<String> names) {
        return after(() -> mailboxes().open(names, known));
    }

    @Override
    public Map<Long, Size> lockSizes(Set<Long> ids) {
        return after(() -> mailboxes().lockSizes(ids));
    }

    @Override
    public void resize(Map<Long, Size> changes) {
        change(() -> {
            MailboxTable.resize(changes, pipeline);
            pipeline.flush();
        });
    }

    @Override
    public Map<MailKey.Name, MailKey> register(List<MailKey> entered) {
        return query(() -> asPatient(() -> keys().register(entered, pipeline)));
    }

    @Override
    public void keep(MailKey key) {
        afterwards(() -> keys().keep(key));
    }

    @Override
    public void forget(List<MailKey.Name> names) {
        afterwards(() -> keys().forget(names));
    }

    @Override
    public void insert(List<MailRow> added) {
        change(() -> newMails().insert(added));
    }

    @Override
    public void insertInGroups(List<MailRow> mails) {
        change(() -> groupTable().add(mails, newMails()));
    }

    @Override
    public List<MailRow> claim(long mailbox, Instant now, int most) {
        return query(() -> claims().available(mailbox, now, most));
    }

    @Override
    public List<MailHandle> untaken(long mailbox, String conversationId, Instant now) {
        return after(() -> claims().untaken(mailbox, conversationId, now).stream()
                .map(MailRow::place)
                .toList());
    }

    @Override
    public Map<Long, MailHandle> lock(Set<Long> positions) {
        return query(() -> asPatient(() -> places().lock(positions)));
    }

    @Override
    public Map<Long, MailRow> read(Set<Long> positions) {
        return after(() -> new MailTable(connection).read(positions));
    }

    @Override
    public void deliver(Collection<MailHandle> delivered) {
        change(() -> places().deliver(delivered));
    }

    @Override
    public void update(Collection<MailHandle> changed) {
        change(() -> places().update(changed));
    }

    @Override
    public void remove(Collection<MailHandle> removed) {
        change(() -> places().remove(removed));
    }

    @Override
    public void bury(Collection<MailHandle> buried, String reason, Instant now) {
        afterwards(() -> {
            new DeadMailTable(connection).bury(buried, reason, now);
            places().remove(buried);
        });
    }

    @Override
    public Map<GroupName, Long> groups(Set<GroupName> names) {
        return query(() -> groupTable().open(names));
    }

    @Override
    public Map<Long, Head> leaveGroups(Collection<MailHandle> left) {
        return query(() -> groupTable().leave(left));
    }

    @Override
    public void lead(Map<Long, Head> heads) {
        change(() -> {
            for (Head head : heads.values()) {
                places().makeAvailable(head.position(), head.availableAt());
            }
        });
    }

    @Override
    public List<MailRow> due(Instant now, int most) {
        return after(() -> claims().due(now, most));
    }
}
