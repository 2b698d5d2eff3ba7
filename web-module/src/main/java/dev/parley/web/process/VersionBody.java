package dev.parley.web.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version that a process has had. */
@Schema(name = "ProcessVersion")
public record VersionBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "Its number, from 1.") Integer version,
        @Schema(description = "A JSON Schema (2020-12) of the requests.") Object input,
        @Schema(description = "ISO 8601.") String deadline,
        @Schema(description = "ISO 8601.") String compensateWithin,
        @Schema(description = "ISO 8601.") String compensable,
        Map<String, Object> attributes,
        @Schema(required = true) List<Object> steps,
        Object reply,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) String createdBy) {}
