package dev.parley.web.renewal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a ping. */
@Schema(name = "PingAnswer")
public record PingAnswerBody(
        @Schema(required = true, description = "The pingId of the ping, as the grant and the message show it.")
                String pingId) {}
