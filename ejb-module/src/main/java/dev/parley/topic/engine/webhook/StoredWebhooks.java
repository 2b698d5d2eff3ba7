package dev.parley.topic.engine.webhook;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionKind;
import dev.parley.topic.subscription.Subscriptions;
import dev.parley.topic.webhook.SecretChange;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookProblem;
import dev.parley.topic.webhook.WebhookSecret;
import dev.parley.topic.webhook.WebhookSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;

/** Webhooks in the database. A secret is made when somebody needs one. */
@ApplicationScoped
class StoredWebhooks implements WebhookSecrets {

    private final SecureRandom random = new SecureRandom();

    @Inject
    Connections connections;

    @Inject
    Subscriptions subscriptions;

    @Override
    public SigningSecrets get(String name, Caller caller) {
        requireWebhook(name, caller);
        return connections.inNew(connection -> locked(name, connection).secrets());
    }

    @Override
    public SigningSecrets replace(String name, String change, Caller caller) {
        SecretChange wanted = SecretChange.read(change);
        requireWebhook(name, caller);
        WebhookSecret next = wanted.secret() == null ? fresh() : wanted.secret();
        return connections.inNew(connection -> {
            SigningSecrets replaced = locked(name, connection)
                    .secrets()
                    .replacedBy(next, DatabaseClock.now(connection), wanted.overlap());
            new WebhookTable(connection).change(name, replaced);
            return replaced;
        });
    }

    /** Who runs the topic sees a subscription, and not what it shares with Parley. */
    private void requireWebhook(String name, Caller caller) {
        Subscription subscription = subscriptions.get(name, caller).standing().subscription();
        if (!caller.maySee(subscription.owner())) {
            throw new Refusal(SubscriptionKind.SUBSCRIPTIONS.unknown(name));
        }
        if (subscription.definition().to().kind() != Address.Kind.WEBHOOK) {
            throw new Refusal(WebhookProblem.WEBHOOK_MISSING.because("Subscription '" + subscription.label()
                    + "' goes to no receiver that is called: it has no secret."));
        }
    }

    private WebhookRow locked(String subscription, Connection connection) throws SQLException {
        new WebhookTable(connection).lock(subscription);
        return have(subscription, connection);
    }

    /** A webhook whose subscription is locked. */
    WebhookRow have(String subscription, Connection connection) throws SQLException {
        WebhookTable table = new WebhookTable(connection);
        WebhookRow there = table.find(subscription);
        if (there != null) {
            return there;
        }
        WebhookSecret secret = fresh();
        table.insert(subscription, secret);
        return new WebhookRow(SigningSecrets.of(secret), null);
    }

    private WebhookSecret fresh() {
        byte[] bytes = new byte[WebhookSecret.LENGTH];
        random.nextBytes(bytes);
        return WebhookSecret.of(bytes);
    }
}
