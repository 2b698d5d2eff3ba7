package dev.parley.topic.engine;

import dev.parley.engine.gateway.MessageIntake;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The listener for events that are to be published, in {@code parley.events}. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/events"),
            // One: two that take from the queue side by side would publish what came later first
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.events:1}"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class EventsListener implements MessageListener {

    @Inject
    MessageIntake intake;

    @Override
    public void onMessage(Message message) {
        intake.receive(EventConsumer.QUEUE, message);
    }
}
