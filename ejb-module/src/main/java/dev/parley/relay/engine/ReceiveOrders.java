package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Participant;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.DeliveryState;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailKey;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailboxPolicy;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.relay.engine.MailBatch.Placed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives out messages: those of one mailbox are claimed together and go to the receptions in their order. What was
 * received under a key is given out again.
 */
final class ReceiveOrders {

    /** Messages that are claimed at once; with the longest bodies so many megabytes. */
    private static final int MOST_AT_ONCE = 32;

    /** Bytes of bodies after which a reception gets no more. */
    private static final long LARGE_ENOUGH = 4L * 1024 * 1024;

    private final MailWork work;
    private final @Nullable Result<?>[] outcomes;
    private final LockOrders locks;
    private final Map<Long, List<Wanting>> byMailbox = new LinkedHashMap<>();

    /** Messages that have got their locks, and others that stand elsewhere now. */
    private record GivenOut(List<MailHandle> delivered, List<MailHandle> others) {
        void add(MailRow before, MailRow after) {
            boolean isNext = after.standing().isNextDeliveryAfter(before.standing());
            (isNext ? delivered : others).add(after.place());
        }
    }

    /** A reception that is not satisfied yet. */
    private static final class Wanting {
        private final Placed<MailOrder.Receive> reception;
        private final List<LockedMail> got = new ArrayList<>();
        private long bytes;

        Wanting(Placed<MailOrder.Receive> reception) {
            this.reception = reception;
        }

        int wants() {
            return bytes >= LARGE_ENOUGH ? 0 : reception.order().wish().max() - got.size();
        }
    }

    /** @param locks knows what became of the locks that receptions acknowledge */
    ReceiveOrders(MailWork work, @Nullable Result<?>[] outcomes, LockOrders locks) {
        this.work = work;
        this.outcomes = outcomes;
        this.locks = locks;
    }

    void run(List<Placed<MailOrder.Receive>> receptions) {
        for (Placed<MailOrder.Receive> one : receptions) {
            if (one.order().key() == null) {
                byMailbox
                        .computeIfAbsent(one.box().id(), id -> new ArrayList<>())
                        .add(new Wanting(one));
            } else {
                outcomes[one.place()] =
                        keyed(one, Objects.requireNonNull(one.order().key()));
            }
        }
        for (List<Wanting> wanting : byMailbox.values()) {
            satisfy(wanting);
            for (Wanting one : wanting) {
                int place = one.reception.place();
                outcomes[place] = received(one.reception, one.got, locks.withReception(place));
            }
        }
    }

    /**
     * The reception under a key: something is received once, and acknowledged once. While neither has been, there is
     * nothing to repeat.
     */
    private Result<?> keyed(Placed<MailOrder.Receive> reception, String key) {
        var name = new MailKey.Name(
                reception.box().id(),
                MailKey.Kind.RECEPTION,
                Participant.of(reception.order().caller()),
                key);
        ReceptionPolicy.Wish wish = reception.order().wish();
        MailKey mine = new MailKey(name, wish.contentHash(), "", work.keysExpireAt());
        MailKey before = work.store().register(List.of(mine)).get(name);
        if (before != null && !before.contentHash().equals(mine.contentHash())) {
            return Result.refused(MailboxPolicy.keyReused(before));
        }
        KnownReception known =
                before == null ? acknowledged(wish, reception.box()) : KnownReception.parse(before.answer());
        Acknowledged acknowledged = wish.acknowledge() == null ? null : known.among(wish.locks());
        if (!known.received().isEmpty()) {
            return received(reception, again(known), acknowledged);
        }
        Wanting one = new Wanting(reception);
        satisfy(List.of(one));
        List<String> tokens = one.got.stream().map(mail -> mail.lock().token()).toList();
        keep(mine, new KnownReception(tokens, known.acknowledged()));
        return received(reception, one.got, acknowledged);
    }

    private KnownReception acknowledged(ReceptionPolicy.Wish wish, Box box) {
        List<String> done = wish.locks().isEmpty()
                ? List.of()
                : LockOrders.acknowledge(work, wish.locks(), box.id()).acknowledged();
        return new KnownReception(List.of(), done);
    }

    private void keep(MailKey key, KnownReception known) {
        if (known.isEmpty()) {
            work.store().forget(List.of(key.name()));
        } else {
            work.store().keep(new MailKey(key.name(), key.contentHash(), known.text(), key.expiresAt()));
        }
    }

    private static Result<?> received(
            Placed<MailOrder.Receive> reception, List<LockedMail> mails, @Nullable Acknowledged acknowledged) {
        return Result.of(new ReceptionOutcome(reception.box().id(), new ReceivedMails(mails, acknowledged)));
    }

    private List<LockedMail> again(KnownReception known) {
        List<Lock.Token> tokens = known.received().stream()
                .flatMap(text -> Lock.Token.parse(text).stream())
                .toList();
        Set<Long> positions = new LinkedHashSet<>();
        tokens.forEach(token -> positions.add(token.position()));
        Map<Long, MailRow> mails = positions.isEmpty() ? Map.of() : work.store().read(positions);
        List<LockedMail> still = new ArrayList<>();
        for (Lock.Token token : tokens) {
            MailRow mail = mails.get(token.position());
            if (mail != null && MailPolicy.holds(mail.standing(), token, work.now())) {
                still.add(locked(mail));
            }
        }
        return still;
    }

    private void satisfy(List<Wanting> wanting) {
        Box box = wanting.get(0).reception.box();
        boolean more = true;
        while (more) {
            int wanted = Math.min(
                    MOST_AT_ONCE, wanting.stream().mapToInt(Wanting::wants).sum());
            if (wanted == 0) {
                return;
            }
            List<MailRow> claimed = work.store().claim(box.id(), work.now(), wanted);
            more = claimed.size() == wanted;
            if (!claimed.isEmpty()) {
                store(giveOut(claimed, wanting, box));
            }
        }
    }

    private void store(GivenOut given) {
        if (!given.delivered().isEmpty()) {
            work.store().deliver(given.delivered());
        }
        if (!given.others().isEmpty()) {
            work.store().update(given.others());
        }
    }

    private GivenOut giveOut(List<MailRow> claimed, List<Wanting> wanting, Box box) {
        GivenOut given = new GivenOut(new ArrayList<>(), new ArrayList<>());
        for (MailRow mail : claimed) {
            MailRow changed;
            if (MailPolicy.isExpired(mail.standing(), work.now())) {
                changed = mail.with(MailPolicy.putAside(mail.standing(), work.now()));
            } else {
                Wanting one = next(wanting);
                if (one == null) {
                    break;
                }
                changed = lock(mail, one.reception.order().wish().lock(), box);
                one.got.add(locked(changed));
                one.bytes += mail.size();
            }
            work.stands(box.id(), changed.standing());
            given.add(mail, changed);
        }
        return given;
    }

    private static @Nullable Wanting next(List<Wanting> wanting) {
        return wanting.stream().filter(one -> one.wants() > 0).findFirst().orElse(null);
    }

    private MailRow lock(MailRow mail, @Nullable Duration asked, Box box) {
        var definition = box.mailbox().definition();
        Duration duration = asked == null ? definition.lock() : asked;
        DeliveryState standing =
                MailPolicy.locked(mail.standing(), work.secret(), work.now(), duration, definition.maxDeliveries());
        return mail.with(standing);
    }

    private static LockedMail locked(MailRow mail) {
        DeliveryState standing = mail.standing();
        long position = mail.mail().position();
        return new LockedMail(
                mail.mail(),
                new Lock(
                        position,
                        Lock.key(Objects.requireNonNull(standing.lockSecret()), position),
                        Objects.requireNonNull(standing.lockedUntil())));
    }
}
