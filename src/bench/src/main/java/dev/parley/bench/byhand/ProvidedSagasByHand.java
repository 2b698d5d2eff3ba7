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

/** Begins a saga of three steps that a provider does: the row, and the first request, in one XA transaction. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/bench/saga/provided")
        })
public class ProvidedSagasByHand implements MessageListener {

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
            String replyTo = ((Queue) message.getJMSReplyTo()).getQueueName();
            Saga saga = new Saga(message.getJMSMessageID(), replyTo, message.getBody(String.class));
            entities.persist(saga);
            entities.flush();
            context.createProducer()
                    .setJMSCorrelationID(saga.id())
                    .setJMSReplyTo(replies)
                    .send(provider, saga.body());
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
