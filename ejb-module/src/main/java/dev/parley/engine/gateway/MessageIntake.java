package dev.parley.engine.gateway;

import dev.parley.engine.config.Settings;
import dev.parley.engine.wire.MessageReader;
import dev.parley.engine.wire.OpaqueBody;
import dev.parley.engine.wire.Queues;
import dev.parley.message.Arrival;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes messages from a pattern's queue, in batches, within the transaction of the message that was delivered. What is done with them is the caller's. */
@ApplicationScoped
public class MessageIntake {

    @Inject
    Deliveries deliveries;

    @Inject
    Settings settings;

    private MessageReader reader;
    private Drain drain;

    /** Which queue. */
    public enum Inlet {
        RELAY(Queues.RELAY),
        RESOURCES(Queues.RESOURCES);

        private final String queue;

        Inlet(String queue) {
            this.queue = queue;
        }
    }

    /**
     * A message as it was delivered.
     *
     * @param arrival what came, not checked yet
     * @param opaque what its body is if it is not text that can be read; see {@link OpaqueBody}
     * @param parking parks it as it came, if nothing is stored of it
     */
    public record Taken(Arrival arrival, OpaqueBody opaque, Consumer<Problem> parking) {}

    @PostConstruct
    void prepare() {
        reader = new MessageReader(settings.limits().maxBodySize(), settings.trustBrokerUser());
        drain = new Drain(settings.batchSize(), settings.batchTime(), message -> Duration.ZERO);
    }

    /** Handles a message and those behind it. Whatever is thrown rolls the transaction back, and all of them are delivered again. */
    public void receive(Inlet inlet, Message first, BiConsumer<List<Taken>, Consumer<Outgoing>> handling) {
        deliveries.<Taken>handle(
                inlet.queue,
                gateway -> drain.take(first, Queues.named(inlet.queue), gateway::context),
                (message, received) -> taken(reader.read(message), message, received),
                (taken, gateway) -> handling.accept(taken, gateway::send));
    }

    /** Handles a message that expired before it was received; otherwise as {@link #receive}. */
    public void receiveExpired(Inlet inlet, Message expired, BiConsumer<List<Taken>, Consumer<Outgoing>> handling) {
        deliveries.<Taken>handle(
                inlet.queue,
                gateway -> List.of(expired),
                (message, received) -> taken(reader.readExpired(message), message, received),
                (taken, gateway) -> handling.accept(taken, gateway::send));
    }

    private Taken taken(Arrival arrival, Message message, Deliveries.Received received) throws JMSException {
        return new Taken(arrival, OpaqueBody.of(message, settings.limits().maxBodySize()), received::refused);
    }
}
