package dev.parley.web.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done with one dead letter. */
@Schema(name = "DeadLetterCommand")
public record DeadLetterCommandBody(
        @Schema(required = true, description = "Why; journalled and logged with who wants it.", maxLength = 1000)
                String reason) {}
