package dev.parley.engine.journal;

import dev.parley.conversation.ConversationView;
import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.commit.Once;
import dev.parley.engine.config.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets callers wait for a change of a conversation without holding a thread. A commit on this node wakes them at once;
 * for those of other nodes the watched conversations are looked at in intervals, as long as anybody waits.
 */
@ApplicationScoped
class ConversationWaiters {

    @Resource
    ManagedScheduledExecutorService executor;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Settings settings;

    private static final int MOST_IN_ONE_QUERY = 500;

    private final ConcurrentMap<String, Set<Waiter>> waiters = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    private record Waiter(
            Supplier<ConversationView> read,
            Predicate<ConversationView> enough,
            CompletableFuture<ConversationView> result) {}

    /**
     * Waits until what is read is enough, or the time is over: then it completes with what is there.
     *
     * @param read reads the conversation as it is committed
     */
    CompletableFuture<ConversationView> await(
            String id, Supplier<ConversationView> read, Predicate<ConversationView> enough, Duration wait) {
        Waiter waiter = new Waiter(read, enough, new CompletableFuture<>());
        if (!wait.isNegative() && !wait.isZero()) {
            add(id, waiter);
        }
        // Read after registering: a change in between is seen twice rather than never.
        ConversationView now = readOrLeave(id, waiter);
        if (enough.test(now) || wait.isNegative() || wait.isZero()) {
            waiter.result().complete(now);
        } else {
            Future<?> timeout = Once.in(executor, () -> finish(waiter), wait.toMillis(), TimeUnit.MILLISECONDS);
            var unused = waiter.result().whenComplete((view, failure) -> timeout.cancel(false));
            lookInIntervals();
        }
        return waiter.result();
    }

    private ConversationView readOrLeave(String id, Waiter waiter) {
        try {
            return waiter.read().get();
        } catch (RuntimeException e) {
            remove(id, waiter);
            throw e;
        }
    }

    private void add(String id, Waiter waiter) {
        waiters.compute(id, (key, there) -> {
            Set<Waiter> set = there == null ? ConcurrentHashMap.newKeySet() : there;
            set.add(waiter);
            return set;
        });
        var unused = waiter.result().whenComplete((view, failure) -> remove(id, waiter));
    }

    private void remove(String id, Waiter waiter) {
        waiters.computeIfPresent(id, (key, there) -> {
            there.remove(waiter);
            return there.isEmpty() ? null : there;
        });
    }

    void committed(@Observes AfterCommit.Committed committed) {
        for (String id : committed.conversationIds()) {
            if (waiters.containsKey(id)) {
                lookSoon(id);
            }
        }
    }

    private void lookSoon(String id) {
        try {
            executor.execute(() -> look(id));
        } catch (RejectedExecutionException e) {
            // The server is suspended: whoever waits is looked after in intervals when it goes on
        }
    }

    private void look(String id) {
        for (Waiter waiter : waiters.getOrDefault(id, Set.of())) {
            try {
                ConversationView view = waiter.read().get();
                if (waiter.enough().test(view)) {
                    waiter.result().complete(view);
                }
            } catch (RuntimeException e) {
                waiter.result().completeExceptionally(e);
            }
        }
    }

    /** One query for many, and a look only at those that have changed. */
    private void lookAt(List<String> ids) {
        List<Object[]> versions = entities.createQuery(
                        "select c.id, c.version from ConversationRow c where c.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        for (Object[] row : versions) {
            String id = (String) row[0];
            Integer version = (Integer) row[1];
            if (!version.equals(seen.put(id, version))) {
                look(id);
            }
        }
    }

    private static void finish(Waiter waiter) {
        try {
            waiter.result().complete(waiter.read().get());
        } catch (RuntimeException e) {
            waiter.result().completeExceptionally(e);
        }
    }

    private void lookInIntervals() {
        if (looking.compareAndSet(false, true)) {
            var unused =
                    Once.in(executor, this::lookAtAll, settings.watchInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookAtAll() {
        try {
            List<String> watched = List.copyOf(waiters.keySet());
            for (int i = 0; i < watched.size(); i += MOST_IN_ONE_QUERY) {
                lookAt(watched.subList(i, Math.min(watched.size(), i + MOST_IN_ONE_QUERY)));
            }
            seen.keySet().retainAll(waiters.keySet());
        } finally {
            looking.set(false);
            if (!waiters.isEmpty()) {
                lookInIntervals();
            }
        }
    }
}
