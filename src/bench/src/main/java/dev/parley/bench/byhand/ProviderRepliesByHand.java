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

/** Receives the provider's reply, updates the row, replies to the requester: one XA transaction for each. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/bench/provider/replies")
        })
public class ProviderRepliesByHand implements MessageListener {

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Override
    public void onMessage(Message message) {
        try {
            ForwardedRequest request = entities.find(ForwardedRequest.class, message.getJMSCorrelationID());
            if (request == null) {
                throw new IllegalStateException("Nobody waits for the reply " + message.getJMSCorrelationID());
            }
            if (!request.isReplied()) {
                reply(request, message.getBody(String.class));
            }
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private void reply(ForwardedRequest request, String body) {
        request.replied(body);
        context.createProducer()
                .setJMSCorrelationID(request.correlationId())
                .setProperty("Kind", "Reply")
                .send(context.createQueue(request.replyTo()), body);
    }
}
