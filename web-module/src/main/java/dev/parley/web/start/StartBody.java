package dev.parley.web.start;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The start document. */
@Schema(name = "Start")
public record StartBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "Of the Parley that answers.") String version,
        @Schema(
                        required = true,
                        enumeration = {"UP", "DOWN"},
                        description = "UP if everything is that Parley depends on.")
                String status,
        @Schema(required = true, description = "What Parley depends on.") List<Check> checks,
        @Schema(required = true, description = "Who reads it.") Reader caller,
        @Schema(description = "How Parley's queues stand; for operators, of a broker in the server that answers.")
                @Nullable
                List<Queue> queues,
        @Schema(required = true) List<Link> links) {

    /** Something that Parley depends on. */
    @Schema(name = "Check")
    public record Check(
            @Schema(required = true, examples = "database") String name,
            @Schema(
                            required = true,
                            enumeration = {"UP", "DOWN"})
                    String status) {}

    /** A queue. */
    @Schema(name = "QueueState")
    public record Queue(
            @Schema(required = true, examples = "parley.requests") String name,
            @Schema(required = true, description = "How many messages are in it.") Long messages,
            @Schema(description = "When the one that is next was sent, by its sender's clock; absent if there is none.")
                    @Nullable
                    Instant oldest) {}

    /** Who reads it. */
    @Schema(name = "StartCaller")
    public record Reader(
            @Schema(required = true, examples = "alice") String name,
            @Schema(required = true, description = "Whether everything is shown to them, not their own alone.")
                    Boolean operator) {}

    /** Where something is. */
    @Schema(name = "StartLink")
    public record Link(
            @Schema(required = true, examples = "operations") String rel,
            @Schema(required = true, examples = "/parley/v1/operations") String href,
            @Schema(required = true) String title) {}
}
