package dev.parley.web.deadletter;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The dead letters of the queue that are asked for. */
@Schema(name = "DeadLettersOfTheQueue")
public record DeadLettersBody(
        @Schema(required = true, description = "All that are asked for, the largest group first.") List<Group> groups,
        @Schema(required = true, description = "A page of them, in the order of the queue.")
                List<DeadLetterBody> deadLetters,
        @Schema(required = true, description = "false if there are more than the 10000 that were looked at.")
                Boolean whole,
        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable String next) {

    /** Dead letters about one operation that are there for one reason. */
    @Schema(name = "DeadLetterGroup")
    public record Group(
            @Nullable String operation,
            @Schema(required = true) String reason,
            @Schema(required = true) Integer count,
            @Schema(required = true) Instant first,
            @Schema(required = true) Instant last) {}
}
