package dev.parley.engine.gateway;

import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;

/**
 * A queue of Parley's that a pattern takes messages from. CDI finds those that implement it; {@link MessageIntake}
 * receives, reads and batches for all of them. Whatever is thrown here rolls the transaction back, and the messages are
 * delivered again.
 */
public interface Inlet {

    /** The name of the queue. */
    String queue();

    /** The time that a message is expected to keep the batch that it is in. */
    default Duration expected(Message message) {
        return Duration.ZERO;
    }

    /** Handles messages within the current transaction; what is sent with the gateway is sent if it commits. */
    void received(List<Taken> messages, Gateway gateway);

    /** Handles messages that expired before they were received, as {@link #received}. */
    void expired(List<Taken> messages, Gateway gateway);
}
