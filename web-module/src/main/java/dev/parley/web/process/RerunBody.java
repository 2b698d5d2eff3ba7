package dev.parley.web.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said with a rerun. */
@Schema(name = "Rerun")
public record RerunBody(
        @Schema(required = true, description = "A step of the process's own list, which the new instance begins with.")
                String from,
        @Schema(required = true, description = "Why, for whoever reads the journal.") String reason) {}
