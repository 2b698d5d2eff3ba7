package dev.parley.topic.engine;

import dev.parley.engine.commit.Due;
import dev.parley.engine.config.Settings;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.topic.subscription.Backlog;
import dev.parley.topic.subscription.CatchUpPace;
import dev.parley.topic.subscription.EventDelivery;
import dev.parley.topic.subscription.Serving;
import dev.parley.topic.subscription.ServingPolicy;
import dev.parley.topic.subscription.SubscriptionDrain;
import dev.parley.topic.subscription.SubscriptionLog;
import dev.parley.topic.subscription.SubscriptionState;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers what was published, and delivers it to all who subscribe. */
@ApplicationScoped
class DeliveriesDue implements Due {

    private static final int MOST_NUMBERED = 500;

    /** The pause between two looks at all topics: for what others have published and could not number or deliver. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The pause after which somebody near is looked for, while those that are far rest. */
    private static final Duration SOON = Duration.ofMillis(500);

    /** With more that are busy all are looked at. */
    private static final int MOST_NAMED = 100;

    @Inject
    TopicTransactions transactions;

    @Inject
    @Any
    Instance<EventDelivery> kinds;

    @Inject
    OperationDelivery operations;

    @Inject
    TopicSettings topics;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** All but those to operations, which go on in the unit of work that delivers to them. */
    private final Map<Address.Kind, EventDelivery> deliveries = new EnumMap<>(Address.Kind.class);

    private final CatchUpPace pace = new CatchUpPace();

    /** One sweep at most runs operations: one that hangs leaves the others to deliver. */
    private final Semaphore mayRun = new Semaphore(1);

    private final InHand inHand = new InHand();
    private ServingPolicy policy;
    private Instant begun;
    private volatile Instant looked = Instant.EPOCH;

    @PostConstruct
    void prepare() {
        begun = clock.instant();
        policy = new ServingPolicy(topics.batch());
        kinds.forEach(delivery -> deliveries.put(delivery.kind(), delivery));
    }

    @Override
    public String name() {
        return TopicTransactions.DELIVERIES;
    }

    /** {@inheritDoc} Subscriptions, each with as many events as it gets in a turn. */
    @Override
    public int most() {
        return 20;
    }

    /**
     * {@inheritDoc} It is looked again until nobody is found: whoever has subscriptions locked does also what came
     * meanwhile, which others have passed over.
     */
    @Override
    public int sweep(int most) {
        number();
        int served = most == 1 ? serveFirst() : serve(most);
        return served > 0 ? most : 0;
    }

    private void number() {
        Set<String> published = transactions.published();
        Instant now = clock.instant();
        if (now.isAfter(looked.plus(LOOK))) {
            looked = now;
            published.addAll(transactions.here(connection -> new EventTable(connection).unnumbered()));
            look(true);
        }
        for (String topic : published) {
            while (transactions.inNew(connection -> new EventTable(connection).number(topic, MOST_NUMBERED))
                    == MOST_NUMBERED) {
                // there may be more
            }
            transactions.busy().add(topic);
        }
    }

    /** Looks which topics have something to do: all, or those of which that is known here. */
    private NextTurns look(boolean all) {
        Map<String, Long> before = transactions.busy().known();
        NextTurns next = transactions.here(connection ->
                new SubscriptionTable(connection, transactions.subscriptions()).next(all ? null : named(before)));
        transactions.busy().looked(before, next.behind());
        return next;
    }

    /** One of which it is not known whether it keeps the others from their turns, in the order of turns. */
    private int serveFirst() {
        return transactions.sending((connection, post, unit) -> drain(
                        connection, post, topics.batch(), operations.within(unit, RunsAtOnce.none(), begun))
                .run(1));
    }

    /**
     * Those that have something to do, and of these first whoever is near, or has waited for so long.
     *
     * @param patience how long those wait at least that go before those that are near
     */
    private List<Backlog> busy(int most, Duration patience) {
        List<String> named = named(transactions.busy().known());
        Set<String> others = inHand.names(clock.instant());
        List<Backlog> busy = transactions.here(connection -> {
            Instant now = DatabaseClock.now(connection);
            return new SubscriptionTable(connection, transactions.subscriptions())
                    .busy(named, now, most + others.size(), policy.near(), now.minus(patience));
        });
        return busy.stream()
                .filter(backlog -> !others.contains(backlog.name()))
                .limit(most)
                .toList();
    }

    /** The topics that are looked at; null for all. */
    private static @Nullable List<String> named(Map<String, Long> known) {
        return known.size() > MOST_NAMED ? null : List.copyOf(known.keySet());
    }

    private int serve(int most) {
        List<Backlog> busy = busy(most, ServingPolicy.PATIENCE);
        Instant now = clock.instant();
        Set<String> nearLately = pace.nearLately(now);
        Serving serving = policy.choose(busy, now, true, nearLately);
        if (!serving.catchesUp()) {
            return serveNear(serving, now);
        }
        if (!pace.begin(now)) {
            // Many that are far behind, and have waited for long, may have left no room for those that are near.
            List<Backlog> nearFirst = busy.size() < most ? busy : busy(most, ServingPolicy.ENDLESS);
            return serveNear(policy.choose(nearFirst, now, false, nearLately), now);
        }
        try {
            return deliver(serving, RunsAtOnce.none());
        } finally {
            pace.end(now, clock.instant(), serving.gently());
        }
    }

    private int serveNear(Serving near, Instant now) {
        if (near.isEmpty()) {
            return 0;
        }
        pace.servesNear(near.names(), now);
        if (!waitsToRun(now)) {
            return deliver(near, RunsAtOnce.none());
        }
        try {
            inHand.begin(near.names(), now);
            return RunsAtOnce.upTo(settings.batchSize(), settings.batchTime()).orWithout(runs -> deliver(near, runs));
        } finally {
            inHand.end();
            mayRun.release();
        }
    }

    /** Waits for another sweep that runs operations, as long as these may take by what is known of them. */
    private boolean waitsToRun(Instant now) {
        Duration patience = settings.batchTime().minus(inHand.since(now));
        try {
            return mayRun.tryAcquire(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int deliver(Serving serving, RunsAtOnce runs) {
        return transactions.sending((connection, post, unit) -> drain(
                        connection, post, serving.events(), operations.within(unit, runs.orNoneAgain(), begun))
                .run(serving.names()));
    }

    private SubscriptionDrain drain(
            Connection connection, Consumer<Outgoing> post, int events, EventDelivery toOperations) {
        Map<Address.Kind, EventDelivery> all = new EnumMap<>(deliveries);
        all.put(toOperations.kind(), toOperations);
        return new SubscriptionDrain(log(connection), all, post, events);
    }

    private SubscriptionLog log(Connection connection) {
        try {
            return new JdbcSubscriptionLog(connection, transactions.subscriptions());
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    @Override
    public void putOffFirst() {
        transactions.inNew(connection -> {
            SubscriptionLog log = log(connection);
            for (SubscriptionState first : log.claim(1)) {
                log.putOff(first.subscription().name(), log.now().plus(settings.sweepInterval()));
            }
            return true;
        });
    }

    /** {@inheritDoc} Those that are far behind may rest. */
    @Override
    public Optional<Instant> next() {
        Instant first = look(false).first();
        if (first == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant rested = pace.restsUntil();
        if (first.isAfter(now) || rested.isBefore(now)) {
            return Optional.of(first);
        }
        // Behind those who rest, somebody near may be due, too.
        Instant soon = now.plus(SOON);
        return Optional.of(rested.isBefore(soon) ? rested : soon);
    }
}
