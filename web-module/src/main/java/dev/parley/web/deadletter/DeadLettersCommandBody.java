package dev.parley.web.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done with all dead letters that are chosen. */
@Schema(name = "DeadLettersCommand")
public record DeadLettersCommandBody(
        @Schema(required = true, description = "Why; journalled and logged with who wants it.", maxLength = 1000)
                String reason,
        @Schema(description = "Only those about this operation.") String operation,
        @Schema(description = "Only those that are there for this reason.", examples = "operation-failed")
                String cause) {}
