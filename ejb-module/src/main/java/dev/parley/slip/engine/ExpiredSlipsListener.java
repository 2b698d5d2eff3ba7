package dev.parley.slip.engine;

import dev.parley.engine.gateway.MessageIntake;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The listener for orders of slips that expired in {@code parley.slips}, so that their senders are told. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/expired"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.expired:1}"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue = "_AMQ_ORIG_ADDRESS = 'jms.queue.parley.slips'"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class ExpiredSlipsListener implements MessageListener {

    @Inject
    MessageIntake intake;

    @Override
    public void onMessage(Message message) {
        intake.receiveExpired(SlipConsumer.QUEUE, message);
    }
}
