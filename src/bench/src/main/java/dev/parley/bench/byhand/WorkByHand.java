package dev.parley.bench.byhand;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Does what was acknowledged over HTTP: inserts the result, one XA transaction for each. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/bench/work")
        })
public class WorkByHand implements MessageListener {

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Override
    public void onMessage(Message message) {
        try {
            Order order = Order.read(message.getBody(String.class));
            entities.persist(new HandledRequest(message.getJMSCorrelationID(), order.json()));
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
