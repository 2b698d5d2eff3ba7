package dev.parley.web.topic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The events that are to be delivered again. */
@Schema(name = "Replay")
public record ReplayBody(
        @Schema(
                        required = true,
                        description = "The first of them: beginning, sequence:N, or the first since a time.",
                        examples = "sequence:1")
                String from,
        @Schema(
                        description =
                                "The last of them: sequence:N, or the last before a time; all that were looked at if it is not given.")
                String to) {}
