package dev.parley.renewal.engine;

import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantDecision;
import dev.parley.renewal.GrantEffect;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantPolicy;
import dev.parley.renewal.GrantStore;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PressurePolicy;
import dev.parley.renewal.ResourceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work of one transaction on grants: it carries out what is decided, counts what pools hold, and hands on what
 * became free. First the grants are locked, in the order of their ids, then their pools, in the order of their names;
 * nothing is waited for after that.
 */
final class GrantWork {

    /** The number of resources that are handed on at once; the sweeper does the rest. */
    private static final int MOST_HANDED = 100;

    private final GrantStore store;
    private final Instant now;
    private final Duration retention;
    private final ResourceSource supply;
    private final Consumer<Outgoing> post;
    private final Map<String, PoolUsage> pools = new HashMap<>();
    private final Map<String, Change> changes = new HashMap<>();
    private final Map<String, Grant> dirty = new LinkedHashMap<>();
    private final List<Stored> made = new ArrayList<>();
    private final Set<String> wanted = new HashSet<>();
    private Instant dueAt = Instant.MAX;
    private boolean hasHandedOn;

    /** The change of a pool's counters. */
    private static final class Change {
        private int held;
        private int waiting;
    }

    /**
     * The changes of a transaction, for the sweeper.
     *
     * @param dueAt the earliest time at which one of its grants is due
     * @param wanted pools of which somebody wants more than is free
     */
    record Changes(Instant dueAt, Set<String> wanted) {

        /**
         * The same for a sweeper that looks again soon, and need not at once: others have locked whom it could serve.
         */
        Changes unhurried() {
            return new Changes(dueAt, Set.of());
        }
    }

    /**
     * @param retention how long a grant that has ended is known
     * @param supply makes resources, and takes them back
     * @param post sends
     */
    GrantWork(GrantStore store, Instant now, Duration retention, ResourceSource supply, Consumer<Outgoing> post) {
        this.store = store;
        this.supply = supply;
        this.now = now;
        this.retention = retention;
        this.post = post;
    }

    Instant now() {
        return now;
    }

    /** Makes pools known, as they are defined; they are not locked. */
    void read(Set<String> names) {
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(pools.keySet());
        if (!missing.isEmpty()) {
            pools.putAll(store.read(missing));
        }
    }

    /** A pool that was made known; null if there is none. */
    @Nullable
    PoolUsage pool(String name) {
        return pools.get(name);
    }

    /** A grant as this transaction leaves it. */
    Grant latest(Grant grant) {
        return dirty.getOrDefault(grant.id(), grant);
    }

    /** Carries out what comes of an event; returns why it was refused, or null. */
    @Nullable
    Problem apply(Grant grant, GrantEvent event, PoolUsage of) {
        Grant before = latest(grant);
        GrantDecision decision = new GrantPolicy(of.pool().definition()).decide(before, event, now);
        Problem refused = null;
        for (GrantEffect effect : decision.effects()) {
            if (effect instanceof GrantEffect.Refuse refuse) {
                refused = refuse.why();
            } else {
                carryOut(effect, decision.grant());
            }
        }
        change(before, decision.grant());
        return refused;
    }

    private void carryOut(GrantEffect effect, Grant grant) {
        if (effect instanceof GrantEffect.Free free) {
            supply.release(grant.pool(), free.reference());
        } else if (grant.pingTo() != null) {
            tell(effect, grant);
        }
    }

    private void tell(GrantEffect effect, Grant grant) {
        if (effect instanceof GrantEffect.Ask ask) {
            post.accept(GrantMessages.ping(grant, ask.ping(), now));
        } else if (effect instanceof GrantEffect.TellGranted) {
            post.accept(GrantMessages.granted(grant, now));
        } else if (effect instanceof GrantEffect.TellEnded) {
            post.accept(GrantMessages.relinquished(grant, now));
        }
    }

    private void change(Grant before, Grant after) {
        if (after.equals(before)) {
            return;
        }
        count(before, -1);
        count(after, 1);
        dirty.put(after.id(), after.status().isFinal() ? after.knownUntil(now.plus(retention)) : after);
        isDue(after);
    }

    private void count(Grant grant, int by) {
        if (grant.status().isFinal()) {
            return;
        }
        Change change = changes.computeIfAbsent(grant.pool(), p -> new Change());
        if (grant.status() == Grant.Status.HELD) {
            change.held += by;
        } else {
            change.waiting += by;
        }
    }

    private void isDue(Grant grant) {
        if (!grant.status().isFinal() && grant.dueAt().isBefore(dueAt)) {
            dueAt = grant.dueAt();
        }
    }

    /** Somebody wants more of the pool than is free. */
    void isWanted(String pool) {
        wanted.add(pool);
    }

    /** Takes a grant that was asked for just now into the books. */
    void make(Grant grant, @Nullable String key, PoolDefinition definition) {
        count(grant, 1);
        made.add(stored(grant, key, definition));
        isDue(grant);
    }

    /**
     * Locks the pools whose numbers change, and those that are asked for; what became free goes to whoever waits
     * longest.
     */
    Map<String, PoolUsage> settle(Set<String> askedFor) {
        flush();
        Set<String> names = new TreeSet<>(askedFor);
        changes.forEach((pool, change) -> {
            if (change.held != 0 || change.waiting != 0) {
                names.add(pool);
            }
        });
        Map<String, PoolUsage> locked = names.isEmpty() ? new HashMap<>() : new HashMap<>(store.lock(names));
        locked.replaceAll((name, standing) -> handOn(standing));
        return locked;
    }

    /** True if anybody who waited waits no longer. */
    boolean hasHandedOn() {
        return hasHandedOn;
    }

    /** The pool as this transaction has changed it so far. */
    PoolUsage counted(PoolUsage standing) {
        Change change = changes.get(standing.pool().name());
        return change == null
                ? standing
                : new PoolUsage(
                        standing.pool(),
                        standing.held() + change.held,
                        standing.waiting() + change.waiting,
                        standing.token());
    }

    private PoolUsage handOn(PoolUsage locked) {
        String name = locked.pool().name();
        long token = locked.token();
        PoolUsage counted = counted(locked);
        int free = counted.pool().definition().capacity() - counted.held();
        if (free <= 0 || counted.waiting() <= 0) {
            return locked;
        }
        for (Grant waiting : store.claimWaiting(name, Math.min(free, MOST_HANDED))) {
            if (!now.isBefore(waiting.dueAt())) {
                apply(waiting, new GrantEvent.Due("", Instant.MIN), locked);
                hasHandedOn = true;
                continue;
            }
            Optional<String> reference = supply.allocate(name, waiting.holder(), token + 1);
            if (reference.isEmpty()) {
                break;
            }
            token++;
            apply(waiting, new GrantEvent.Granted(reference.get(), token), locked);
            hasHandedOn = true;
        }
        return new PoolUsage(locked.pool(), locked.held(), locked.waiting(), token);
    }

    /** A resource for somebody who has just asked; empty if there is none now. */
    Optional<String> allocate(String pool, String holder, long token) {
        return supply.allocate(pool, holder, token);
    }

    /** Stores how the locked pools stand at the end, and everything else. */
    Changes finish(Map<String, PoolUsage> locked) {
        flush();
        if (!made.isEmpty()) {
            store.insert(made);
        }
        locked.forEach((name, standing) -> {
            PoolUsage counted = counted(standing);
            store.store(counted);
            if (counted.waiting() > 0) {
                isWanted(name);
            }
        });
        return new Changes(dueAt, Set.copyOf(wanted));
    }

    private void flush() {
        if (dirty.isEmpty()) {
            return;
        }
        List<Stored> rows = new ArrayList<>();
        dirty.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(grant -> {
            PoolUsage of = pools.get(grant.pool());
            if (of != null) {
                rows.add(stored(grant, null, of.pool().definition()));
            }
        });
        store.update(rows);
        dirty.clear();
    }

    private static Stored stored(Grant grant, @Nullable String key, PoolDefinition definition) {
        boolean isHeld = grant.status() == Grant.Status.HELD;
        return new Stored(grant, isHeld ? PressurePolicy.askableAt(definition, grant) : grant.askedAt(), key);
    }
}
