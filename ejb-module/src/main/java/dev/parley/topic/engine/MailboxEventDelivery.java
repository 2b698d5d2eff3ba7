package dev.parley.topic.engine;

import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.EventMessage;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.subscription.EventDelivery;
import dev.parley.topic.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Delivers events to mailboxes, which may be full, or not there any more. */
@ApplicationScoped
class MailboxEventDelivery implements EventDelivery {

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    Clock clock;

    @Override
    public Address.Kind kind() {
        return Address.Kind.MAILBOX;
    }

    @Override
    public boolean mayRefuse() {
        return true;
    }

    @Override
    public List<@Nullable Problem> deliver(
            Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
        Address to = subscription.definition().to();
        return mailboxes.put(events.stream()
                .map(event -> EventMessage.of(event, to, subscription.label(), event.asked(clock.instant())))
                .toList());
    }
}
