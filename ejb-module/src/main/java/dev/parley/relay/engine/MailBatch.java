package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.relay.MailStore;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailStore.Opening;
import dev.parley.relay.mailbox.RelayProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Carries out what different callers ask of mailboxes, in one transaction of the database: first what is sent, then
 * what is done with locks, then what is received, so that what came is there for those who want it.
 */
final class MailBatch {

    /**
     * A number of messages that is greater than what a mailbox can become fuller by at once: nobody has to wait for
     * exact numbers in an emptier mailbox.
     */
    private static final long NEARLY_FULL_MESSAGES = 50_000;

    private static final long NEARLY_FULL_BYTES = 256L * 1024 * 1024;

    private final MailStore store;
    private final Duration retention;
    private final Supplier<String> ids;
    private final Supplier<String> secrets;

    /** An order in its place, and the mailbox that it is for. */
    record Placed<O extends MailOrder>(int place, O order, Box box) {}

    /**
     * The results of the orders, and what they changed.
     *
     * @param outcomes in the order of the orders
     * @param changes for those who wait
     */
    record Answers(List<Result<?>> outcomes, MailWork.Changes changes) {}

    /**
     * @param retention how long keys are remembered
     * @param ids makes the ids of messages
     * @param secrets makes the secrets that keys of locks are made of
     */
    MailBatch(MailStore store, Duration retention, Supplier<String> ids, Supplier<String> secrets) {
        this.store = store;
        this.retention = retention;
        this.ids = ids;
        this.secrets = secrets;
    }

    Answers run(List<? extends MailOrder> orders) {
        Set<String> names = new TreeSet<>();
        for (MailOrder order : orders) {
            names.add(order.mailbox());
            if (order instanceof MailOrder.Send send) {
                names.addAll(send.named());
            }
        }
        Opening opening = store.open(names);
        Result<?>[] outcomes = new Result<?>[orders.size()];
        List<Placed<?>> placed = place(orders, opening, outcomes);
        MailWork work = new MailWork(store, opening.now(), retention, ids, secrets);
        new SendOrders(work, opening.boxes(), outcomes).run(withExactSizes(of(placed, MailOrder.Send.class)));
        LockOrders locks = new LockOrders(work, outcomes);
        locks.run(placed);
        new ReceiveOrders(work, outcomes, locks).run(of(placed, MailOrder.Receive.class));
        return new Answers(List.copyOf(Arrays.asList(outcomes)), work.finish());
    }

    private static List<Placed<?>> place(List<? extends MailOrder> orders, Opening opening, Result<?>[] outcomes) {
        List<Placed<?>> placed = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            MailOrder order = orders.get(i);
            Box box = opening.boxes().get(order.mailbox());
            if (box != null && !order.isFor(box.mailbox())) {
                outcomes[i] = Result.refused(RelayProblems.mailboxReplaced(order.mailbox()));
            } else if (box != null && order.isAllowed(box.mailbox())) {
                placed.add(new Placed<>(i, order, box));
            } else {
                outcomes[i] = Result.refused(RelayProblems.mailboxUnknown(order.mailbox()));
            }
        }
        return placed;
    }

    private static <O extends MailOrder> List<Placed<O>> of(List<Placed<?>> placed, Class<O> type) {
        List<Placed<O>> found = new ArrayList<>();
        for (Placed<?> one : placed) {
            if (type.isInstance(one.order())) {
                found.add(new Placed<>(one.place(), type.cast(one.order()), one.box()));
            }
        }
        return found;
    }

    private List<Placed<MailOrder.Send>> withExactSizes(List<Placed<MailOrder.Send>> sends) {
        Set<Long> nearlyFull = new HashSet<>();
        for (Placed<?> send : sends) {
            var definition = send.box().mailbox().definition();
            MailStore.Size size = send.box().size();
            if (definition.messages() - size.messages() < NEARLY_FULL_MESSAGES
                    || definition.bytes() - size.bytes() < NEARLY_FULL_BYTES) {
                nearlyFull.add(send.box().id());
            }
        }
        if (nearlyFull.isEmpty()) {
            return sends;
        }
        Map<Long, MailStore.Size> exact = new HashMap<>(store.lockSizes(nearlyFull));
        return sends.stream()
                .map(send -> new Placed<>(send.place(), send.order(), exactly(send.box(), exact)))
                .toList();
    }

    private static Box exactly(Box box, Map<Long, MailStore.Size> exact) {
        return exact.containsKey(box.id())
                ? new Box(box.id(), box.mailbox(), Objects.requireNonNull(exact.get(box.id())))
                : box;
    }
}
