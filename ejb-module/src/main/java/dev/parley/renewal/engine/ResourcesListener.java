package dev.parley.renewal.engine;

import dev.parley.engine.gateway.MessageIntake;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The listener for what is asked of pools, and what is said of grants, in {@code parley.resources}. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/resources"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.resources:4}"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class ResourcesListener implements MessageListener {

    @Inject
    MessageIntake intake;

    @Override
    public void onMessage(Message message) {
        intake.receive(GrantConsumer.QUEUE, message);
    }
}
