package dev.parley.bench.byhand;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * A saga of three steps: each is done, or undone, in one XA transaction with the row that says where the saga stands,
 * and with the message that has the next one done. The first step is done in the transaction that takes the request.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/bench/saga")
        })
public class SagasByHand implements MessageListener {

    private static final int STEPS = 3;
    private static final String ID = "SagaId";
    private static final String DONE = "SagaDone";

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @Resource(lookup = "java:/jms/queue/bench/saga")
    Queue sagas;

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Override
    public void onMessage(Message message) {
        try {
            String id = message.getStringProperty(ID);
            Saga saga = id == null ? begun(message) : entities.find(Saga.class, id);
            if (saga == null) {
                throw new IllegalStateException("There is no saga " + id);
            }
            if (id == null || message.getIntProperty(DONE) == saga.done()) {
                goOn(saga);
            }
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private Saga begun(Message message) throws JMSException {
        String replyTo = ((Queue) message.getJMSReplyTo()).getQueueName();
        Saga saga = new Saga(message.getJMSMessageID(), replyTo, message.getBody(String.class));
        entities.persist(saga);
        return saga;
    }

    private void goOn(Saga saga) {
        if (saga.isUndoing()) {
            did(saga, "undo");
            saga.stepUndone();
        } else if (saga.done() == STEPS - 1 && Order.readSaga(saga.body()).fails()) {
            saga.goBack();
        } else {
            did(saga, "step");
            saga.stepDone();
        }
        // The rows' branch has to be the first to commit.
        entities.flush();
        boolean isOver = saga.done() == (saga.isUndoing() ? 0 : STEPS);
        if (isOver) {
            reply(saga);
        } else {
            JMSProducer producer = context.createProducer();
            producer.setProperty(ID, saga.id()).setProperty(DONE, saga.done()).send(sagas, "");
        }
    }

    private void did(Saga saga, String what) {
        entities.persist(new Effect(saga.id(), what + " " + saga.done()));
    }

    private void reply(Saga saga) {
        context.createProducer()
                .setJMSCorrelationID(saga.correlationId())
                .setProperty("Kind", saga.isUndoing() ? "Fault" : "Reply")
                .send(context.createQueue(saga.replyTo()), saga.body());
    }
}
