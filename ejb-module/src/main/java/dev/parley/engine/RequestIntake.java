package dev.parley.engine;

import dev.parley.conversation.Arrival;
import dev.parley.conversation.Headers;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Refusal;
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
        Unit unit = units.unit(gateway);
        List<Intake> intakes = new ArrayList<>();
        for (Message message : batch) {
            Arrival arrival = reading.read(message);
            Parking parking = reason -> gateway.park(message, Queues.REQUESTS, reason);
            Reading read = unit.pattern().read(arrival, unit.now());
            if (read instanceof Reading.Refused refused) {
                Refusals.tell(refused, gateway, parking);
            } else if (read instanceof Reading.Accepted accepted) {
                check(accepted, arrival, parking, unit, intakes);
            }
        }
        new RequestBatch(unit).handle(intakes);
    }

    private void check(Reading.Accepted accepted, Arrival arrival, Parking parking, Unit unit, List<Intake> intakes) {
        try {
            CheckedRequest request = check.check(accepted.request());
            boolean again = arrival.redelivered();
            intakes.add(new Intake(request, Ids.next(), !again, again, arrival.group(), parking));
        } catch (Refusal refusal) {
            Refusals.tell(unit.pattern().refuse(accepted.request(), refusal.problem()), unit.gateway(), parking);
        }
    }
}
