package dev.parley.web.relay;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The messages that were received. */
@Schema(name = "Received")
public record ReceivedBody(
        @Schema(required = true) List<LockedMail> messages,
        @Schema(description = "Locks that were to be acknowledged, and were.") List<String> acknowledged,
        @Schema(description = "Locks that were to be acknowledged, and are not valid, or never were.")
                List<String> lost) {

    /** A message with its lock. */
    @Schema(name = "LockedMail")
    public record LockedMail(
            @Schema(required = true) String messageId,
            @Schema(description = "What it is.") String type,
            @Schema(description = "Of a body that is not JSON.") String contentType,
            @Schema(required = true, description = "Any JSON; with a contentType, bytes in base64.") Object body,
            String correlationId,
            String conversationId,
            @Schema(description = "Where a reply goes; absent if none is wanted.") String replyTo,
            String group,
            @Schema(
                            description =
                                    "What Parley says of a message of its own, as properties over JMS: Kind, State, Turn, Attempt, Hops.")
                    Object properties,
            @Schema(required = true, description = "Who sent it.", examples = "user:alice") String from,
            @Schema(required = true) Instant sentAt,
            @Schema(required = true) Instant expiresAt,
            @Schema(required = true, description = "How often it was received, this time included.") int deliveryCount,
            @Schema(required = true, description = "By which it is acknowledged, extended, given back or answered.")
                    String lock,
            @Schema(required = true, description = "From then on somebody else may receive it.") Instant lockedUntil) {}
}
