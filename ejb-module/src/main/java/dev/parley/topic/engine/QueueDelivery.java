package dev.parley.topic.engine;

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
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Delivers events to queues: each once, with the transaction that notes it. */
@ApplicationScoped
class QueueDelivery implements EventDelivery {

    @Inject
    Clock clock;

    @Override
    public Address.Kind kind() {
        return Address.Kind.QUEUE;
    }

    @Override
    public boolean mayRefuse() {
        return false;
    }

    @Override
    public List<@Nullable Problem> deliver(
            Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
        Address to = subscription.definition().to();
        events.forEach(
                event -> post.accept(EventMessage.of(event, to, subscription.label(), event.asked(clock.instant()))));
        return Collections.nCopies(events.size(), null);
    }
}
