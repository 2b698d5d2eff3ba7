package dev.parley.topic.engine;

import dev.parley.engine.commit.Alarm;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Outgoing;
import dev.parley.topic.Topic;
import dev.parley.topic.subscription.Subscription;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Transactions on topics. What was published in one is delivered soon after its commit: that is only a hint, the
 * sweeper looks anyway.
 */
@ApplicationScoped
class TopicTransactions {

    /** The name of what is due to subscriptions, for the alarm. */
    static final String DELIVERIES = "deliveries";

    private static final int MOST_KNOWN = 20_000;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Connections connections;

    @Inject
    TransactionalSender posting;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    /** Work that sends. */
    @FunctionalInterface
    interface Sending<T> {
        T with(Connection connection, Consumer<Outgoing> post);
    }

    /** Topics that were read before. */
    ConcurrentMap<String, Topic> topics() {
        return bounded(topics);
    }

    /** Subscriptions that were read before. */
    ConcurrentMap<String, Subscription> subscriptions() {
        return bounded(subscriptions);
    }

    private static <T> ConcurrentMap<String, T> bounded(ConcurrentMap<String, T> known) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known;
    }

    /** Work with a connection in the current transaction, if there is one. */
    <T> T here(Connections.Work<T> work) {
        return connections.here(work);
    }

    /** Work with a connection, in a transaction of its own. */
    <T> T inNew(Connections.Work<T> work) {
        return connections.inNew(work);
    }

    /** Work that sends, in a transaction of its own. */
    <T> T sending(Sending<T> work) {
        return connections.inNew(connection -> posting.with(post -> work.with(connection, post)));
    }

    /** Topics that something was published to since it was asked last. */
    Set<String> published() {
        Set<String> taken = new TreeSet<>(published);
        published.removeAll(taken);
        return taken;
    }

    /** Something was published in the current transaction. */
    void publishes(Set<String> to) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    published.addAll(to);
                    deliverSoon();
                }
            }
        });
    }

    /** Something is to be delivered, and is committed. */
    void deliverSoon() {
        alarm.set(DELIVERIES, clock.instant());
    }
}
