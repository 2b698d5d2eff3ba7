package dev.parley.topic.engine;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.engine.commit.Result;
import dev.parley.engine.definitions.DefinitionStore;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.subscription.ReplayReader;
import dev.parley.topic.subscription.Start;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionDefinition;
import dev.parley.topic.subscription.SubscriptionDefinitionReader;
import dev.parley.topic.subscription.SubscriptionKind;
import dev.parley.topic.subscription.SubscriptionState;
import dev.parley.topic.subscription.SubscriptionView;
import dev.parley.topic.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subscriptions in the database. */
@ApplicationScoped
class StoredSubscriptions implements Subscriptions {

    @Inject
    Connections connections;

    @Inject
    TopicTransactions transactions;

    @Inject
    SubscribedAddresses addresses;

    /** A change of how far a subscription is. */
    @FunctionalInterface
    private interface Change {
        SubscriptionState of(SubscriptionState before, Connection connection) throws SQLException;
    }

    private DefinitionStore<SubscriptionDefinition, Subscription, SubscriptionState> store() {
        return new DefinitionStore<>(
                connections,
                SubscriptionKind.SUBSCRIPTIONS,
                connection -> table(connection).rows(),
                DatabaseClock::now,
                DefinitionStore.UNLIMITED);
    }

    private SubscriptionTable table(Connection connection) {
        return new SubscriptionTable(connection, transactions.subscriptions());
    }

    /** The topic of a subscription. */
    private Topic topic(String name) {
        String topic = TopicTransactions.topic(name);
        List<TopicTable.Row> found = transactions.here(
                connection -> TopicTable.rows(connection, transactions.topics()).find(Set.of(topic)));
        if (found.isEmpty()) {
            throw new Refusal(TopicProblems.topicUnknown(topic));
        }
        return found.get(0).topic();
    }

    /** The caller, who may do with all subscriptions of a topic what may be done if it is his. */
    private static Caller acting(Topic topic, Caller caller) {
        return new Caller(caller.name(), caller.maySee(topic.owner()));
    }

    @Override
    public Written<SubscriptionView> define(String name, String definition, Precondition expected, Caller caller) {
        Topic topic = topic(name);
        requireRoom(topic, name, caller);
        SubscriptionDefinition given = SubscriptionDefinitionReader.read(name, definition);
        SubscriptionDefinition admitted = given.goingTo(addresses.admitted(given.to(), caller));
        try {
            Written<SubscriptionView> written = store().put(
                            name,
                            admitted,
                            expected,
                            acting(topic, caller),
                            (subscription, before, connection) -> begun(topic, subscription, before, connection));
            transactions.deliverSoon(name);
            return written;
        } catch (TooManySubscriptions e) {
            throw new Refusal(TopicProblems.subscriptionsTooMany(topic));
        }
    }

    /** Who may not subscribe may still change what he has subscribed to before. */
    private void requireRoom(Topic topic, String name, Caller caller) {
        List<SubscriptionState> there =
                transactions.here(connection -> table(connection).rows().find(Set.of(name)));
        if (!there.isEmpty()) {
            return;
        }
        if (!topic.letsSubscribe(caller)) {
            throw new Refusal(TopicProblems.subscriberRefused(topic));
        }
        if (transactions.here(connection -> table(connection).count(topic.name()))
                >= topic.definition().maxSubscriptions()) {
            throw new Refusal(TopicProblems.subscriptionsTooMany(topic));
        }
    }

    private SubscriptionView begun(
            Topic topic, Subscription subscription, @Nullable SubscriptionState before, Connection connection)
            throws SQLException {
        if (before != null) {
            return view(
                    new SubscriptionState(
                            subscription,
                            before.done(),
                            before.replayDone(),
                            before.replayTo(),
                            before.paused(),
                            before.reason(),
                            before.delivered(),
                            before.parked(),
                            before.dropped(),
                            before.missed()),
                    connection);
        }
        EventTable events = new EventTable(connection);
        while (events.number(subscription.topic(), Integer.MAX_VALUE) > 0) {
            // what is committed by now has been published before
        }
        // The topic is locked now: those who subscribed in the same moment are there to be counted, or come afterwards
        if (table(connection).count(topic.name()) > topic.definition().maxSubscriptions()) {
            throw new TooManySubscriptions(topic.name());
        }
        SubscriptionState begun = SubscriptionState.at(
                subscription, before(subscription.definition().from(), subscription.topic(), events));
        table(connection).store(begun, DatabaseClock.now(connection));
        return view(begun, connection);
    }

    /** The number of the event before the one that it begins with. */
    private static long before(Start start, String topic, EventTable events) throws SQLException {
        long first = events.first(topic) - 1;
        long asked =
                switch (start.kind()) {
                    case NOW -> events.last(topic);
                    case BEGINNING -> first;
                    case SEQUENCE -> Math.min(start.number() - 1, events.last(topic));
                    case TIME -> events.lastBefore(topic, Objects.requireNonNull(start.time()));
                };
        return Math.max(first, asked);
    }

    private SubscriptionView view(SubscriptionState standing, Connection connection) throws SQLException {
        String topic = standing.subscription().topic();
        String name = standing.subscription().name();
        EventTable events = new EventTable(connection);
        HeldTable held = new HeldTable(connection);
        long lag = Math.max(0, events.last(topic) - standing.done());
        return new SubscriptionView(
                standing,
                lag,
                lag == 0 ? null : events.publishedBehind(topic, standing.done()),
                held.failing(name, DatabaseClock.now(connection)),
                held.failures(name, 10));
    }

    @Override
    public SubscriptionView get(String name, Caller caller) {
        Topic topic = topic(name);
        SubscriptionState standing = store().get(name, acting(topic, caller));
        return transactions.here(connection -> view(standing, connection));
    }

    @Override
    public Page<SubscriptionView> list(String topic, @Nullable String after, int limit, Caller caller) {
        Topic of = topic(topic);
        if (after != null
                && !SubscriptionKind.SUBSCRIPTIONS
                        .names()
                        .matcher(topic + "/" + after)
                        .matches()) {
            throw Page.notACursor();
        }
        String owner = caller.maySee(of.owner()) ? null : caller.name();
        return transactions.here(connection -> {
            Page<SubscriptionState> page = Page.read(
                    limit,
                    most -> table(connection).list(topic, owner, after == null ? "" : after, most),
                    last -> last.subscription().label());
            return page.map(standing -> {
                try {
                    return view(standing, connection);
                } catch (SQLException e) {
                    throw new Connections.Failed(e);
                }
            });
        });
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        Topic topic = topic(name);
        store().delete(name, expected, acting(topic, caller), (there, connection) -> {
            table(connection).rows().delete(name);
            new HeldTable(connection).removeAll(name);
            return null;
        });
    }

    @Override
    public SubscriptionView pause(String name, Caller caller) {
        return change(name, caller, (before, connection) -> before.pausedBecause(null));
    }

    @Override
    public SubscriptionView resume(String name, Caller caller) {
        return change(name, caller, (before, connection) -> {
            new HeldTable(connection).tryAnew(name, DatabaseClock.now(connection));
            return before.resumed();
        });
    }

    @Override
    public SubscriptionView replay(String name, String range, Caller caller) {
        ReplayReader.Range wanted = ReplayReader.read(range);
        return change(name, caller, (before, connection) -> {
            EventTable events = new EventTable(connection);
            String topic = before.subscription().topic();
            long behind = before(wanted.from(), topic, events);
            Start last = wanted.to();
            long to = last == null ? before.done() : upTo(last, topic, events);
            long end = Math.min(to, before.done());
            return end > behind ? before.replaying(behind, end) : before;
        });
    }

    private static long upTo(Start last, String topic, EventTable events) throws SQLException {
        return last.kind() == Start.Kind.SEQUENCE ? last.number() : before(last, topic, events);
    }

    private SubscriptionView change(String name, Caller caller, Change change) {
        Caller acting = acting(topic(name), caller);
        SubscriptionView changed = connections
                .inNew(connection -> changed(name, acting, change, connection))
                .orThrow();
        transactions.deliverSoon(name);
        return changed;
    }

    private Result<SubscriptionView> changed(String name, Caller caller, Change change, Connection connection)
            throws SQLException {
        SubscriptionTable table = table(connection);
        SubscriptionState before = table.rows().lock(name);
        if (before == null || !caller.maySee(before.subscription().owner())) {
            return Result.refused(SubscriptionKind.SUBSCRIPTIONS.unknown(name));
        }
        SubscriptionState after = change.of(before, connection);
        table.store(after, DatabaseClock.now(connection));
        return Result.of(view(after, connection));
    }
}
