package dev.parley.web.relay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reply to a message. */
@Schema(name = "MailReply")
public record MailReplyBody(
        @Schema(description = "What it is; the type of the message if it is not given.") String type,
        @Schema(required = true, description = "Any JSON; with a contentType, bytes in base64.") Object body,
        @Schema(description = "Of a body that is not JSON.") String contentType,
        @Schema(description = "Its id; made if it is not given.") String messageId,
        @Schema(description = "Whether it says that it could not be done; the body is a problem object then.")
                Boolean fault) {}
