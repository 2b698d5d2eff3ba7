package dev.parley.web.exchange;

import dev.parley.conversation.Status;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that was accepted. */
@Schema(
        name = "Accepted",
        description = "A request that was accepted; once it has ended, all of a Conversation.",
        additionalProperties = Schema.True.class)
public record AcceptedBody(
        @Schema(required = true) String conversationId,
        @Schema(required = true, description = "The Idempotency-Key, or the one that was made.") String messageId,
        @Schema(required = true) String correlationId,
        @Schema(required = true) String operation,
        @Schema(required = true, examples = "in-out") String exchange,
        @Schema(required = true) Status status,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, description = "The deadline.") Instant expiresAt,
        @Schema(
                        description =
                                "Where turns are taken: which one this is; then the reply to it is here too, if there is one.")
                Integer turn) {}
