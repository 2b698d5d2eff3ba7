package dev.parley.web.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a dead letter, which is not in the queue any more. */
@Schema(name = "DeadLetterResult")
public record DeadLetterResultBody(
        @Schema(required = true) String id,
        @Schema(
                        required = true,
                        enumeration = {"RETRIED", "GOES_ON", "PUT_BACK", "SENT", "DROPPED"})
                String outcome,
        @Schema(description = "The conversation that goes on, or has begun.") @Nullable String conversationId) {}
