package dev.parley.topic.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.subscription.Backlog;
import dev.parley.topic.subscription.HeldEvent;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionLog;
import dev.parley.topic.subscription.SubscriptionState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Subscriptions and events in the database, with the connection of one transaction. */
final class JdbcSubscriptionLog implements SubscriptionLog {

    private final SubscriptionTable subscriptions;
    private final EventTable events;
    private final HeldTable held;
    private final Instant now;

    JdbcSubscriptionLog(Connection connection, ConcurrentMap<String, Subscription> known) throws SQLException {
        this(connection, known, DatabaseClock.now(connection));
    }

    JdbcSubscriptionLog(Connection connection, ConcurrentMap<String, Subscription> known, Instant now) {
        this.subscriptions = new SubscriptionTable(connection, known);
        this.events = new EventTable(connection);
        this.held = new HeldTable(connection);
        this.now = now;
    }

    /** Work with the database. */
    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T done() throws SQLException;
    }

    private static <T extends @Nullable Object> T run(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<Backlog> busy(int most, long near, Instant longAgo) {
        return run(() -> subscriptions.busy(null, now, most, near, longAgo));
    }

    @Override
    public List<SubscriptionState> claim(List<String> names) {
        return run(() -> subscriptions.claim(names));
    }

    @Override
    public long last(String topic) {
        return run(() -> events.last(topic));
    }

    @Override
    public List<StoredEvent> events(String topic, long after, long to, int most) {
        return run(() -> events.range(topic, after, to, most));
    }

    @Override
    public List<StoredEvent> events(String topic, Collection<Long> numbers) {
        return run(() -> events.of(topic, numbers));
    }

    @Override
    public List<HeldEvent> due(String subscription, int most) {
        return run(() -> held.due(subscription, now, most));
    }

    @Override
    public Set<String> heldKeys(String subscription) {
        return run(() -> held.keys(subscription));
    }

    @Override
    public int held(String subscription) {
        return run(() -> held.count(subscription));
    }

    @Override
    public int underWay(String subscription) {
        return run(() -> held.underWay(subscription, now));
    }

    @Override
    public @Nullable SubscriptionState lock(String subscription) {
        return run(() -> Optional.ofNullable(subscriptions.rows().lock(subscription)))
                .orElse(null);
    }

    @Override
    public List<HeldEvent> held(String subscription, Collection<Long> numbers) {
        return run(() -> held.of(subscription, numbers));
    }

    @Override
    public void hold(String subscription, HeldEvent event) {
        run(() -> {
            held.put(subscription, event);
            return true;
        });
    }

    @Override
    public void release(String subscription, HeldEvent event) {
        run(() -> {
            held.remove(subscription, event, now);
            return true;
        });
    }

    @Override
    public void putOff(String subscription, Instant until) {
        run(() -> {
            subscriptions.putOff(subscription, until);
            return true;
        });
    }

    @Override
    public void store(SubscriptionState standing) {
        run(() -> {
            subscriptions.store(standing, now);
            return true;
        });
    }
}
