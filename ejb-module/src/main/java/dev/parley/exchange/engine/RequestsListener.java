package dev.parley.exchange.engine;

import dev.parley.engine.gateway.MessageIntake;
import dev.parley.engine.wire.Queues;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The listener for requests in {@code parley.requests}. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/requests"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.requests:4}"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class RequestsListener implements MessageListener {

    @Inject
    MessageIntake intake;

    @Override
    public void onMessage(Message message) {
        intake.receive(Queues.REQUESTS, message);
    }
}
