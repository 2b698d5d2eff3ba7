package dev.parley.relay.engine;

import dev.parley.relay.DeliveryState;
import dev.parley.relay.Mail;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailKey;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.simulation.Blocked;
import dev.parley.simulation.Conflict;
import dev.parley.simulation.Session;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Relay's tables within one simulated transaction, whose process may be held up or killed at each step. */
final class MemoryMailStore implements MailStore {

    private static final int MOST_LOOKS = 40;

    private final World world;
    private final MailTables tables;
    private final Transaction process;
    private final Session session;
    private final Map<String, Box> boxes;
    private final RelayDefect defect;

    MemoryMailStore(
            World world, MailTables tables, Transaction process, Map<String, Mailbox> mailboxes, RelayDefect defect) {
        this.world = world;
        this.tables = tables;
        this.process = process;
        this.session = process.database();
        this.defect = defect;
        this.boxes = new TreeMap<>();
        long id = 0;
        for (Mailbox mailbox : mailboxes.values()) {
            id++;
            Size size = tables.sizes.committed(id);
            boxes.put(mailbox.name(), new Box(id, mailbox, size == null ? new Size(0, 0) : size));
        }
    }

    @Override
    public Opening open(Set<String> names) {
        process.checkpoint("before it opens mailboxes");
        Map<String, Box> found = new HashMap<>(boxes);
        found.keySet().retainAll(names);
        return new Opening(world.now(), found);
    }

    /** Waits for a row as long as another transaction has it. */
    private <K extends Comparable<K>, V> void lockRow(Table<K, V> table, K key) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (session.lockIfFree(table, key)) {
                return;
            }
            process.pass(world.millis(1, 200));
        }
        throw new Conflict(table + " " + key + " is locked");
    }

    @Override
    public Map<Long, Size> lockSizes(Set<Long> ids) {
        Map<Long, Size> found = new TreeMap<>();
        for (Long id : new TreeSet<>(ids)) {
            lockRow(tables.sizes, id);
            found.put(id, size(id));
        }
        return found;
    }

    private Size size(long id) {
        Size there = session.read(tables.sizes, id);
        return there == null ? new Size(0, 0) : there;
    }

    @Override
    public void resize(Map<Long, Size> changes) {
        process.checkpoint("before it changes sizes");
        new TreeMap<>(changes).forEach((id, change) -> {
            if (defect == RelayDefect.SIZES_NOT_LOCKED) {
                Size seen = size(id);
                process.pass(world.millis(0, 20));
                session.overwrite(tables.sizes, id, seen.plus(change));
                return;
            }
            lockRow(tables.sizes, id);
            session.overwrite(tables.sizes, id, size(id).plus(change));
        });
    }

    @Override
    public Map<MailKey.Name, MailKey> register(List<MailKey> keys) {
        process.checkpoint("before it enters keys");
        Map<MailKey.Name, MailKey> there = new TreeMap<>();
        if (defect != RelayDefect.KEYS_IGNORED) {
            keys.stream().sorted(Comparator.comparing(MailKey::name)).forEach(key -> {
                if (!insert(key)) {
                    if (key.name().kind() == MailKey.Kind.RECEPTION && defect != RelayDefect.RECEPTIONS_NOT_LOCKED) {
                        lockRow(tables.keys, key.name());
                    }
                    there.put(key.name(), session.read(tables.keys, key.name()));
                }
            });
        }
        return there;
    }

    private boolean insert(MailKey key) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            try {
                return session.insertIfAbsent(tables.keys, key.name(), key);
            } catch (Blocked blocked) {
                process.pass(world.millis(1, 200));
            }
        }
        throw new Conflict("key " + key.name() + " is locked");
    }

    @Override
    public void keep(MailKey key) {
        if (defect != RelayDefect.KEYS_IGNORED) {
            session.overwrite(tables.keys, key.name(), key);
        }
    }

    @Override
    public void forget(List<MailKey.Name> names) {
        names.forEach(name -> session.remove(tables.keys, name));
    }

    @Override
    public void insert(List<MailRow> mails) {
        process.checkpoint("before it adds messages");
        mails.forEach(this::add);
    }

    private long add(MailRow stored) {
        long position = tables.next();
        Mail mail = stored.mail();
        Mail placed = new Mail(
                position,
                mail.messageId(),
                mail.sender(),
                mail.type(),
                mail.contentType(),
                mail.body(),
                mail.correlationId(),
                mail.conversationId(),
                mail.replyTo(),
                mail.faultTo(),
                mail.group(),
                mail.sentAt(),
                mail.expiresAt(),
                mail.deliveries());
        session.insert(
                tables.mails,
                position,
                new MailRow(stored.mailbox(), placed, stored.standing(), stored.group(), stored.size()));
        return position;
    }

    @Override
    public void insertInGroups(List<MailRow> mails) {
        process.checkpoint("before it adds to groups");
        mails.forEach(this::insertInGroup);
    }

    private void insertInGroup(MailRow mail) {
        long group = mail.group();
        boolean free = head(group) == null || defect == RelayDefect.GROUPS_IGNORED;
        long position = add(free ? mail : mail.with(MailPolicy.waiting(mail.standing())));
        session.insert(
                tables.order,
                new MailTables.Place(group, position),
                new Head(position, mail.standing().availableAt()));
    }

    private Head head(long group) {
        return session.scan(tables.order, head -> true).stream()
                .filter(head -> session.read(tables.order, new MailTables.Place(group, head.position())) != null)
                .min(Comparator.comparingLong(Head::position))
                .orElse(null);
    }

    @Override
    public List<MailRow> claim(long mailbox, Instant now, int most) {
        process.checkpoint("before it claims messages");
        return session
                .scan(tables.mails, mail -> mail.mailbox() == mailbox && isAvailable(mail.standing(), now))
                .stream()
                .sorted(Comparator.<MailRow, Instant>comparing(
                                mail -> mail.standing().availableAt())
                        .thenComparing(mail -> mail.mail().position()))
                .filter(this::isMine)
                .limit(most)
                .map(mail -> defect == RelayDefect.EXPIRY_IGNORED ? mail.with(young(mail.standing())) : mail)
                .toList();
    }

    @Override
    public List<MailHandle> untaken(long mailbox, String conversationId, Instant now) {
        throw new UnsupportedOperationException("Nobody takes anything back here");
    }

    private boolean isMine(MailRow mail) {
        return defect == RelayDefect.ROW_LOCKS_IGNORED
                || session.lockIfFree(tables.mails, mail.mail().position());
    }

    private static DeliveryState young(DeliveryState old) {
        return new DeliveryState(
                old.availableAt(),
                old.dueAt(),
                DeliveryState.NEVER,
                old.deliveries(),
                old.lockSecret(),
                old.lockedUntil());
    }

    private boolean isAvailable(DeliveryState standing, Instant now) {
        return !standing.availableAt().isAfter(now) || (defect == RelayDefect.LOCKS_IGNORED && standing.isLocked(now));
    }

    @Override
    public Map<Long, MailHandle> lock(Set<Long> positions) {
        process.checkpoint("before it locks messages");
        Map<Long, MailHandle> found = new TreeMap<>();
        for (Long position : new TreeSet<>(positions)) {
            lockRow(tables.mails, position);
            MailRow mail = session.read(tables.mails, position);
            if (mail != null) {
                found.put(position, mail.place());
            }
        }
        return found;
    }

    @Override
    public Map<Long, MailRow> read(Set<Long> positions) {
        Map<Long, MailRow> found = new TreeMap<>();
        for (Long position : positions) {
            MailRow mail = session.read(tables.mails, position);
            if (mail != null) {
                found.put(position, mail);
            }
        }
        return found;
    }

    private MailRow there(MailHandle mail) {
        return session.read(tables.mails, mail.position());
    }

    @Override
    public void deliver(Collection<MailHandle> mails) {
        update(mails);
    }

    @Override
    public void update(Collection<MailHandle> mails) {
        process.checkpoint("before it stores where messages stand");
        mails.forEach(mail ->
                session.overwrite(tables.mails, mail.position(), there(mail).with(mail.standing())));
    }

    @Override
    public void remove(Collection<MailHandle> mails) {
        process.checkpoint("before it removes messages");
        mails.forEach(mail -> session.remove(tables.mails, mail.position()));
    }

    @Override
    public void bury(Collection<MailHandle> mails, String reason, Instant now) {
        mails.forEach(mail -> session.insert(tables.dead, mail.position(), there(mail)));
        remove(mails);
    }

    @Override
    public Map<GroupName, Long> groups(Set<GroupName> names) {
        process.checkpoint("before it opens groups");
        Map<GroupName, Long> numbers = new HashMap<>();
        names.stream().sorted(Comparator.comparing(MemoryMailStore::key)).forEach(name -> {
            lockRow(tables.groups, key(name));
            Long there = session.read(tables.groups, key(name));
            if (there == null) {
                there = tables.next();
                session.insert(tables.groups, key(name), there);
            }
            numbers.put(name, there);
        });
        return numbers;
    }

    private static String key(GroupName name) {
        return name.mailbox() + "/" + name.group();
    }

    @Override
    public Map<Long, Head> leaveGroups(Collection<MailHandle> mails) {
        Map<String, Long> left = new TreeMap<>();
        mails.forEach(mail ->
                left.put(key(new GroupName(mail.mailbox(), there(mail).mail().group())), mail.group()));
        left.keySet().forEach(key -> lockRow(tables.groups, key));
        Map<Long, Head> before = new HashMap<>();
        left.values().forEach(group -> before.put(group, head(group)));
        mails.forEach(mail -> session.remove(tables.order, new MailTables.Place(mail.group(), mail.position())));
        Map<Long, Head> after = new TreeMap<>();
        left.forEach((key, group) -> {
            Head head = head(group);
            if (head == null) {
                session.remove(tables.groups, key);
            } else if (!head.equals(before.get(group))) {
                after.put(group, head);
            }
        });
        return after;
    }

    @Override
    public void lead(Map<Long, Head> heads) {
        process.checkpoint("before it hands groups on");
        if (defect == RelayDefect.GROUPS_NOT_HANDED_ON) {
            return;
        }
        for (Head head : heads.values()) {
            lockRow(tables.mails, head.position());
            MailRow mail = session.read(tables.mails, head.position());
            session.overwrite(
                    tables.mails, head.position(), mail.with(MailPolicy.first(mail.standing(), head.availableAt())));
        }
    }

    @Override
    public List<MailRow> due(Instant now, int most) {
        process.checkpoint("before it looks for what is due");
        return session.scan(tables.mails, mail -> !mail.standing().dueAt().isAfter(now)).stream()
                .sorted(Comparator.comparing(mail -> mail.standing().dueAt()))
                .filter(this::isMine)
                .limit(most)
                .toList();
    }
}
