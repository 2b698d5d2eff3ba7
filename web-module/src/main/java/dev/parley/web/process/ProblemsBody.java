package dev.parley.web.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a process by now. */
@Schema(name = "ProcessProblems")
public record ProblemsBody(
        @Schema(required = true, description = "What cannot work: an operation that is gone, or does not fit.")
                List<Wrong> problems,
        @Schema(required = true, description = "What may be regretted.") List<Wrong> warnings) {

    /** One thing that is wrong. */
    @Schema(name = "ProcessProblem")
    public record Wrong(
            @Schema(required = true, description = "Where in the definition, a JSON Pointer.") String field,
            @Schema(required = true, description = "What was expected there.") String expected) {}
}
