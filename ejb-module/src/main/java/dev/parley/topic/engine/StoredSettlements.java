package dev.parley.topic.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.topic.subscription.Settlements;
import dev.parley.topic.subscription.SubscriptionSettlement;
import dev.parley.topic.webhook.CallOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;

/** Settles deliveries in the database; then their subscription has its next turn. */
@ApplicationScoped
class StoredSettlements implements Settlements {

    @Inject
    TopicTransactions transactions;

    @Override
    public void settle(String subscription, Map<Long, CallOutcome> outcomes) {
        transactions.sending((connection, post, unit) -> {
            try {
                var log = new JdbcSubscriptionLog(connection, transactions.subscriptions());
                new SubscriptionSettlement(log, post).settle(subscription, outcomes);
                return true;
            } catch (SQLException e) {
                throw new Connections.Failed(e);
            }
        });
        transactions.deliverSoon(subscription);
    }
}
