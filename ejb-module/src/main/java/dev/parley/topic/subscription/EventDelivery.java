package dev.parley.topic.subscription;

import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.StoredEvent;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The delivery of events to one kind of address, within the transaction that notes it. Found by CDI. */
public interface EventDelivery {

    /** The kind of the addresses that it delivers to. */
    Address.Kind kind();

    /** True if one event may be refused while others are taken. */
    boolean mayRefuse();

    /**
     * Delivers events of one subscription, in their order.
     *
     * @param post sends if the transaction commits
     * @return for each in their order why it could not be delivered; null if it was
     */
    List<@Nullable Problem> deliver(Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post);
}
