package dev.parley.engine.wire;

import dev.parley.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text message as it goes to a queue, whatever carries it there.
 *
 * @param to where it goes
 * @param type its JMSType
 * @param correlationId its JMSCorrelationID
 * @param replyTo its JMSReplyTo
 * @param group its JMSXGroupID: messages of a group are sent in the order in which they were written
 * @param properties all others; a string, a boolean or a number each
 * @param body its text
 * @param delay how long after it was written it is delivered at the earliest
 * @param expiresAt its JMSExpiration; null if it never expires
 */
public record WireMessage(
        Address to,
        @Nullable String type,
        @Nullable String correlationId,
        @Nullable Address replyTo,
        @Nullable String group,
        Map<String, Object> properties,
        String body,
        Duration delay,
        @Nullable Instant expiresAt) {

    public WireMessage {
        properties = Map.copyOf(properties);
    }

    /** The same for another queue, with more properties. */
    WireMessage redirected(Address address, Map<String, Object> added) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(added);
        return new WireMessage(address, type, correlationId, replyTo, null, all, body, Duration.ZERO, null);
    }
}
