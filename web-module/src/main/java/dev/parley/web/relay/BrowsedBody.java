package dev.parley.web.relay;

import dev.parley.relay.BrowsedMail.State;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what is in a mailbox. */
@Schema(name = "Browsed")
public record BrowsedBody(
        @Schema(required = true, description = "In the order in which they can be received.")
                List<BrowsedMail> messages,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {

    /** A message that is there. */
    @Schema(name = "BrowsedMail")
    public record BrowsedMail(
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
            @Schema(required = true, description = "What keeps it from being received, if anything does.") State state,
            @Schema(required = true, description = "Since when, or from when on, it can be received.")
                    Instant availableAt) {}
}
