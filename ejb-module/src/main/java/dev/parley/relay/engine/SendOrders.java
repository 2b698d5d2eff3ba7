package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Address;
import dev.parley.message.Problem;
import dev.parley.relay.Mail;
import dev.parley.relay.MailKey;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailboxPolicy;
import dev.parley.relay.Sent;
import dev.parley.relay.ValidMail;
import dev.parley.relay.engine.MailBatch.Placed;
import dev.parley.relay.mailbox.Mailbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages into mailboxes. What is sent again is known by its keys, which are entered before anything is put
 * anywhere.
 */
final class SendOrders {

    private final MailWork work;
    private final Map<String, Box> boxes;
    private final @Nullable Result<?>[] outcomes;
    private final List<MailRow> accepted = new ArrayList<>();

    /** The keys that are known: those that were there, and those of what is sent in this transaction. */
    private final Map<MailKey.Name, MailKey> known = new TreeMap<>();

    /** A sending with the ids of its messages, and its keys. */
    private record Numbered(
            Placed<MailOrder.Send> send, List<String> ids, @Nullable MailKey key, List<@Nullable MailKey> mailKeys) {
        List<MailKey> keys() {
            List<MailKey> all = new ArrayList<>();
            for (MailKey one : mailKeys) {
                if (one != null) {
                    all.add(one);
                }
            }
            if (key != null) {
                all.add(key);
            }
            return all;
        }
    }

    /** @param boxes the mailboxes that there are now of those that are sent to or named, by name */
    SendOrders(MailWork work, Map<String, Box> boxes, @Nullable Result<?>[] outcomes) {
        this.work = work;
        this.boxes = boxes;
        this.outcomes = outcomes;
    }

    void run(List<Placed<MailOrder.Send>> sends) {
        if (sends.isEmpty()) {
            return;
        }
        List<Numbered> numbered = sends.stream().map(this::number).toList();
        Map<MailKey.Name, MailKey> entered = register(numbered);
        for (Numbered one : numbered) {
            outcomes[one.send().place()] = accept(one);
        }
        correct(entered);
        put(work, accepted);
    }

    private Numbered number(Placed<MailOrder.Send> send) {
        List<String> ids = new ArrayList<>();
        List<@Nullable MailKey> keys = new ArrayList<>();
        MailOrder.Send order = send.order();
        for (int i = 0; i < order.mails().size(); i++) {
            String given = order.mails().get(i).messageId();
            ids.add(given == null ? work.nextId() : given);
            keys.add(
                    given == null || order.again()
                            ? null
                            : key(
                                    send,
                                    MailKey.Kind.MESSAGE,
                                    given,
                                    order.hashes().get(i),
                                    ""));
        }
        String name = order.key();
        MailKey key = name == null
                ? null
                : key(
                        send,
                        MailKey.Kind.SENDING,
                        name,
                        MailboxPolicy.contentHash(order.mails(), order.hashes()),
                        MailboxPolicy.join(ids));
        return new Numbered(send, ids, key, keys);
    }

    private MailKey key(
            Placed<MailOrder.Send> send, MailKey.Kind kind, String name, String contentHash, String answer) {
        var full = new MailKey.Name(send.box().id(), kind, send.order().sender(), name);
        return new MailKey(full, contentHash, answer, work.keysExpireAt());
    }

    /** Enters all keys; those that were there are known. */
    private Map<MailKey.Name, MailKey> register(List<Numbered> numbered) {
        Map<MailKey.Name, MailKey> mine = new TreeMap<>();
        numbered.forEach(one -> one.keys().forEach(key -> mine.putIfAbsent(key.name(), key)));
        if (!mine.isEmpty()) {
            known.putAll(work.store().register(List.copyOf(mine.values())));
            mine.keySet().removeAll(known.keySet());
        }
        return mine;
    }

    private Result<?> accept(Numbered one) {
        MailKey before = one.key() == null ? null : known.get(one.key().name());
        if (one.key() != null && before != null) {
            return isAgain(one, one.key(), before)
                    ? Result.of(new Sent(MailboxPolicy.split(before.answer())))
                    : Result.refused(MailboxPolicy.keyReused(one.key()));
        }
        List<MailRow> mails = new ArrayList<>();
        Problem refused = collect(one, mails);
        if (refused != null) {
            return Result.refused(refused);
        }
        one.keys().forEach(key -> known.putIfAbsent(key.name(), key));
        mails.forEach(work::added);
        accepted.addAll(mails);
        return Result.of(new Sent(one.ids()));
    }

    /** True if it is the sending that was known by its key before; versions before have hashed bodies as written. */
    private static boolean isAgain(Numbered one, MailKey key, MailKey before) {
        List<ValidMail> mails = one.send().order().mails();
        return before.contentHash().equals(key.contentHash())
                || before.contentHash().equals(MailboxPolicy.contentHash(mails, ValidMail::writtenHash));
    }

    /** The messages that are new; why none is accepted, if so. */
    private @Nullable Problem collect(Numbered one, List<MailRow> mails) {
        MailOrder.Send order = one.send().order();
        Map<String, String> hashes = new TreeMap<>();
        long bytes = 0;
        for (int i = 0; i < order.mails().size(); i++) {
            ValidMail mail = order.mails().get(i);
            MailKey key = one.mailKeys().get(i);
            if (key != null) {
                MailKey before = known.get(key.name());
                String there =
                        before == null ? hashes.putIfAbsent(key.name().key(), key.contentHash()) : before.contentHash();
                if (there != null && !there.equals(key.contentHash()) && !there.equals(mail.writtenHash())) {
                    return MailboxPolicy.keyReused(key);
                }
                if (there != null) {
                    continue;
                }
            }
            mails.add(stored(one.send(), mail, one.ids().get(i)));
            bytes += mail.size();
        }
        Mailbox mailbox = one.send().box().mailbox();
        return mails.isEmpty()
                ? null
                : MailboxPolicy.room(mailbox, work.sizeOf(one.send().box()), mails.size(), bytes);
    }

    private MailRow stored(Placed<MailOrder.Send> send, ValidMail mail, String id) {
        Instant now = work.now();
        Instant expiresAt = MailboxPolicy.expiresAt(send.box().mailbox(), mail, now);
        Mail stored = new Mail(
                0,
                id,
                send.order().sender(),
                mail.type(),
                mail.contentType(),
                mail.body(),
                mail.correlationId(),
                mail.conversationId(),
                asItIsNow(mail.replyTo()),
                asItIsNow(mail.faultTo()),
                mail.group(),
                now,
                expiresAt,
                0,
                mail.properties());
        return new MailRow(
                send.box().id(), stored, MailPolicy.arrived(now.plus(mail.delay()), expiresAt), null, mail.size());
    }

    /** The address, which leads to the mailbox of whoever has it now, and to nobody else's. */
    private @Nullable Address asItIsNow(@Nullable Address named) {
        Box there = named == null || named.kind() != Address.Kind.MAILBOX ? null : boxes.get(named.name());
        return named == null || there == null
                ? named
                : named.markedAs(there.mailbox().mark());
    }

    /** The keys that were entered for a sending that was refused: each goes, or is another's. */
    private void correct(Map<MailKey.Name, MailKey> entered) {
        List<MailKey.Name> unused = new ArrayList<>();
        entered.forEach((name, key) -> {
            MailKey used = known.get(name);
            if (used == null) {
                unused.add(name);
            } else if (!used.equals(key)) {
                work.store().keep(used);
            }
        });
        if (!unused.isEmpty()) {
            work.store().forget(unused);
        }
    }

    /** Puts messages into their mailboxes, behind what is there. */
    static void put(MailWork work, List<MailRow> mails) {
        List<MailRow> free = new ArrayList<>();
        List<MailRow> grouped = new ArrayList<>();
        mails.forEach(mail -> (mail.mail().group() == null ? free : grouped).add(mail));
        if (!free.isEmpty()) {
            work.store().insert(free);
        }
        if (!grouped.isEmpty()) {
            putInGroups(work, grouped);
        }
    }

    private static void putInGroups(MailWork work, List<MailRow> mails) {
        Set<MailStore.GroupName> names = new HashSet<>();
        mails.forEach(mail -> names.add(name(mail)));
        Map<MailStore.GroupName, Long> groups = work.store().groups(names);
        work.store()
                .insertInGroups(mails.stream()
                        .map(mail -> new MailRow(
                                mail.mailbox(), mail.mail(), mail.standing(), groups.get(name(mail)), mail.size()))
                        .toList());
    }

    private static MailStore.GroupName name(MailRow mail) {
        return new MailStore.GroupName(
                mail.mailbox(), java.util.Objects.requireNonNull(mail.mail().group()));
    }
}
