package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.DeliveryState;
import dev.parley.relay.Lock;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.engine.MailBatch.Placed;
import dev.parley.relay.mailbox.RelayProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Acknowledges, extends and gives back what is locked, for those who ask for that alone and for receptions. */
final class LockOrders {

    private final MailWork work;
    private final @Nullable Result<?>[] outcomes;
    private final Map<Long, MailHandle> mails = new HashMap<>();
    private final Map<Long, MailHandle> acknowledged = new LinkedHashMap<>();
    private final Map<Long, MailHandle> changed = new LinkedHashMap<>();
    private final Map<Integer, Acknowledged> withReceptions = new HashMap<>();

    LockOrders(MailWork work, @Nullable Result<?>[] outcomes) {
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
                        Result.of(acknowledge(acknowledge.locks(), one.box().id()));
            } else if (one.order() instanceof MailOrder.Hold hold) {
                outcomes[one.place()] = hold(hold, one.box().id());
            } else if (one.order() instanceof MailOrder.Receive receive && acknowledges(receive)) {
                withReceptions.put(
                        one.place(),
                        acknowledge(receive.wish().locks(), one.box().id()));
            }
        }
        store();
    }

    /** The result for the locks of a reception without a key; null if it says nothing of any. */
    @Nullable
    Acknowledged withReception(int place) {
        return withReceptions.get(place);
    }

    /** Acknowledges locks by themselves. */
    static Acknowledged acknowledge(MailWork work, List<String> locks, long mailbox) {
        LockOrders alone = new LockOrders(work, new Result<?>[0]);
        Set<Long> positions = new TreeSet<>();
        positions(locks, positions);
        if (!positions.isEmpty()) {
            alone.mails.putAll(work.store().lock(positions));
        }
        Acknowledged acknowledged = alone.acknowledge(locks, mailbox);
        alone.store();
        return acknowledged;
    }

    /**
     * True if the reception acknowledges something at once. Under a key it has to be known first if that was done
     * before.
     */
    private static boolean acknowledges(MailOrder.Receive order) {
        return order.key() == null && order.wish().acknowledge() != null;
    }

    private static void positions(MailOrder order, Set<Long> positions) {
        if (order instanceof MailOrder.Acknowledge acknowledge) {
            positions(acknowledge.locks(), positions);
        } else if (order instanceof MailOrder.Hold hold) {
            positions.add(hold.lock().position());
        } else if (order instanceof MailOrder.Receive receive && acknowledges(receive)) {
            positions(receive.wish().locks(), positions);
        }
    }

    private static void positions(List<String> locks, Set<Long> positions) {
        locks.forEach(lock -> Lock.Token.parse(lock).ifPresent(token -> positions.add(token.position())));
    }

    private Acknowledged acknowledge(List<String> locks, long mailbox) {
        List<String> done = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (String lock : locks) {
            MailHandle held =
                    Lock.Token.parse(lock).map(token -> held(token, mailbox)).orElse(null);
            if (held == null) {
                lost.add(lock);
            } else {
                done.add(lock);
                long position = held.position();
                acknowledged.put(position, held);
                changed.remove(position);
                mails.remove(position);
            }
        }
        return new Acknowledged(done, lost);
    }

    private @Nullable MailHandle held(Lock.Token token, long mailbox) {
        MailHandle mail = mails.get(token.position());
        return mail != null && mail.mailbox() == mailbox && MailPolicy.holds(mail.standing(), token, work.now())
                ? mail
                : null;
    }

    private Result<?> hold(MailOrder.Hold order, long mailbox) {
        MailHandle held = held(order.lock(), mailbox);
        if (held == null) {
            return Result.refused(RelayProblems.lockLost());
        }
        DeliveryState standing = order.extension() == null
                ? MailPolicy.givenBack(held.standing(), work.now(), order.delay())
                : MailPolicy.extended(held.standing(), work.now().plus(order.extension()));
        MailHandle after = held.with(standing);
        mails.put(held.position(), after);
        changed.put(held.position(), after);
        work.stands(mailbox, standing);
        return Result.of(new Lock(
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
