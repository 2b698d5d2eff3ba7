package dev.parley.web.exchange;

import dev.parley.web.ProblemBody;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers that are gathered. */
@Schema(name = "Gathering")
public record GatheringBody(
        @Schema(required = true, description = "What comes back.", examples = "out-in") String exchange,
        @Schema(description = "When there is enough; absent if only the deadline ends it.", examples = "quorum:2")
                String completes,
        @Schema(required = true, description = "Fewer replies are a fault.") Integer atLeast,
        @Schema(required = true, description = "Who was asked.") List<String> expected,
        @Schema(required = true, description = "What came, in the order in which it came.") List<Answer> answers,
        @Schema(required = true, description = "Who has not answered.") List<String> missing,
        @Schema(description = "The faults among the answers, of robust-out-only.") List<Answer> faults,
        @Schema(description = "By what it ended: what completes it, deadline or out-of-reach.", examples = "quorum:2")
                String complete,
        @Schema(description = "The reply that was taken; absent where all are.") Answer taken,
        @Schema(
                        description = "What becomes of those whose reply is not taken; absent if nothing does.",
                        enumeration = {"cancel", "compensate"})
                String losers,
        @Schema(description = "Whose replies are undone, as far as something undoes them.") List<String> undone,
        @Schema(description = "How far that is, of each.") List<Undoing> undoing,
        @Schema(description = "Whose replies are not taken, and stand: nothing undoes them; absent if there is none.")
                List<String> kept) {

    /** How far it is to undo what one of them has done. */
    @Schema(name = "GatheredUndoing")
    public record Undoing(
            @Schema(required = true) String from, @Schema(required = true, examples = "COMPENSATED") String status) {}

    /** An answer, which is a reply or a fault. */
    @Schema(name = "GatheredAnswer")
    public record Answer(
            @Schema(required = true) String from,
            @Schema(required = true) Instant at,
            Object reply,
            ProblemBody fault) {}
}
