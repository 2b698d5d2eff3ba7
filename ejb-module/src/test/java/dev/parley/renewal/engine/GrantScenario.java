package dev.parley.renewal.engine;

import dev.parley.engine.run.SimulatedEngine;
import dev.parley.message.Caller;
import dev.parley.renewal.Grant.Status;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Network;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Session;
import dev.parley.simulation.Violation;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One or two nodes, a pool whose holders are asked and one of leases, holders of all characters, somebody who changes
 * capacities and takes grants away, outages of all nodes, a database's clock that is set, and whatever the weather
 * brings.
 */
final class GrantScenario implements Scenario {

    static final String SEATS = "seats";
    static final String LEASES = "leases";
    private static final Caller OWNER = new Caller("olga", false);
    private static final int LAST_TROUBLE = 150_000;
    private static final int LONGEST_OUTAGE = 60_000;
    private static final int BETWEEN_JUMPS = 50_000;
    private static final int LAST_CHANGE = 240_000;

    /** After which nothing is left of a crash: a restart, and a transaction in doubt. */
    private static final int RECOVERY = 46_000;

    private final World world;
    private final GrantTables tables = new GrantTables();
    private final GrantWatch watch;
    private final VirtualClock clock;
    private final List<GrantNode> nodes = new ArrayList<>();
    private final Map<String, GrantHolder> holders = new TreeMap<>();
    private final List<Runnable> plan = new ArrayList<>();
    private long skew;

    GrantScenario(World world, GrantDefect defect) {
        this.world = world;
        this.clock = new VirtualClock(world);
        long quietAt = Math.max(world.weather().calmAt(), planTrouble()) + RECOVERY;
        watch = new GrantWatch(world, tables, quietAt);
        define(SEATS, false);
        define(LEASES, true);
        Broker broker = SimulatedEngine.broker(world);
        broker.queue(GrantNode.HOLDERS, 0, Integer.MAX_VALUE);
        broker.read(GrantNode.HOLDERS, this::deliver);
        for (int i = world.random(2); i >= 0; i--) {
            nodes.add(new GrantNode(world, clock, broker, tables, watch, defect));
        }
        for (int i = 1 + world.random(6); i >= 0; i--) {
            GrantHolder holder = new GrantHolder(world, nodes, world.name("h"), world.chance(0.7) ? SEATS : LEASES);
            holders.put(holder.name(), holder);
            watch.add(holder);
        }
    }

    private void define(String name, boolean lease) {
        Duration every = lease ? Duration.ofMinutes(2) : Duration.ofSeconds(10L + world.random(60));
        Duration patience = Duration.ofSeconds(30L + world.random(15));
        Duration lifetime = world.chance(0.2) ? Duration.ofSeconds(20L + world.random(200)) : null;
        PoolDefinition pool = new PoolDefinition(
                1 + world.random(3),
                every,
                patience,
                2 + world.random(2),
                0.9,
                lifetime,
                lease,
                List.of(PoolDefinition.ANYBODY));
        Session session = new Session();
        session.insert(
                tables.pools, name, new PoolUsage(new Pool(name, 1, OWNER.name(), pool, World.BEGIN, "olga"), 0, 0, 0));
        session.commitAtOnce();
    }

    /** Outages, and what becomes of the clock; returns when the last of it is over. */
    private long planTrouble() {
        long over = 0;
        for (int i = world.random(3); i > 0; i--) {
            int at = world.random(LAST_TROUBLE);
            long length = world.millis(1000, LONGEST_OUTAGE);
            plan.add(() -> world.after(at, () -> leave(length)));
            over = Math.max(over, at + length);
        }
        for (int i = world.random(3); i > 0; i--) {
            // what is set and set back between two beats nobody can know
            int at = i * BETWEEN_JUMPS + world.random(BETWEEN_JUMPS / 2);
            long by = (world.chance(0.7) ? 1 : -1) * world.millis(100, 60_000);
            plan.add(() -> world.after(at, () -> jump(by)));
            over = Math.max(over, at);
        }
        return over;
    }

    private void leave(long length) {
        Instant until = world.now().plusMillis(length);
        world.trace("all nodes leave until %s", until);
        nodes.forEach(node -> node.leave(until));
    }

    private void jump(long by) {
        skew += by;
        clock.move(Duration.ofMillis(skew));
        world.trace("the clock is set by %d", by);
        watch.jumped(clock.instant(), by);
    }

    private void deliver(Parcel parcel) {
        int attempt = Integer.parseInt(parcel.property("Attempt"));
        if (attempt > 0) {
            watch.sent(parcel.correlationId(), attempt);
        }
        world.trace("%s %s goes to %s", parcel.type(), parcel.correlationId(), parcel.replyTo());
        new Network(world).carry("a message to a holder", () -> holders.get(
                        parcel.replyTo().toString())
                .receive(parcel));
    }

    @Override
    public void begin() {
        nodes.forEach(GrantNode::start);
        holders.values().forEach(GrantHolder::begin);
        plan.forEach(Runnable::run);
        for (int i = world.random(4); i > 0; i--) {
            world.after(world.random(LAST_CHANGE), () -> world.any(nodes)
                    .define(world.any(List.of(SEATS, LEASES)), 1 + world.random(4)));
        }
        for (int i = world.random(3); i > 0; i--) {
            world.after(world.random(LAST_CHANGE), this::revoke);
        }
    }

    private void revoke() {
        tables.grants.committed().stream()
                .filter(stored -> stored.grant().status() == Status.HELD)
                .map(Stored::grant)
                .findFirst()
                .ifPresent(grant -> world.any(nodes)
                        .ask(
                                new GrantOrder.Say(
                                        grant.pool(),
                                        grant.id(),
                                        new GrantOrder.Speaker("user:olga", OWNER),
                                        new GrantEvent.Released()),
                                outcome -> {}));
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(14);
    }

    @Override
    public List<Violation> judge() {
        return watch.judge();
    }
}
