package dev.parley.exchange.engine;

import dev.parley.engine.gateway.MessageIntake;
import dev.parley.engine.wire.Queues;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The listener for requests that expired in {@code parley.requests}, so that their requesters are told. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/expired"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.expired:1}"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue = "_AMQ_ORIG_ADDRESS = 'jms.queue.parley.requests'"),
            // What this bean's sessions have fetched beforehand, its batches could not take.
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
public class ExpiredRequestsListener implements MessageListener {

    @Inject
    MessageIntake intake;

    @Override
    public void onMessage(Message message) {
        intake.receiveExpired(Queues.REQUESTS, message);
    }
}
