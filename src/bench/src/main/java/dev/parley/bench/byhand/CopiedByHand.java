package dev.parley.bench.byhand;

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

/** Copies what comes to ten queues: one XA transaction for each. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/bench/copied")
        })
public class CopiedByHand implements MessageListener {

    private static final int QUEUES = 10;

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @Override
    public void onMessage(Message message) {
        try {
            String body = message.getBody(String.class);
            JMSProducer producer = context.createProducer().setJMSType(message.getJMSType());
            for (int i = 0; i < QUEUES; i++) {
                producer.send(context.createQueue("reply.alice.copy-" + i), body);
            }
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
