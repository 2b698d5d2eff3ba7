package dev.parley.engine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
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
    OperationProfiles profiles;

    @Inject
    Settings settings;

    private MessageReader reader;
    private Drain drain;

    @PostConstruct
    void prepare() {
        reader = new MessageReader(settings.limits().maxBodySize(), settings.trustBrokerUser());
        drain = new Drain(settings.batchSize(), settings.batchTime(), profiles);
    }

    /** Handles a request and those behind it. Whatever it throws rolls the transaction back, and all of them are delivered again. */
    public void receive(Message first) {
        try (JmsGateway gateway = queues.open()) {
            List<Message> batch = drain.take(first, queues.requests(), gateway.context());
            handle(batch, Queues.REQUESTS, gateway);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    /** Handles a request that expired before it was received. */
    public void receiveExpired(Message expired) {
        try (JmsGateway gateway = queues.open()) {
            handle(List.of(expired), Queues.REQUESTS, gateway);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private void handle(List<Message> batch, String queue, JmsGateway gateway) throws JMSException {
        List<RequestArrival> arrivals = new ArrayList<>();
        for (Message message : batch) {
            Parking parking = reason -> gateway.park(message, queue, reason);
            arrivals.add(new RequestArrival(reader.read(message), parking));
        }
        new RequestReception(units.unit(gateway), check, Ids::next).receive(arrivals);
    }
}
