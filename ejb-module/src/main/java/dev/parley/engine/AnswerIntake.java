package dev.parley.engine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes providers' answers from their queue, in batches, within the transaction of the message that was delivered. */
@ApplicationScoped
public class AnswerIntake {

    @Inject
    Units units;

    @Inject
    Queues queues;

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
        try (JmsGateway gateway = queues.open()) {
            List<AnswerArrival> arrivals = new ArrayList<>();
            for (Message message : drain.take(first, queues.replies(), gateway.context())) {
                arrivals.add(arrival(message, gateway));
            }
            new AnswerReception(units.unit(gateway)).receive(arrivals);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private AnswerArrival arrival(Message message, JmsGateway gateway) throws JMSException {
        return new AnswerArrival(
                reader.read(message),
                message.propertyExists(JmsGateway.LOOKS) ? message.getIntProperty(JmsGateway.LOOKS) : 0,
                reason -> gateway.park(message, Queues.REPLIES, reason),
                looks -> gateway.later(message, queues.replies(), looks));
    }
}
