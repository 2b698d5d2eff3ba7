package dev.parley.relay.engine;

import dev.parley.engine.commit.Once;
import dev.parley.engine.commit.Result;
import dev.parley.relay.Arrivals;
import dev.parley.relay.LockedMail;
import dev.parley.relay.ReceivedMails;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets receptions wait for messages without holding a thread. A commit on this node wakes them at once, in their order;
 * what becomes available otherwise (by time, or on another node) is looked for in intervals, by one query for all
 * mailboxes that anybody waits for.
 */
@ApplicationScoped
class WaitingReceptions {

    private static final Logger LOG = System.getLogger(WaitingReceptions.class.getName());

    /** The number of receptions that are woken where nobody knows how many messages there are. */
    private static final int SOME = 8;

    /** Looking takes at most this part of the time. */
    private static final int SHARE = 10;

    private static final int MOST_IN_ONE_QUERY = 1000;

    /** The pause between two looks for mailboxes that were deleted on another node, or just when somebody came. */
    private static final Duration GONE_ELSEWHERE = Duration.ofMillis(500);

    private static final Duration TELL_AGAIN = Duration.ofSeconds(5);

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    MailTransactions transactions;

    @Inject
    RelaySettings relay;

    @Inject
    Clock clock;

    private final ConcurrentMap<Long, WaitingLine> lines = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> numbers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Instant> told = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Instant looksForGoneAt = Instant.MIN;
    private volatile @Nullable Function<MailOrder, CompletableFuture<Result<?>>> commits;

    /**
     * Receives as soon as there is something, or nothing when the wait is over.
     *
     * @param submit has an order carried out
     */
    CompletableFuture<ReceivedMails> receive(
            MailOrder.Receive order, Function<MailOrder, CompletableFuture<Result<?>>> submit) {
        if (waiting.incrementAndGet() > relay.waiting()) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(new RejectedExecutionException("Too many receptions wait"));
        }
        commits = submit;
        var reception = new WaitingReception(
                sequence.incrementAndGet(),
                order,
                clock.instant().plus(order.wish().waiting()),
                new CompletableFuture<>(),
                null);
        var unused = reception.result().whenComplete((delivery, failure) -> {
            waiting.decrementAndGet();
            leave(reception);
        });
        attempt(reception);
        lookInIntervals();
        return reception.result();
    }

    private void leave(WaitingReception reception) {
        Long number = numbers.get(reception.order().mailbox());
        WaitingLine line = number == null ? null : lines.get(number);
        if (line != null) {
            line.leave(reception);
        }
    }

    private WaitingLine line(long mailbox) {
        return lines.computeIfAbsent(mailbox, number -> new WaitingLine());
    }

    private void attempt(WaitingReception reception) {
        Function<MailOrder, CompletableFuture<Result<?>>> submit = commits;
        if (submit == null || reception.result().isDone()) {
            return;
        }
        Long number = numbers.get(reception.order().mailbox());
        long seen = number == null ? -1 : line(number).arrivals();
        var unused = submit.apply(reception.order())
                .whenComplete((outcome, failure) -> settle(reception, seen, outcome, failure));
    }

    private void settle(
            WaitingReception reception, long seen, @Nullable Result<?> outcome, @Nullable Throwable failure) {
        if (outcome == null) {
            reception.result().completeExceptionally(failure == null ? new IllegalStateException() : failure);
            return;
        }
        ReceptionOutcome received;
        try {
            received = outcome.as(ReceptionOutcome.class);
        } catch (RuntimeException e) {
            reception.result().completeExceptionally(e);
            return;
        }
        WaitingReception after = reception.after(received.delivery());
        if (!received.delivery().mails().isEmpty()) {
            give(after, received);
        } else if (after.isOver(clock.instant())) {
            after.result().complete(after.answer(received.delivery()));
        } else {
            join(after, received.mailbox(), seen);
        }
    }

    /** The answer to a reception that got something. Where there was one message, there may be more. */
    private void give(WaitingReception reception, ReceptionOutcome received) {
        if (!reception.result().complete(reception.answer(received.delivery()))) {
            giveBack(reception.order(), received.delivery().mails());
        }
        wake(line(received.mailbox()), 1);
    }

    /** Nobody is there any more to whom it could be given. */
    private void giveBack(MailOrder.Receive order, List<LockedMail> mails) {
        Function<MailOrder, CompletableFuture<Result<?>>> submit = commits;
        if (submit == null) {
            return;
        }
        for (LockedMail mail : mails) {
            var token = new dev.parley.relay.Lock.Token(
                    mail.lock().position(), mail.lock().key());
            var back = new MailOrder.Hold(order.mailbox(), order.caller(), token, null, Duration.ZERO);
            var unused = submit.apply(back).whenComplete((given, failure) -> {
                if (failure instanceof RejectedExecutionException) {
                    giveBackHere(back);
                }
            });
        }
    }

    /**
     * A server that is being suspended has no thread more for it, and just then waits end: this one, which has
     * committed what is given back, may commit that, too.
     */
    private void giveBackHere(MailOrder.Hold back) {
        try {
            transactions.alone(connection -> transactions.run(List.of(back), connection));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "It is not given back, and is there again when its lock has run out", e);
        }
    }

    private void join(WaitingReception reception, long mailbox, long seen) {
        numbers.put(reception.order().mailbox(), mailbox);
        WaitingLine line = line(mailbox);
        line.join(reception);
        boolean missed = seen >= 0 && line.arrivals() != seen;
        if (reception.result().isDone()) {
            line.leave(reception);
        } else if (missed && line.leave(reception)) {
            attempt(reception);
        }
    }

    private void wake(WaitingLine line, int most) {
        line.next(most).forEach(this::attempt);
    }

    /** Messages became available. */
    void committed(@Observes MailWork.Changes changes) {
        for (Map.Entry<Long, Integer> arrival : changes.arrivals().entrySet()) {
            WaitingLine line = lines.get(arrival.getKey());
            if (line != null) {
                line.arrived();
                wake(line, arrival.getValue());
                line.tell();
            }
        }
    }

    /** A mailbox was deleted: whoever waits for its messages is told at once that there is none. */
    void gone(long mailbox) {
        WaitingLine line = lines.get(mailbox);
        if (line != null) {
            wake(line, Integer.MAX_VALUE);
            line.end();
        }
    }

    /** Tells the listener of arrivals until it is closed. */
    Arrivals.Listening listen(long mailbox, Arrivals.Listener listener) {
        // Another object each time: somebody may listen twice with one listener.
        Arrivals.Listener mine = new Arrivals.Listener() {
            @Override
            public void arrived() {
                listener.arrived();
            }

            @Override
            public void ended() {
                listener.ended();
            }
        };
        line(mailbox).listen(mine);
        told.remove(mailbox);
        waiting.incrementAndGet();
        lookInIntervals();
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                waiting.decrementAndGet();
                line(mailbox).unlisten(mine);
            }
        };
    }

    private void lookInIntervals() {
        if (!stopped && looking.compareAndSet(false, true)) {
            later(relay.interval().toMillis());
        }
    }

    private void later(long millis) {
        var unused = Once.in(executor, this::look, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void look() {
        long begun = System.nanoTime();
        try {
            endWaits(clock.instant());
            probe();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "It could not be seen whether there are messages for those who wait; it is looked again",
                    e);
        }
        looking.set(false);
        if (waiting.get() > 0 && !stopped && looking.compareAndSet(false, true)) {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            later(Math.max(relay.interval().toMillis(), SHARE * took));
        }
    }

    private void endWaits(Instant now) {
        for (WaitingLine line : lines.values()) {
            for (WaitingReception reception : line.receptions()) {
                if (reception.isOver(now) && line.leave(reception)) {
                    end(reception);
                }
            }
        }
    }

    /**
     * The end of a wait. Under a key another attempt of the same reception may have got something meanwhile, which this
     * one has to answer with, too.
     */
    private void end(WaitingReception reception) {
        if (reception.order().key() == null) {
            reception.result().complete(new ReceivedMails(List.of(), reception.acknowledged()));
        } else {
            attempt(reception);
        }
    }

    private void probe() {
        List<Long> waited = new ArrayList<>();
        lines.forEach((mailbox, line) -> {
            if (line.isWaitedIn() || line.isListenedTo()) {
                waited.add(mailbox);
            }
        });
        Instant now = clock.instant();
        boolean mayBeGone = now.isAfter(looksForGoneAt);
        if (mayBeGone) {
            looksForGoneAt = now.plus(GONE_ELSEWHERE);
        }
        Set<Long> ready = new HashSet<>();
        for (int i = 0; i < waited.size(); i += MOST_IN_ONE_QUERY) {
            List<Long> some = waited.subList(i, Math.min(waited.size(), i + MOST_IN_ONE_QUERY));
            ready.addAll(transactions.ready(some));
            if (mayBeGone) {
                transactions.gone(some).forEach(this::gone);
            }
        }
        told.keySet().retainAll(ready);
        for (Long mailbox : ready) {
            WaitingLine line = line(mailbox);
            wake(line, SOME);
            if (line.isListenedTo()) {
                tellAgain(mailbox, line, now);
            }
        }
    }

    /**
     * The listeners of a mailbox are told again, from time to time, of messages that nobody fetches: more may have come
     * to it on another node.
     */
    private void tellAgain(long mailbox, WaitingLine line, Instant now) {
        Instant last = told.get(mailbox);
        if (last == null || last.plus(TELL_AGAIN).isBefore(now)) {
            told.put(mailbox, now);
            line.tell();
        }
    }
}
