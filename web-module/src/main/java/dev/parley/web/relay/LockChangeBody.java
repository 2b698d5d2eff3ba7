package dev.parley.web.relay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The change of a lock. */
@Schema(name = "LockChange")
public record LockChangeBody(
        @Schema(
                        required = true,
                        description =
                                "For how long it is valid from now on, ISO 8601, 1 s to 12 h; PT0S gives the message back.",
                        examples = "PT60S")
                String lock,
        @Schema(description = "With PT0S: how long it is not delivered, ISO 8601.") String delay) {}
