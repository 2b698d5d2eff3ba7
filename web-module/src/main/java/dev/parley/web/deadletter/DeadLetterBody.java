package dev.parley.web.deadletter;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter of the queue. */
@Schema(name = "DeadLetterOfTheQueue")
public record DeadLetterBody(
        @Schema(required = true) String id,
        @Schema(description = "What it asks for, or is about.") @Nullable String operation,
        @Schema(required = true, description = "The name of a problem.", examples = "operation-failed") String reason,
        @Schema(required = true, description = "What happened.") String detail,
        @Schema(description = "The queue or address that it could not be taken from or given to.") @Nullable
                String from,
        @Schema(required = true) String messageId,
        @Nullable String correlationId,
        @Schema(description = "The conversation that has failed with it, and that a retry has go on.") @Nullable
                String conversationId,
        @Schema(required = true, description = "When it was parked; when it was sent, if the broker gave it up.")
                Instant at,
        @Schema(description = "All its properties; where it alone is shown.", implementation = Object.class) @Nullable
                JsonObject headers,
        @Schema(description = "Any JSON, or a text; where it alone is shown.", implementation = Object.class) @Nullable
                JsonValue body,
        @Schema(description = "true if only the beginning of the body is shown.") @Nullable Boolean bodyCut,
        @Schema(description = "Where the journal of its conversation is; where it alone is shown.") @Nullable
                String history) {}
