package dev.parley.web.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two versions of a process. */
@Schema(name = "ProcessDiff")
public record DiffBody(
        @Schema(required = true) Integer from,
        @Schema(required = true) Integer to,
        @Schema(required = true) List<Change> changes) {

    /** A difference: a step that has moved is the same step elsewhere. */
    @Schema(name = "ProcessChange")
    public record Change(
            @Schema(description = "Absent for the process itself.") String step,
            @Schema(description = "Absent for a whole step; in and after say where one stands.") String member,
            @Schema(description = "Absent if it was not there.") Object from,
            @Schema(description = "Absent if it is not there.") Object to) {}
}
