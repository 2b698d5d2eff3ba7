package dev.parley.renewal.engine;

import dev.parley.message.Outgoing;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantStore;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.Ping;
import dev.parley.renewal.PressurePolicy;
import dev.parley.renewal.ResourceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does with grants what is due: asks, asks again, takes away, hands on; and asks early where more is wanted than is
 * free.
 */
final class GrantSweep {

    private final GrantStore store;
    private final Duration retention;
    private final Supplier<String> secrets;
    private final ResourceSource supply;
    private final Consumer<Outgoing> post;

    /**
     * The result of a sweep.
     *
     * @param found how many grants were due, or asked early
     * @param changes what it leaves
     */
    record Swept(int found, GrantWork.Changes changes) {}

    /**
     * @param retention how long a grant that has ended is known
     * @param secrets makes what nobody can guess
     * @param supply makes resources, and takes them back
     * @param post sends
     */
    GrantSweep(
            GrantStore store,
            Duration retention,
            Supplier<String> secrets,
            ResourceSource supply,
            Consumer<Outgoing> post) {
        this.store = store;
        this.supply = supply;
        this.retention = retention;
        this.secrets = secrets;
        this.post = post;
    }

    /** A sweep in which what is granted is only a number. */
    GrantSweep(GrantStore store, Duration retention, Supplier<String> secrets, Consumer<Outgoing> post) {
        this(store, retention, secrets, ResourceSource.ofNumbers(), post);
    }

    /** Does what is due with so many grants at most. */
    Swept due(int most) {
        GrantWork work = new GrantWork(store, store.now(), retention, supply, post);
        List<Grant> due = store.claimDue(work.now(), most);
        Instant resumedAt = due.isEmpty() ? work.now() : store.resumedAt();
        Set<String> pools = new TreeSet<>();
        due.forEach(grant -> pools.add(grant.pool()));
        work.read(pools);
        List<Grant> past = new ArrayList<>();
        for (Grant grant : due) {
            PoolUsage pool = work.pool(grant.pool());
            if (grant.status().isFinal() || pool == null) {
                past.add(grant);
            } else {
                work.apply(grant, new GrantEvent.Due(pingId(grant), resumedAt), pool);
            }
        }
        if (!past.isEmpty()) {
            store.remove(past);
        }
        return new Swept(due.size(), work.finish(work.settle(Set.of())));
    }

    /**
     * Hands on what is free, and asks holders of a pool early, if it is tight; {@code wanted} if somebody was sent away
     * who wanted something of it.
     */
    Swept hurry(String name, boolean wanted) {
        GrantWork work = new GrantWork(store, store.now(), retention, supply, post);
        work.read(Set.of(name));
        PoolUsage pool = work.pool(name);
        if (pool == null) {
            return new Swept(0, work.finish(Map.of()));
        }
        int waiting = wanted ? Math.max(1, pool.waiting()) : pool.waiting();
        List<Grant> silent = silent(pool, waiting, work.now());
        silent.forEach(grant -> work.apply(grant, new GrantEvent.Hurried(pingId(grant)), pool));
        boolean isFree =
                pool.waiting() > 0 && pool.held() < pool.pool().definition().capacity();
        GrantWork.Changes changes = work.finish(work.settle(isFree ? Set.of(name) : Set.of()));
        return new Swept(silent.size(), work.hasHandedOn() ? changes : changes.unhurried());
    }

    /** Says which grant it asks about, so that an answer need not. */
    private String pingId(Grant grant) {
        return Ping.id(grant.id(), secrets.get());
    }

    private List<Grant> silent(PoolUsage pool, int waiting, Instant now) {
        var definition = pool.pool().definition();
        var unasked = new PressurePolicy.Load(pool.held(), waiting, 0);
        if (!PressurePolicy.isTight(definition, unasked)) {
            return List.of();
        }
        int asked = store.asked(pool.pool().name(), PressurePolicy.MOST);
        var load = new PressurePolicy.Load(pool.held(), waiting, asked);
        int most = PressurePolicy.toAsk(definition, load);
        return most == 0
                ? List.of()
                : store.claimSilent(pool.pool().name(), PressurePolicy.askableBefore(definition, load, now), most);
    }
}
