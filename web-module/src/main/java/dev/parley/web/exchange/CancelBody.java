package dev.parley.web.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be said with a cancel. */
@Schema(name = "Cancel")
public record CancelBody(
        @Schema(description = "Why, for whoever reads the journal; required with force.") String reason,
        @Schema(
                        description =
                                "For operators: undo a process although its pivot was done, or give up what could not be undone.")
                Boolean force) {}
