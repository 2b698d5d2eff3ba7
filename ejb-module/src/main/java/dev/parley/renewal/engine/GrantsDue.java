package dev.parley.renewal.engine;

import dev.parley.engine.commit.Alarm;
import dev.parley.engine.commit.Due;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.PressurePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks holders, ends what nobody has answered for, and hands on what is free, where somebody wants it also before it is
 * due.
 */
@ApplicationScoped
class GrantsDue implements Due {

    private static final Logger LOG = System.getLogger(GrantsDue.class.getName());
    private static final String NAME = "grants";

    /** The pause between two sweeps because somebody wants something. */
    private static final Duration AT_LEAST = Duration.ofMillis(50);

    private static final Duration RELIEF = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(5);

    @Inject
    GrantTransactions transactions;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    /** Pools that are left alone for a while, since nothing could be done for them. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    /** The times at which pools of which little is left are looked at again. */
    private final Map<String, Instant> looks = new ConcurrentHashMap<>();

    private volatile Instant relieved = Instant.EPOCH;
    private volatile Instant hurried = Instant.EPOCH;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return NAME;
    }

    /** Something will be due, or is wanted now. */
    void committed(@Observes GrantWork.Changes changes) {
        wanted.addAll(changes.wanted());
        alarm.set(NAME, changes.wanted().isEmpty() ? changes.dueAt() : hurried.plus(AT_LEAST));
    }

    @Override
    public Duration gathering() {
        return Duration.ofMillis(100);
    }

    @Override
    public void before() {
        hurried = clock.instant();
        hurry();
    }

    @Override
    public int sweep(int most) {
        return transactions.sweep(sweep -> sweep.due(most)).found();
    }

    @Override
    public void putOffFirst() {
        transactions.putOffFirst();
    }

    /** {@inheritDoc} As long as somebody wants more than is free, it is looked again soon. */
    @Override
    public boolean after() {
        relieve();
        return hurry();
    }

    @Override
    public Optional<Instant> next() {
        return transactions.here(connection -> new GrantTable(connection).nextDue());
    }

    /** Hands on, and asks early, where somebody wants more than is free; whether that is so anywhere. */
    private boolean hurry() {
        List<String> waitedFor =
                transactions.here(connection -> new PoolTable(connection, transactions.known()).waitedFor());
        List<String> asked = new ArrayList<>(wanted);
        wanted.removeAll(asked);
        Set<String> pools = new TreeSet<>(asked);
        pools.addAll(waitedFor);
        pools.forEach(pool -> hurry(pool, asked.contains(pool)));
        return !pools.isEmpty();
    }

    private void hurry(String pool, boolean isWanted) {
        Instant now = clock.instant();
        Instant rest = resting.get(pool);
        if (rest != null && now.isBefore(rest)) {
            return;
        }
        resting.remove(pool);
        try {
            transactions.sweep(sweep -> sweep.hurry(pool, isWanted));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is free of pool " + pool + " could not be handed on; it is tried again", e);
            resting.put(pool, now.plus(REST));
        }
    }

    /** Asks early where little is left, now and then. */
    private void relieve() {
        Instant now = clock.instant();
        if (now.isBefore(relieved.plus(RELIEF))) {
            return;
        }
        relieved = now;
        looks.values().removeIf(look -> look.isBefore(now));
        for (PoolUsage tight :
                transactions.here(connection -> new PoolTable(connection, transactions.known()).tight())) {
            String pool = tight.pool().name();
            if (!looks.containsKey(pool)) {
                hurry(pool, false);
                looks.put(pool, now.plus(PressurePolicy.lookEvery(tight.pool().definition())));
            }
        }
    }
}
