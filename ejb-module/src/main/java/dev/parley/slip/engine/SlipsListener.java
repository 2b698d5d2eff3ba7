package dev.parley.slip.engine;

import dev.parley.engine.gateway.MessageIntake;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The listener for slips that travel, and for orders of new ones, in {@code parley.slips}. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/slips"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.slips:4}"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class SlipsListener implements MessageListener {

    @Inject
    MessageIntake intake;

    @Override
    public void onMessage(Message message) {
        intake.receive(SlipConsumer.QUEUE, message);
    }
}
