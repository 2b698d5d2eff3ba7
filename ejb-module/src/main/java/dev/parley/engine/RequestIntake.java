package dev.parley.engine;

import dev.parley.conversation.Arrival;
import dev.parley.conversation.Headers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes requests from queues, in batches, within the transaction of the message that was delivered. */
@ApplicationScoped
public class RequestIntake {

    @Inject
    Units units;

    @Inject
    Queues queues;

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
        try (JmsGateway gateway = queues.open()) {
            List<Message> batch = drain.take(first, queues.requests(), gateway.context());
            handle(batch, reader::read, gateway);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    /** Handles a request that expired before it was received. */
    public void receiveExpired(Message expired) {
        try (JmsGateway gateway = queues.open()) {
            handle(List.of(expired), reader::readExpired, gateway);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    @FunctionalInterface
    private interface Reader {
        Arrival read(Message message) throws JMSException;
    }

    private void handle(List<Message> batch, Reader reading, JmsGateway gateway) throws JMSException {
        List<RequestArrival> arrivals = new ArrayList<>();
        for (Message message : batch) {
            Parking parking = reason -> gateway.park(message, Queues.REQUESTS, reason);
            arrivals.add(new RequestArrival(reading.read(message), parking));
        }
        new RequestReception(units.unit(gateway), check, Ids::next).receive(arrivals);
    }
}
