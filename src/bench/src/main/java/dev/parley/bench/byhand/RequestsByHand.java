package dev.parley.bench.byhand;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Receives a request, inserts a row, replies: one XA transaction for each. Sessions and pool are the container's
 * defaults.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/bench/requests")
        })
public class RequestsByHand implements MessageListener {

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Override
    public void onMessage(Message message) {
        try {
            Order order = Order.read(message.getBody(String.class));
            String reply = order.json();
            entities.persist(new HandledRequest(message.getJMSMessageID(), reply));
            context.createProducer()
                    .setJMSCorrelationID(message.getJMSMessageID())
                    .setProperty("Kind", "Reply")
                    .send(message.getJMSReplyTo(), reply);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
