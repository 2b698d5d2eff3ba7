package dev.parley.web.topic;

import dev.parley.topic.subscription.HeldEvent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that could not be delivered yet. */
@Schema(name = "DeliveryFailure")
public record FailureBody(
        @Schema(required = true, description = "Its number in the topic.") Long sequence,
        @Schema(description = "Absent if it has none.") @Nullable String key,
        @Schema(required = true, description = "How often it was tried.") Integer attempts,
        @Schema(required = true, description = "Why it could not be delivered.") @Nullable String problem,
        @Schema(required = true, description = "When it is tried again.") Instant nextAt) {

    static FailureBody of(HeldEvent held) {
        return new FailureBody(held.number(), held.key(), held.attempts(), held.problem(), held.dueAt());
    }
}
