package dev.parley.web.slip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said with a command to a slip. */
@Schema(name = "SlipCommand")
public record SlipCommandBody(
        @Schema(required = true, description = "Why, for whoever reads the journal.") String reason) {}
