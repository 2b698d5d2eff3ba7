package dev.parley.web.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said with a command. */
@Schema(name = "Command")
public record CommandBody(
        @Schema(required = true, description = "Why, for whoever reads the journal.") String reason,
        @Schema(description = "For retry and replace: the request; absent for the same.") Object input,
        @Schema(description = "For skip and resolve: what others find as the reply.") Object reply,
        @Schema(description = "For resolve: why it was not done, a problem object.") Object fault,
        @Schema(description = "For replace: the operation to ask instead.") String operation) {}
