package dev.parley.renewal.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Outgoing;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Conflict;
import dev.parley.simulation.Node;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A node with the real batches and sweeps of pools and grants. Orders that come while a transaction gathers share it.
 */
final class GrantNode {

    static final Duration RETENTION = Duration.ofMinutes(10);
    static final String HOLDERS = "holders";
    private static final int SWEEP = 15_000;
    private static final int BEAT = 2000;
    private static final int AT_ONCE = 2;
    private static final int MOST_DUE = 3;

    private final World world;
    private final VirtualClock clock;
    private final GrantTables tables;
    private final GrantWatch watch;
    private final GrantDefect defect;
    private final Node node;
    private Instant awayUntil = World.BEGIN;
    private List<Asked> gathered = new ArrayList<>();
    private Set<String> wanted = new TreeSet<>();
    private long armedAt;
    private int sweeping;
    private int life;
    private boolean isUp;

    /** An order, and who gets its outcome. */
    private record Asked(GrantOrder order, Consumer<Result<?>> answer) {}

    GrantNode(
            World world, VirtualClock clock, Broker broker, GrantTables tables, GrantWatch watch, GrantDefect defect) {
        this.world = world;
        this.clock = clock;
        this.tables = tables;
        this.watch = watch;
        this.defect = defect;
        node = new Node(world, broker, world.name("node"), this::judge);
        node.onStart(() -> {
            isUp = false;
            node.at(awayUntil, this::begin);
        });
    }

    private void judge(RuntimeException failure) {
        if (!(failure instanceof Conflict)) {
            world.violated(new Violation("pools fail only as they say", failure.toString()));
        }
    }

    void start() {
        node.start();
    }

    /** Is killed, and stays away until then. */
    void leave(Instant until) {
        awayUntil = until;
        node.after(0, () -> node.transaction("its end", Transaction::kill));
    }

    private void begin() {
        isUp = true;
        life++;
        gathered = new ArrayList<>();
        wanted = new TreeSet<>();
        armedAt = Long.MAX_VALUE;
        sweeping = 0;
        beat();
        arm(0);
    }

    private void beat() {
        Instant now = now();
        watch.isUp(now);
        tables.presence = tables.presence.seen(now);
        node.after(BEAT, this::beat);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private MemoryGrantStore store(Transaction transaction) {
        return new MemoryGrantStore(world, now(), tables, transaction, watch, defect);
    }

    private Consumer<Outgoing> post(Transaction transaction) {
        return message -> {
            Outgoing.Request ping = message.request();
            if (ping == null || defect != GrantDefect.PINGS_NOT_SENT) {
                String attempt = ping == null ? "0" : String.valueOf(ping.attempt());
                transaction.send(
                        HOLDERS,
                        new Parcel(
                                message.messageId(),
                                message.type(),
                                message.correlationId(),
                                message.to(),
                                Map.of("GrantId", message.properties().get("GrantId"), "Attempt", attempt),
                                null,
                                message.body()));
            }
        };
    }

    /** Has an order carried out; nobody answers if the node is down, or dies. */
    void ask(GrantOrder order, Consumer<Result<?>> answer) {
        node.after(0, () -> {
            if (!isUp) {
                return;
            }
            gathered.add(new Asked(order, answer));
            if (gathered.size() == 1) {
                node.after(world.millis(0, 5), this::commit);
            }
        });
    }

    private void commit() {
        List<Asked> batch = gathered;
        gathered = new ArrayList<>();
        node.transaction("orders", transaction -> {
            var result = new GrantBatch(store(transaction), RETENTION, () -> world.name("grant"), post(transaction))
                    .run(batch.stream().map(Asked::order).toList());
            for (int i = 0; i < batch.size(); i++) {
                watch.answered(batch.get(i).order(), result.outcomes().get(i));
            }
            transaction.onCommit(() -> {
                for (int i = 0; i < batch.size(); i++) {
                    Result<?> outcome = result.outcomes().get(i);
                    watch.committed(batch.get(i).order(), outcome);
                    batch.get(i).answer().accept(outcome);
                }
                committed(result.changes());
            });
        });
    }

    /** Changes how much there is in a pool. */
    void define(String pool, int capacity) {
        node.after(0, () -> {
            if (isUp) {
                node.transaction("a definition", transaction -> {
                    store(transaction).define(pool, capacity);
                    transaction.onCommit(() -> committed(new GrantWork.Changes(Instant.MAX, Set.of(pool))));
                });
            }
        });
    }

    /** As the sweeper hears of it. */
    private void committed(GrantWork.Changes changes) {
        wanted.addAll(changes.wanted());
        if (!changes.wanted().isEmpty()) {
            arm(0);
        } else if (!changes.dueAt().equals(Instant.MAX)) {
            armAt(changes.dueAt());
        }
    }

    private void armAt(Instant time) {
        Instant latest = now().plusMillis(SWEEP);
        Instant at = time.isBefore(latest) ? time : latest;
        arm(Math.max(0, Duration.between(now(), at).toMillis()));
    }

    private void arm(long delay) {
        long at = world.elapsed() + delay;
        if (at < armedAt) {
            armedAt = at;
            node.after(delay, () -> {
                if (armedAt == at) {
                    armedAt = Long.MAX_VALUE;
                    wake();
                }
            });
        }
    }

    private void wake() {
        arm(SWEEP);
        if (sweeping == AT_ONCE) {
            return;
        }
        sweeping++;
        Set<String> asked = wanted;
        wanted = new TreeSet<>();
        Set<String> pools = new TreeSet<>(asked);
        tables.pools.committed().stream()
                .filter(GrantNode::isTight)
                .forEach(pool -> pools.add(pool.pool().name()));
        Deque<Runnable> steps = new ArrayDeque<>();
        int mine = life;
        Runnable next = () -> {
            if (mine == life && isUp) {
                steps.remove().run();
            }
        };
        pools.forEach(pool -> steps.add(() -> hurry(pool, asked.contains(pool), next)));
        steps.add(() -> due(() -> done(!pools.isEmpty())));
        next.run();
    }

    private static boolean isTight(PoolUsage pool) {
        var definition = pool.pool().definition();
        return pool.waiting() > 0 || (!definition.lease() && pool.held() > 0 && pool.held() >= definition.tight());
    }

    private void done(boolean isTight) {
        sweeping--;
        Instant due = tables.grants.committed().stream()
                .map(stored -> stored.grant().dueAt())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        Instant soon = now().plusMillis(world.millis(500, 15_000));
        armAt(isTight || due.isBefore(soon) ? soon : due);
    }

    private void hurry(String pool, boolean isWanted, Runnable then) {
        sweep("hurry " + pool, sweep -> sweep.hurry(pool, isWanted), found -> then.run());
    }

    private void due(Runnable then) {
        sweep("what is due", sweep -> sweep.due(MOST_DUE), found -> {
            if (found == MOST_DUE) {
                due(then);
            } else {
                then.run();
            }
        });
    }

    private void sweep(
            String title, java.util.function.Function<GrantSweep, GrantSweep.Swept> work, Consumer<Integer> then) {
        int mine = life;
        int[] found = new int[1];
        node.transaction(title, transaction -> {
            transaction.onEnd(() -> node.after(0, () -> {
                if (mine == life) {
                    then.accept(found[0]);
                }
            }));
            var sweep = new GrantSweep(store(transaction), RETENTION, () -> world.name("secret"), post(transaction));
            GrantSweep.Swept swept = work.apply(sweep);
            transaction.onCommit(() -> {
                found[0] = swept.found();
                committed(swept.changes());
            });
        });
    }

    /** What is said of a grant by its holder. */
    static GrantOrder.Say saying(String holder, String grantId, GrantEvent event) {
        return new GrantOrder.Say(null, grantId, new GrantOrder.Speaker(holder, null), event);
    }

    static boolean isHeld(Result<?> outcome) {
        return outcome instanceof Result.Done<?> done
                && done.value() instanceof Grant grant
                && grant.status() == Grant.Status.HELD;
    }
}
