package dev.parley.web.relay;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the dead letters of a mailbox. */
@Schema(name = "DeadLetters")
public record DeadLettersBody(
        @Schema(required = true, description = "In the order in which they were sent.") List<DeadLetter> messages,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {

    /** A dead letter. */
    @Schema(name = "DeadLetter")
    public record DeadLetter(
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
            @Schema(required = true, description = "How often it was received.") int deliveryCount,
            @Schema(required = true, description = "Why it is dead.", examples = "max-deliveries") String reason,
            @Schema(required = true) Instant diedAt) {}
}
