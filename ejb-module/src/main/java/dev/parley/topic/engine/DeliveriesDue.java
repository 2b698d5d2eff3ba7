package dev.parley.topic.engine;

import dev.parley.engine.commit.Due;
import dev.parley.engine.config.Settings;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Address;
import dev.parley.topic.subscription.EventDelivery;
import dev.parley.topic.subscription.Standing;
import dev.parley.topic.subscription.SubscriptionDrain;
import dev.parley.topic.subscription.SubscriptionLog;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers what was published, and delivers it to all who subscribe. */
@ApplicationScoped
class DeliveriesDue implements Due {

    private static final int MOST_NUMBERED = 500;

    /** The pause between two looks for what others have published and could not number. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Inject
    TopicTransactions transactions;

    @Inject
    @Any
    Instance<EventDelivery> kinds;

    @Inject
    TopicSettings topics;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private final Map<Address.Kind, EventDelivery> deliveries = new EnumMap<>(Address.Kind.class);
    private volatile Instant looked = Instant.EPOCH;

    @PostConstruct
    void prepare() {
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

    @Override
    public int sweep(int most) {
        number();
        boolean more = transactions.sending((connection, post) ->
                new SubscriptionDrain(log(connection), deliveries, post, topics.batch()).run(most));
        return more ? most : 0;
    }

    private void number() {
        Set<String> published = transactions.published();
        Instant now = clock.instant();
        if (now.isAfter(looked.plus(LOOK))) {
            looked = now;
            published.addAll(transactions.here(connection -> new EventTable(connection).unnumbered()));
        }
        for (String topic : published) {
            while (transactions.inNew(connection -> new EventTable(connection).number(topic, MOST_NUMBERED))
                    == MOST_NUMBERED) {
                // there may be more
            }
        }
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
            for (Standing first : log.claim(1)) {
                new SubscriptionTable(connection, transactions.subscriptions())
                        .putOff(first.subscription().name(), log.now().plus(settings.sweepInterval()));
            }
            return true;
        });
    }

    @Override
    public Optional<Instant> next() {
        return transactions.here(connection -> new SubscriptionTable(connection, transactions.subscriptions()).next());
    }
}
