package dev.parley.engine.run;

import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Deliveries;
import dev.parley.engine.gateway.Drain;
import dev.parley.engine.wire.MessageReader;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.message.Arrival;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;

/** Takes providers' answers from their queue, in batches, within the transaction of the message that was delivered. */
@ApplicationScoped
public class AnswerConsumer {

    @Inject
    UnitsOfWork units;

    @Inject
    Queues queues;

    @Inject
    Deliveries deliveries;

    @Inject
    Settings settings;

    private MessageReader reader;
    private Drain drain;

    @PostConstruct
    void prepare() {
        reader = new MessageReader(settings.limits().maxBodySize(), settings.trustBrokerUser());
        drain = new Drain(settings.batchSize(), settings.batchTime(), message -> Duration.ZERO);
    }

    /** Handles an answer and those behind it. Whatever it throws rolls the transaction back, and all of them are delivered again. */
    public void receive(Message first) {
        deliveries.<AnswerArrival>handle(
                Queues.REPLIES,
                gateway -> drain.take(first, queues.replies(), gateway::context),
                this::arrival,
                (arrivals, gateway) -> new AnswerReception(units.unit(gateway)).receive(arrivals));
    }

    private AnswerArrival arrival(Message message, Deliveries.Received received) throws JMSException {
        Arrival arrival = reader.read(message);
        return new AnswerArrival(
                arrival,
                message.propertyExists(WireFormat.LOOKS) ? message.getIntProperty(WireFormat.LOOKS) : 0,
                received::refused,
                reason -> received.accepted(arrival.body(), reason),
                looks -> received.later(queues.replies(), looks));
    }
}
