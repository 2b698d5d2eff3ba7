package dev.parley.bench.byhand;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Receives a request, inserts a row, asks the provider: one XA transaction for each. Sessions and pool are the
 * container's defaults.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/bench/provided")
        })
public class ForwardedByHand implements MessageListener {

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @Resource(lookup = "java:/jms/queue/bench/provider")
    Queue provider;

    @Resource(lookup = "java:/jms/queue/bench/provider/replies")
    Queue replies;

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Override
    public void onMessage(Message message) {
        try {
            String body = Order.read(message.getBody(String.class)).json();
            String replyTo = ((Queue) message.getJMSReplyTo()).getQueueName();
            ForwardedRequest request = new ForwardedRequest(message.getJMSMessageID(), replyTo, body);
            entities.persist(request);
            // The branches commit in the order in which they were begun: the row, then the message, or the reply would
            // be there before the row.
            entities.flush();
            context.createProducer()
                    .setJMSCorrelationID(request.id())
                    .setJMSReplyTo(replies)
                    .send(provider, body);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
