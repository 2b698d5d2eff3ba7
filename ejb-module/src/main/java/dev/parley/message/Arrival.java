package dev.parley.message;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
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
 * @param malformed why its headers could not all be read; null if they could
 * @param roles which roles {@code user} has, of those that matter, as far as the broker says so and is trusted to
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
        @Nullable Problem unreadable,
        @Nullable Problem malformed,
        Set<String> roles) {

    public Arrival {
        properties = Map.copyOf(properties);
        roles = Set.copyOf(roles);
    }

    /** A message whose headers could be read. */
    public Arrival(
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
        this(
                type,
                transportId,
                correlationId,
                replyTo,
                properties,
                expiresAt,
                redelivered,
                group,
                user,
                body,
                unreadable,
                null,
                Set.of());
    }

    /**
     * Refuses a message whose headers could not all be read, before any of them is believed.
     *
     * @throws Refusal {@code header-invalid}
     */
    public void refuseIfMalformed() {
        if (malformed != null) {
            throw new Refusal(malformed);
        }
    }

    /** A property's text; null if it is not there or blank. */
    public @Nullable String property(String name) {
        String value = properties.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
