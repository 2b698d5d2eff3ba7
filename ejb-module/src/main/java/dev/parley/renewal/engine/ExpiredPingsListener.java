package dev.parley.renewal.engine;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * The listener that takes pings which nobody has read in time out of {@code parley.expired}: the grant knows that it
 * was asked, and that nobody answered. What somebody sent to a queue of Parley itself and calls a ping is not one.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/parley/expired"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${parley.sessions.expired:1}"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue =
                            "Kind = 'Ping' AND JMSType = 'ping' AND _AMQ_ORIG_ADDRESS NOT LIKE 'jms.queue.parley.%'")
        })
public class ExpiredPingsListener implements MessageListener {

    @Override
    public void onMessage(Message ping) {
        // Received is removed.
    }
}
