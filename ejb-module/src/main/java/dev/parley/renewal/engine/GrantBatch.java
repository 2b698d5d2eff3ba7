package dev.parley.renewal.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantPolicy;
import dev.parley.renewal.GrantStore;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.RenewalProblems;
import dev.parley.renewal.ResourceSource;
import dev.parley.renewal.engine.GrantOrder.Ask;
import dev.parley.renewal.engine.GrantOrder.Say;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what different callers ask of pools and grants, in one transaction: first what is said of grants, then
 * what became free goes to those who wait, then comes what is asked for.
 */
final class GrantBatch {

    private static final Duration RETRY_AFTER_AT_LEAST = Duration.ofSeconds(1);

    private final GrantStore store;
    private final Duration retention;
    private final Supplier<String> ids;
    private final ResourceSource supply;
    private final Consumer<Outgoing> post;

    /**
     * The results of the orders, and what they changed.
     *
     * @param outcomes grants, in the order of the orders
     * @param holders where the holders are told, by the places of the orders that said something that was refused
     * @param changes for the sweeper
     */
    record Answers(List<Result<?>> outcomes, Map<Integer, Address> holders, GrantWork.Changes changes) {}

    private record Request(String pool, String holder, String key) {}

    /**
     * @param retention how long a grant that has ended is known
     * @param ids makes the ids of grants
     * @param supply makes resources, and takes them back
     * @param post sends
     */
    GrantBatch(
            GrantStore store,
            Duration retention,
            Supplier<String> ids,
            ResourceSource supply,
            Consumer<Outgoing> post) {
        this.store = store;
        this.supply = supply;
        this.retention = retention;
        this.ids = ids;
        this.post = post;
    }

    /** A batch in which what is granted is only a number. */
    GrantBatch(GrantStore store, Duration retention, Supplier<String> ids, Consumer<Outgoing> post) {
        this(store, retention, ids, ResourceSource.ofNumbers(), post);
    }

    Answers run(List<GrantOrder> orders) {
        GrantWork work = new GrantWork(store, store.now(), retention, supply, post);
        Result<?>[] outcomes = new Result<?>[orders.size()];
        Map<Integer, Address> holders = sayAll(orders, work, outcomes);
        Set<String> askedFor = new TreeSet<>();
        orders.forEach(order -> {
            if (order instanceof Ask ask) {
                askedFor.add(ask.pool());
            }
        });
        work.read(askedFor);
        Map<String, PoolUsage> locked = work.settle(askedFor);
        locked = askAll(orders, work, locked, outcomes);
        return new Answers(List.copyOf(Arrays.asList(outcomes)), holders, work.finish(locked));
    }

    private Map<Integer, Address> sayAll(List<GrantOrder> orders, GrantWork work, Result<?>[] outcomes) {
        Set<String> ids = new TreeSet<>();
        orders.forEach(order -> {
            if (order instanceof Say say) {
                ids.add(say.id());
            }
        });
        Map<Integer, Address> holders = new HashMap<>();
        if (ids.isEmpty()) {
            return holders;
        }
        Map<String, Grant> grants = store.lockGrants(ids);
        Set<String> pools = new TreeSet<>();
        grants.values().forEach(grant -> pools.add(grant.pool()));
        work.read(pools);
        for (int i = 0; i < outcomes.length; i++) {
            if (orders.get(i) instanceof Say say) {
                Grant grant = grants.get(say.id());
                outcomes[i] = say(say, grant, work);
                if (grant != null && grant.pingTo() != null && outcomes[i].refusal() != null) {
                    holders.put(i, grant.pingTo());
                }
            }
        }
        return holders;
    }

    private static Result<?> say(Say say, @Nullable Grant grant, GrantWork work) {
        PoolUsage pool = grant == null ? null : work.pool(grant.pool());
        GrantEvent event = grant == null || pool == null ? null : say.meaning(work.latest(grant), pool.pool());
        if (grant == null || pool == null || event == null) {
            return Result.refused(RenewalProblems.grantUnknown(say.id()));
        }
        Problem refused = work.apply(grant, event, pool);
        return refused == null ? Result.of(work.latest(grant)) : Result.refused(refused);
    }

    private Map<String, PoolUsage> askAll(
            List<GrantOrder> orders, GrantWork work, Map<String, PoolUsage> locked, Result<?>[] outcomes) {
        Map<String, PoolUsage> standings = new HashMap<>(locked);
        Map<Request, Grant> requested = new HashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (orders.get(i) instanceof Ask ask) {
                PoolUsage pool = standings.get(ask.pool());
                outcomes[i] = pool == null
                        ? Result.refused(RenewalProblems.poolUnknown(ask.pool()))
                        : ask(ask, pool, work, requested, standings);
            }
        }
        return standings;
    }

    private Result<?> ask(
            Ask ask, PoolUsage pool, GrantWork work, Map<Request, Grant> requested, Map<String, PoolUsage> standings) {
        Grant before = before(ask, requested);
        if (before != null) {
            return again(ask, work.latest(before));
        }
        if (!pool.pool().mayBeHeldBy(ask.caller())) {
            return Result.refused(RenewalProblems.holderRefused(pool.pool()));
        }
        PoolUsage counted = work.counted(pool);
        PoolDefinition definition = pool.pool().definition();
        Instant now = work.now();
        long token = counted.token() + 1;
        Optional<String> reference = counted.held() < definition.capacity() && counted.waiting() == 0
                ? work.allocate(ask.pool(), ask.holder(), token)
                : Optional.empty();
        if (reference.isEmpty()) {
            work.isWanted(ask.pool());
        }
        if (reference.isEmpty() && ask.wish().waiting().isZero()) {
            return Result.refused(RenewalProblems.poolExhausted(pool.pool(), retryAfter(definition)));
        }
        Grant grant = Grant.waiting(
                ids.get(),
                ask.pool(),
                ask.holder(),
                ask.wish().pingTo(),
                now,
                now.plus(ask.wish().waiting()));
        if (reference.isPresent()) {
            standings.put(ask.pool(), new PoolUsage(pool.pool(), pool.held(), pool.waiting(), token));
            grant = new GrantPolicy(definition)
                    .decide(grant, new GrantEvent.Granted(reference.get(), token), now)
                    .grant();
        }
        work.make(grant, ask.key(), definition);
        if (ask.key() != null) {
            requested.put(new Request(ask.pool(), ask.holder(), ask.key()), grant);
        }
        return Result.of(grant);
    }

    private @Nullable Grant before(Ask ask, Map<Request, Grant> requested) {
        if (ask.key() == null) {
            return null;
        }
        Grant inBatch = requested.get(new Request(ask.pool(), ask.holder(), ask.key()));
        return inBatch != null
                ? inBatch
                : store.requested(ask.pool(), ask.holder(), List.of(ask.key())).get(ask.key());
    }

    private static Result<?> again(Ask ask, Grant before) {
        if (!Objects.equals(before.pingTo(), ask.wish().pingTo())) {
            return Result.refused(RenewalProblems.keyReused(String.valueOf(ask.key())));
        }
        return before.status().isFinal() ? Result.refused(RenewalProblems.grantEnded(before)) : Result.of(before);
    }

    /** The seconds until those who are asked now have answered, or not. */
    private static long retryAfter(PoolDefinition pool) {
        Duration round = pool.lease() ? pool.pingEvery() : pool.pingTimeout();
        return Math.max(RETRY_AFTER_AT_LEAST.toSeconds(), round.toSeconds());
    }
}
