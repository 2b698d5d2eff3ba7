package dev.parley.relay.engine;

import dev.parley.relay.DeliveryState;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailStore.Head;
import dev.parley.relay.MailStore.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work of one transaction: what its orders have in common, and what it changes. */
final class MailWork {

    private final MailStore store;
    private final Instant now;
    private final Duration retention;
    private final Supplier<String> ids;
    private final Supplier<String> secrets;
    private @Nullable String secret;
    private final TreeMap<Long, Size> sizes = new TreeMap<>();
    private final Map<Long, Integer> arrivals = new HashMap<>();
    private Instant dueAt = DeliveryState.NEVER;
    private int removed;

    /**
     * @param retention how long keys are remembered
     * @param ids makes the ids of messages
     * @param secrets makes the secrets that keys of locks are made of
     */
    MailWork(MailStore store, Instant now, Duration retention, Supplier<String> ids, Supplier<String> secrets) {
        this.store = store;
        this.now = now;
        this.retention = retention;
        this.ids = ids;
        this.secrets = secrets;
    }

    MailStore store() {
        return store;
    }

    Instant now() {
        return now;
    }

    String nextId() {
        return ids.get();
    }

    /** The secret that the keys of all locks are made of which are given out in this transaction. */
    String secret() {
        String made = secret == null ? secrets.get() : secret;
        secret = made;
        return made;
    }

    Instant keysExpireAt() {
        return now.plus(retention);
    }

    /** The size of a mailbox, with what was done in this transaction. */
    Size sizeOf(Box box) {
        return box.size().plus(sizes.getOrDefault(box.id(), new Size(0, 0)));
    }

    private void resize(long mailbox, long messages, long bytes) {
        sizes.merge(mailbox, new Size(messages, bytes), Size::plus);
    }

    /** A message was added. */
    void added(MailRow mail) {
        resize(mail.mailbox(), 1, mail.size());
        stands(mail.mailbox(), mail.standing());
    }

    /** A message stands elsewhere now. */
    void stands(long mailbox, DeliveryState standing) {
        available(mailbox, standing.availableAt());
        if (standing.dueAt().isBefore(dueAt)) {
            dueAt = standing.dueAt();
        }
    }

    private void available(long mailbox, Instant at) {
        if (!at.isAfter(now)) {
            arrivals.merge(mailbox, 1, Integer::sum);
        }
    }

    /** Removes messages; the next ones of their groups take their places. */
    void remove(Collection<MailHandle> mails) {
        leave(mails);
        store.remove(mails);
    }

    /** Makes messages dead letters; the next ones of their groups take their places. */
    void bury(Collection<MailHandle> mails) {
        leave(mails);
        store.bury(mails, MailPolicy.MAX_DELIVERIES, now);
    }

    /** The messages leave their groups. Where the first of a group is given back, it stays the first. */
    private void leave(Collection<MailHandle> mails) {
        mails.forEach(mail -> resize(mail.mailbox(), -1, -mail.size()));
        removed += mails.size();
        List<MailHandle> grouped = new ArrayList<>();
        Map<Long, Long> mailboxes = new HashMap<>();
        for (MailHandle mail : mails) {
            if (mail.group() != null) {
                grouped.add(mail);
                mailboxes.put(mail.group(), mail.mailbox());
            }
        }
        if (!grouped.isEmpty()) {
            Map<Long, Head> heads = store.leaveGroups(grouped);
            store.lead(heads);
            heads.forEach((group, head) -> available(mailboxes.getOrDefault(group, 0L), head.availableAt()));
        }
    }

    /** Changes how full mailboxes are: last, because all who send to one wait here for each other. */
    Changes finish() {
        store.resize(sizes);
        return new Changes(Map.copyOf(arrivals), dueAt, removed);
    }

    /**
     * The changes of a transaction, once it is committed.
     *
     * @param arrivals how many messages became available, by the number of their mailbox
     * @param dueAt when something is due next, as far as it knows
     * @param removed how many messages are gone
     */
    record Changes(Map<Long, Integer> arrivals, Instant dueAt, int removed) {}
}
