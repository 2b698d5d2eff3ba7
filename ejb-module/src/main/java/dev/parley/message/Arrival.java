package dev.parley.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came from a queue, not checked yet.
 *
 * @param type its JMSType; null if it has none
 * @param transportId its JMSMessageID
 * @param correlationId its JMSCorrelationID; null if it has none
 * @param replyTo its JMSReplyTo; null if it has none
 * @param properties all its properties as text
 * @param expiresAt its JMSExpiration; null if it never expires
 * @param redelivered whether it was delivered before, and the transaction rolled back
 * @param group its JMSXGroupID; null if it has none
 * @param user who sent it, where the broker says so and is trusted to; null otherwise
 * @param body its text; empty if it could not be read
 * @param unreadable why its body could not be read; null if it could
 */
public record Arrival(
        @Nullable String type,
        String transportId,
        @Nullable String correlationId,
        @Nullable Address replyTo,
        Map<String, String> properties,
        @Nullable Instant expiresAt,
        boolean redelivered,
        @Nullable String group,
        @Nullable String user,
        String body,
        @Nullable Problem unreadable) {

    public Arrival {
        properties = Map.copyOf(properties);
    }

    /** A property's text; null if it is not there or blank. */
    public @Nullable String property(String name) {
        String value = properties.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
