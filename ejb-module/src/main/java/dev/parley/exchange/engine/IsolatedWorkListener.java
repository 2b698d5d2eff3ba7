package dev.parley.exchange.engine;

import dev.parley.engine.run.WorkConsumer;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * The listener that runs operations that have a transaction of their own: by their own wish, or because they have
 * failed or are not known yet.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/work-isolated"),
            @ActivationConfigProperty(
                    propertyName = "maxSession",
                    propertyValue = "${parley.sessions.work.isolated:8}"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class IsolatedWorkListener implements MessageListener {

    @Inject
    WorkConsumer intake;

    @Override
    public void onMessage(Message message) {
        intake.receiveIsolated(message);
    }
}
