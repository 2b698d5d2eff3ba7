package dev.parley.topic.engine.webhook;

import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.subscription.LaterDelivery;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.webhook.WebhookEvent;
import dev.parley.topic.webhook.WebhookUrl;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Delivers events to receivers, which are called when the transaction has committed: each at least once. */
@ApplicationScoped
class WebhookDelivery implements LaterDelivery {

    private static final int AT_ONCE = 20;

    /** The time for looking up names, and for noting what came of a call. */
    private static final Duration BESIDES = Duration.ofSeconds(30);

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Connections connections;

    @Inject
    StoredWebhooks webhooks;

    @Inject
    WebhookCaller caller;

    @Inject
    WebhookSettings settings;

    @Override
    public Address.Kind kind() {
        return Address.Kind.WEBHOOK;
    }

    @Override
    public boolean mayRefuse() {
        return true;
    }

    /** {@inheritDoc} One at a time as long as the receiver has not agreed. */
    @Override
    public int atOnce(Subscription subscription) {
        return webhook(subscription).isProved(url(subscription)) ? AT_ONCE : 1;
    }

    /** {@inheritDoc} A receiver may be asked first, and each answer takes its time. */
    @Override
    public Duration within() {
        return settings.timeout().multipliedBy(2).plus(BESIDES);
    }

    @Override
    public List<@Nullable Problem> deliver(
            Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
        WebhookUrl url = url(subscription);
        WebhookRow row = webhook(subscription);
        List<PlannedCall> planned = events.stream()
                .map(event -> {
                    WebhookEvent sent = WebhookEvent.of(event, subscription.label());
                    WebhookCall call = new WebhookCall(url, row.isProved(url), row.secrets(), sent.id(), sent.body());
                    return new PlannedCall(subscription.name(), event.number(), call);
                })
                .toList();
        transactions.registerInterposedSynchronization(new Beginning(planned));
        return Collections.nCopies(events.size(), null);
    }

    private WebhookRow webhook(Subscription subscription) {
        return connections.here(connection -> webhooks.have(subscription.name(), connection));
    }

    private static WebhookUrl url(Subscription subscription) {
        return WebhookUrl.parse(subscription.definition().to().name()).orElseThrow();
    }

    /** Begins the calls when it is committed that they are under way. */
    private final class Beginning implements Synchronization {

        private final List<PlannedCall> planned;

        Beginning(List<PlannedCall> planned) {
            this.planned = planned;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                caller.begin(planned);
            }
        }
    }
}
