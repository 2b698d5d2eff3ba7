package dev.parley.web.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A process as it is defined now. */
@Schema(name = "Process")
public record ProcessBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "Another one for each content; new instances follow it.")
                Integer version,
        @Schema(description = "A JSON Schema (2020-12) of the requests.") Object input,
        @Schema(description = "ISO 8601.") String deadline,
        @Schema(description = "ISO 8601.") String compensateWithin,
        @Schema(description = "ISO 8601.") String compensable,
        Map<String, Object> attributes,
        @Schema(required = true) List<Object> steps,
        Object reply,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(description = "What is allowed, and may be regretted; only in the answer to a change.")
                List<ProblemsBody.Wrong> warnings) {}
