package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to a mailbox, or a list of them. */
@Schema(name = "Sending", description = "One message, or messages and nothing else.")
public record SendingBody(
        @Schema(description = "What it is, such as an operation's name.") String type,
        @Schema(description = "Any JSON, kept as it is written; required. With a contentType, bytes in base64.")
                Object body,
        @Schema(
                        description = "Of a body that is not JSON; the relay does not look at it.",
                        examples = "application/octet-stream")
                String contentType,
        @Schema(description = "By which it is known when it is sent again; made if it is not given.") String messageId,
        @Schema(description = "What it answers, or what its answers carry.") String correlationId,
        @Schema(description = "The conversation it belongs to.") String conversationId,
        @Schema(description = "Where a reply goes.", examples = "mailbox:answers") String replyTo,
        @Schema(description = "Where its sender is told that it expired, if not there.") String faultTo,
        @Schema(description = "Messages of a group are delivered in order, one at a time.") String group,
        @Schema(description = "How long it is not delivered, ISO 8601.") String delay,
        @Schema(description = "How long it may stay, ISO 8601; at most as the mailbox has it.") String timeToLive,
        @Schema(description = "Up to 100 messages, of which all are accepted or none.", maxItems = 100)
                List<Object> messages) {}
