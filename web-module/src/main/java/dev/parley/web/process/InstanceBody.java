package dev.parley.web.process;

import dev.parley.web.ActionBody;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an instance of a process stands. */
@Schema(name = "Instance")
public record InstanceBody(
        @Schema(required = true) String conversationId,
        @Schema(required = true) String process,
        @Schema(required = true, description = "The version of the process that it follows.") Integer version,
        @Schema(required = true) String status,
        @Schema(required = true, description = "Whether nothing is begun until it is resumed.") Boolean paused,
        @Schema(required = true, description = "Whether its deadline passed after its pivot.") Boolean overdue,
        @Schema(required = true, description = "Whether there is no way back any more.") Boolean pastPivot,
        @Schema(required = true) Instant deadline,
        @Schema(description = "While it goes on: what it waits for, since when, and until when, in one sentence.")
                String waitsFor,
        @Schema(required = true, description = "Those that were begun, in that order.") List<Step> steps,
        @Schema(required = true, description = "What the caller may have done with it now.") List<ActionBody> actions) {

    /** A step. */
    @Schema(name = "InstanceStep")
    public record Step(
            @Schema(required = true, description = "Its name, with the number of its round, as in pick.2.") String step,
            @Schema(required = true) String status,
            @Schema(required = true) Instant since,
            @Schema(required = true, description = "To be named by If-Match in a command.") String etag,
            @Schema(description = "What is asked, or awaited.") String operation,
            String compensation,
            @Schema(description = "Why it waits for a person.") String stuck,
            @Schema(description = "What is said of that, such as which pointer finds nothing.") String detail,
            @Schema(description = "When something is done if nothing happens.") Instant until) {}
}
