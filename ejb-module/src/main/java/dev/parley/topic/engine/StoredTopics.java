package dev.parley.topic.engine;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.engine.definitions.DefinitionStore;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicDefinition;
import dev.parley.topic.TopicKind;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.TopicView;
import dev.parley.topic.Topics;
import dev.parley.topic.engine.TopicTable.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The topics in the database, each with what is in it. */
@ApplicationScoped
class StoredTopics implements Topics {

    @Inject
    Connections connections;

    @Inject
    TopicTransactions transactions;

    @Inject
    TopicSettings settings;

    @Inject
    Event<MethodSubscriptions.TopicDefined> defined;

    private DefinitionStore<TopicDefinition, Topic, Row> store() {
        return new DefinitionStore<>(
                connections,
                new TopicKind(settings.retention()),
                connection -> TopicTable.rows(connection, transactions.topics()),
                DatabaseClock::now,
                settings.topics());
    }

    @Override
    public Written<TopicView> define(String name, String definition, Precondition expected, Caller caller) {
        Written<TopicView> written = store().define(name, definition, expected, caller, this::view);
        defined.fire(new MethodSubscriptions.TopicDefined(name));
        return written;
    }

    private TopicView view(Topic topic, @Nullable Row row, Connection connection) throws SQLException {
        int subscriptions = new SubscriptionTable(connection, transactions.subscriptions()).count(topic.name());
        EventTable events = new EventTable(connection);
        return new TopicView(
                topic, row == null ? 0 : row.last(), subscriptions, events.publishedBehind(topic.name(), 0));
    }

    private TopicView view(Row row) {
        return transactions.here(connection -> view(row.topic(), row, connection));
    }

    @Override
    public TopicView get(String name, Caller caller) {
        return view(store().get(name, caller));
    }

    @Override
    public Page<TopicView> list(@Nullable String after, int limit, Caller caller) {
        return store().list(after, limit, caller).map(this::view);
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        store().delete(name, expected, caller, (there, connection) -> {
            if (new SubscriptionTable(connection, transactions.subscriptions()).count(name) > 0) {
                return TopicProblems.topicInUse(name);
            }
            TopicTable.rows(connection, transactions.topics()).delete(name);
            new EventTable(connection).removeAll(name);
            return null;
        });
    }
}
