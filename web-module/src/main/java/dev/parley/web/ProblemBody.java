package dev.parley.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem object; it may have more members. */
@Schema(name = "Problem", description = "A problem object (RFC 9457); it may have more members.")
public record ProblemBody(
        @Schema(required = true, examples = "urn:parley:fault:parameter-invalid") String type,
        @Schema(required = true) String title,
        @Schema(description = "The HTTP status; the faults of operations have none.") Integer status,
        @Schema(description = "What happened this time and what to do.") String detail,
        @Schema(description = "Which fields of the body were wrong.") List<FieldError> errors) {

    /** One field of the body that was wrong. */
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(description = "A JSON Pointer; empty for the whole body.") String field, String expected) {}
}
