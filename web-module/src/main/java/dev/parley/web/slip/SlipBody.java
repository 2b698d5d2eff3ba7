package dev.parley.web.slip;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A slip. */
@Schema(name = "Slip")
public record SlipBody(
        @Schema(required = true) String slip,
        @Schema(required = true) String originator,
        @Schema(required = true, description = "When no other step is begun.") Instant expiresAt,
        @Schema(required = true, description = "Whether it can be looked at while it travels.") Boolean kept,
        @Schema(required = true) List<SlipOrderBody.Step> itinerary,
        @Schema(
                        required = true,
                        description =
                                "The step that is next, from 0; going back, the entry of the log that is undone next.")
                Integer position,
        @Schema(required = true, description = "forth or back") String direction,
        @Schema(required = true, description = "What was done and undone, each with the hash of all before it.")
                List<Entry> log,
        @Schema(required = true) Map<String, Object> variables,
        @Schema(description = "Why it goes back, a problem object.") Object fault,
        @Schema(description = "Of one that is kept: as of a conversation.") String status,
        @Schema(description = "Of one that is kept: the hop whose answer it waits for here.") String waitsFor) {

    /** An entry of the log. */
    @Schema(name = "SlipLogEntry")
    public record Entry(
            @Schema(required = true) Integer step,
            @Schema(required = true, description = "done, undone or written-off") String act,
            @Schema(required = true) String operation,
            @Schema(required = true) Instant at,
            @Schema(required = true) String by,
            String compensation,
            @Schema(description = "What undoing it takes.") Object undo,
            @Schema(required = true) String hash) {}
}
