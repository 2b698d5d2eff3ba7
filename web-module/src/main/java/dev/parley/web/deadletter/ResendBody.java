package dev.parley.web.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The new request that is sent in place of a dead letter. */
@Schema(name = "DeadLetterResend")
public record ResendBody(
        @Schema(required = true, description = "Why; journalled and logged with who wants it.", maxLength = 1000)
                String reason,
        @Schema(description = "The operation to ask; that of the dead letter if it is absent.") String operation,
        @Schema(description = "Any JSON; the body of the dead letter if it is absent.") Object body) {}
