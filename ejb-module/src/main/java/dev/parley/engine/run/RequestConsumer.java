package dev.parley.engine.run;

import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Deliveries;
import dev.parley.engine.gateway.Drain;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.MessageReader;
import dev.parley.engine.wire.Queues;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;

/** Takes requests from queues, in batches, within the transaction of the message that was delivered. */
@ApplicationScoped
public class RequestConsumer {

    @Inject
    UnitsOfWork units;

    @Inject
    Queues queues;

    @Inject
    Deliveries deliveries;

    @Inject
    RequestCheck check;

    @Inject
    Settings settings;

    private MessageReader reader;
    private Drain drain;

    @PostConstruct
    void prepare() {
        reader = new MessageReader(settings.limits().maxBodySize(), settings.trustBrokerUser());
        drain = new Drain(settings.batchSize(), settings.batchTime(), this::expected);
    }

    /** Only what runs at once keeps the batch; of anything else there is only a row and a work message. */
    private Duration expected(Message message) throws JMSException {
        String operation = message.getJMSType();
        if (operation == null) {
            return Duration.ZERO;
        }
        boolean atOnce = !"true".equalsIgnoreCase(MessageReader.text(message, Headers.ACKNOWLEDGE));
        return units.expected(operation, Lane.INLINE, atOnce);
    }

    /** Handles a request and those behind it. Whatever it throws rolls the transaction back, and all of them are delivered again. */
    public void receive(Message first) {
        handle(gateway -> drain.take(first, queues.requests(), gateway::context), reader::read);
    }

    /** Handles a request that expired before it was received. */
    public void receiveExpired(Message expired) {
        handle(gateway -> List.of(expired), reader::readExpired);
    }

    @FunctionalInterface
    private interface Reader {
        Arrival read(Message message) throws JMSException;
    }

    private void handle(Deliveries.Taking taking, Reader reading) {
        deliveries.<RequestArrival>handle(
                Queues.REQUESTS,
                taking,
                (message, received) -> arrival(reading.read(message), received),
                (arrivals, gateway) -> new RequestReception(units.unit(gateway), check, Ids::next).receive(arrivals));
    }

    private static RequestArrival arrival(Arrival arrival, Deliveries.Received received) {
        return new RequestArrival(arrival, received::refused, reason -> received.accepted(arrival.body(), reason));
    }
}
