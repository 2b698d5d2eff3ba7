package dev.parley.engine.relay;

import dev.parley.engine.Outcome;
import dev.parley.engine.relay.MailBatch.Placed;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Lock;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.Problems;
import dev.parley.relay.Standing;
import dev.parley.relay.StoredMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Acknowledges, extends and gives back what is locked. */
final class LockOrders {

    private final MailWork work;
    private final @Nullable Outcome[] outcomes;
    private final Map<Long, StoredMail> mails = new HashMap<>();
    private final Map<Long, StoredMail> acknowledged = new LinkedHashMap<>();
    private final Map<Long, StoredMail> changed = new LinkedHashMap<>();

    LockOrders(MailWork work, @Nullable Outcome[] outcomes) {
        this.work = work;
        this.outcomes = outcomes;
    }

    void run(List<Placed<?>> orders) {
        Set<Long> positions = new TreeSet<>();
        orders.forEach(one -> positions(one.order(), positions));
        if (!positions.isEmpty()) {
            mails.putAll(work.store().lock(positions));
        }
        for (Placed<?> one : orders) {
            if (one.order() instanceof MailOrder.Acknowledge acknowledge) {
                outcomes[one.place()] =
                        Outcome.of(acknowledge(acknowledge, one.box().id()));
            } else if (one.order() instanceof MailOrder.Hold hold) {
                outcomes[one.place()] = hold(hold, one.box().id());
            }
        }
        store();
    }

    private static void positions(MailOrder order, Set<Long> positions) {
        if (order instanceof MailOrder.Acknowledge acknowledge) {
            acknowledge.locks().forEach(lock -> Lock.Token.parse(lock).ifPresent(t -> positions.add(t.position())));
        } else if (order instanceof MailOrder.Hold hold) {
            positions.add(hold.lock().position());
        }
    }

    private Acknowledged acknowledge(MailOrder.Acknowledge order, long mailbox) {
        List<String> done = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (String lock : order.locks()) {
            StoredMail held =
                    Lock.Token.parse(lock).map(token -> held(token, mailbox)).orElse(null);
            if (held == null) {
                lost.add(lock);
            } else {
                done.add(lock);
                long position = held.mail().position();
                acknowledged.put(position, held);
                changed.remove(position);
                mails.remove(position);
            }
        }
        return new Acknowledged(done, lost);
    }

    private @Nullable StoredMail held(Lock.Token token, long mailbox) {
        StoredMail mail = mails.get(token.position());
        return mail != null && mail.mailbox() == mailbox && MailPolicy.holds(mail.standing(), token.key(), work.now())
                ? mail
                : null;
    }

    private Outcome hold(MailOrder.Hold order, long mailbox) {
        StoredMail held = held(order.lock(), mailbox);
        if (held == null) {
            return Outcome.refused(Problems.lockLost());
        }
        Standing standing = order.extension() == null
                ? MailPolicy.givenBack(held.standing(), work.now(), order.delay())
                : MailPolicy.extended(held.standing(), work.now().plus(order.extension()));
        StoredMail after = held.with(standing);
        mails.put(held.mail().position(), after);
        changed.put(held.mail().position(), after);
        work.stands(mailbox, standing);
        return Outcome.of(new Lock(
                order.lock().position(),
                order.lock().key(),
                standing.lockedUntil() == null ? work.now() : standing.lockedUntil()));
    }

    private void store() {
        if (!changed.isEmpty()) {
            work.store().update(changed.values());
        }
        if (!acknowledged.isEmpty()) {
            work.remove(acknowledged.values());
        }
    }
}
