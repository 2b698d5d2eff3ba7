package dev.parley.topic.engine;

import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Received;
import dev.parley.engine.commit.Alarm;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.engine.run.UnitsOfWork;
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
import java.util.Objects;
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
    Gateways gateways;

    @Inject
    UnitsOfWork units;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final BusyTopics busy = new BusyTopics();

    /** Work that sends, and may go on with what is sent in the same unit of work. */
    @FunctionalInterface
    interface Sending<T> {
        T with(Connection connection, Consumer<Outgoing> post, UnitOfWork unit);
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

    /** Work that sends, also to conversations, which are told when it is done; in a transaction of its own. */
    <T> T sending(Sending<T> work) {
        return connections.inNew(connection -> {
            try (Gateway gateway = gateways.open()) {
                return units.with(gateway, unit -> work.with(connection, message -> post(message, unit), unit));
            }
        });
    }

    private static void post(Outgoing message, UnitOfWork unit) {
        if (Parent.at(message.to()) == null) {
            unit.gateway().send(message);
        } else {
            tell(unit, message);
        }
    }

    private static void tell(UnitOfWork unit, Outgoing message) {
        Parent parent = Objects.requireNonNull(Parent.at(message.to()));
        String key = Objects.requireNonNull(message.state());
        unit.tell(
                parent.id(),
                new Event.Answered(key, null, message.kind(), message.body()),
                new Received(
                        message.kind(),
                        EffectExecutor.PARLEY,
                        message.messageId(),
                        message.correlationId(),
                        message.body()));
    }

    /** Topics that have something to do. */
    BusyTopics busy() {
        return busy;
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

    /** Something of a subscription is to be delivered, and is committed. */
    void deliverSoon(String subscription) {
        busy.add(topic(subscription));
        deliverSoon();
    }

    private void deliverSoon() {
        alarm.set(DELIVERIES, clock.instant());
    }

    /** The name of the topic of a subscription. */
    static String topic(String subscription) {
        int end = subscription.indexOf('/');
        return end < 0 ? subscription : subscription.substring(0, end);
    }
}
