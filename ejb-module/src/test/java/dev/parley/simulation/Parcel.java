package dev.parley.simulation;

import dev.parley.message.Address;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as the broker carries it.
 *
 * @param id its JMSMessageID
 * @param type its JMSType, or null
 * @param correlationId its JMSCorrelationID, or null
 * @param replyTo its JMSReplyTo, or null
 * @param properties its properties
 * @param expiresAt its JMSExpiration, or null
 * @param body its text
 */
public record Parcel(
        String id,
        @Nullable String type,
        @Nullable String correlationId,
        @Nullable Address replyTo,
        Map<String, String> properties,
        @Nullable Instant expiresAt,
        String body) {

    /** A property; null if it is not there. */
    public @Nullable String property(String name) {
        return properties.get(name);
    }

    /** The same message with another transport id, as a client has it that sends it again. */
    public Parcel again(String newId) {
        return new Parcel(newId, type, correlationId, replyTo, properties, expiresAt, body);
    }

    @Override
    public String toString() {
        return id + " " + type + " " + properties + " " + body;
    }
}
