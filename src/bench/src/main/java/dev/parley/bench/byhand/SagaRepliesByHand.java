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

/** Takes a provider's reply to a step of a saga, and asks for the next one, or replies: one XA transaction for each. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/bench/saga/replies")
        })
public class SagaRepliesByHand implements MessageListener {

    private static final int STEPS = 3;

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @Resource(lookup = "java:/jms/queue/bench/provider")
    Queue provider;

    @Resource(lookup = "java:/jms/queue/bench/saga/replies")
    Queue replies;

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Override
    public void onMessage(Message message) {
        try {
            Saga saga = entities.find(Saga.class, message.getJMSCorrelationID());
            if (saga == null) {
                throw new IllegalStateException("Nobody waits for the reply " + message.getJMSCorrelationID());
            }
            saga.stepDone();
            entities.flush();
            goOn(saga, message.getBody(String.class));
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private void goOn(Saga saga, String reply) {
        if (saga.done() < STEPS) {
            context.createProducer()
                    .setJMSCorrelationID(saga.id())
                    .setJMSReplyTo(replies)
                    .send(provider, saga.body());
        } else {
            context.createProducer()
                    .setJMSCorrelationID(saga.correlationId())
                    .setProperty("Kind", "Reply")
                    .send(context.createQueue(saga.replyTo()), reply);
        }
    }
}
