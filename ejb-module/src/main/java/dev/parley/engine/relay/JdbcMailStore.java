package dev.parley.engine.relay;

import dev.parley.engine.Connections;
import dev.parley.relay.MailKey;
import dev.parley.relay.MailPlace;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailStore;
import dev.parley.relay.Mailbox;
import dev.parley.relay.StoredMail;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/** Mailboxes and messages in the database, with one connection. */
final class JdbcMailStore implements MailStore {

    private final Connection connection;
    private final MailboxTable mailboxes;
    private final MailTable mails;
    private final MailKeyTable keys;
    private final MailGroupTable groups;
    private final DeadMailTable dead;
    private final ConcurrentMap<Long, Mailbox> known;

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
     */
    JdbcMailStore(Connection connection, ConcurrentMap<Long, Mailbox> known) {
        this.connection = connection;
        this.mailboxes = new MailboxTable(connection);
        this.mails = new MailTable(connection);
        this.keys = new MailKeyTable(connection);
        this.groups = new MailGroupTable(connection);
        this.dead = new DeadMailTable(connection);
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
        try {
            change.run();
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    @Override
    public Opening open(Set<String> names) {
        return query(() -> mailboxes.open(names, known));
    }

    @Override
    public Map<Long, Size> lockSizes(Set<Long> ids) {
        return query(() -> mailboxes.lockSizes(ids));
    }

    @Override
    public void resize(Map<Long, Size> changes) {
        change(() -> mailboxes.resize(changes));
    }

    @Override
    public Map<MailKey.Name, MailKey> register(List<MailKey> entered) {
        return query(() -> keys.register(entered));
    }

    @Override
    public void keep(MailKey key) {
        change(() -> keys.keep(key));
    }

    @Override
    public void forget(List<MailKey.Name> names) {
        change(() -> keys.forget(names));
    }

    @Override
    public void insert(List<StoredMail> added) {
        change(() -> mails.insert(added));
    }

    @Override
    public void insertInGroup(StoredMail mail) {
        long group = java.util.Objects.requireNonNull(mail.group());
        change(() -> {
            boolean isFirst = groups.isEmpty(group);
            StoredMail placed = isFirst ? mail : mail.with(MailPolicy.waiting(mail.standing()));
            groups.join(group, mails.insert(placed), mail.standing().availableAt());
        });
    }

    @Override
    public List<StoredMail> claim(long mailbox, Instant now, int most) {
        return query(() -> new MailClaims(connection).available(mailbox, now, most));
    }

    @Override
    public Map<Long, MailPlace> lock(Set<Long> positions) {
        return query(() -> mails.lock(positions));
    }

    @Override
    public Map<Long, StoredMail> read(Set<Long> positions) {
        return query(() -> mails.read(positions));
    }

    @Override
    public void deliver(Collection<MailPlace> delivered) {
        change(() -> mails.deliver(delivered));
    }

    @Override
    public void update(Collection<MailPlace> changed) {
        change(() -> mails.update(changed));
    }

    @Override
    public void remove(Collection<MailPlace> removed) {
        change(() -> mails.remove(removed));
    }

    @Override
    public void bury(Collection<MailPlace> buried, String reason, Instant now) {
        change(() -> {
            dead.bury(buried, reason, now);
            mails.remove(buried);
        });
    }

    @Override
    public Map<GroupName, Long> groups(Set<GroupName> names) {
        return query(() -> groups.open(names));
    }

    @Override
    public Map<Long, Head> leaveGroups(Collection<MailPlace> left) {
        return query(() -> groups.leave(left));
    }

    @Override
    public void lead(Map<Long, Head> heads) {
        change(() -> {
            for (Head head : heads.values()) {
                mails.makeAvailable(head.position(), head.availableAt());
            }
        });
    }

    @Override
    public List<StoredMail> due(Instant now, int most) {
        return query(() -> new MailClaims(connection).due(now, most));
    }
}
