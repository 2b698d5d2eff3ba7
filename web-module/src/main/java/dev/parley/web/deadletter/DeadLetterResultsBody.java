package dev.parley.web.deadletter;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of many dead letters. */
@Schema(name = "DeadLetterResults")
public record DeadLetterResultsBody(
        @Schema(required = true) List<DeadLetterResultBody> done,
        @Schema(required = true, description = "Those that are still there.") List<Failed> failed,
        @Schema(
                        required = true,
                        description = "How many are still there only because other transactions were in the way.")
                Integer notDone,
        @Schema(required = true, description = "true if there are more: call again.") Boolean more) {

    /** A dead letter that is still there, and why. */
    @Schema(name = "DeadLetterFailure")
    public record Failed(
            @Schema(required = true) String id,
            @Schema(required = true, examples = "retry-impossible") String problem,
            @Schema(required = true) String detail) {}
}
