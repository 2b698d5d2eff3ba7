package dev.parley.web.process;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The definition of a process. */
@Schema(name = "ProcessDefinition")
public record ProcessDefinitionBody(
        @Schema(description = "A JSON Schema (2020-12) of the requests, in one piece of at most 64 KiB.") Object input,
        @Schema(description = "How long an instance may take, ISO 8601.", defaultValue = "P1D") String deadline,
        @Schema(description = "How long a compensation is tried again, ISO 8601.", defaultValue = "P7D")
                String compensateWithin,
        @Schema(description = "How long after its end an instance can be undone, ISO 8601.", defaultValue = "P7D")
                String compensable,
        @Schema(description = "What instances are found by: at most 20 values, by name.")
                Map<String, Object> attributes,
        @Schema(required = true, description = "What is done, in this order.") List<Object> steps,
        @Schema(description = "A value: JSON in which {\"$\": \"/pointer\"} is replaced.") Object reply) {}
