package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The messages that were sent. */
@Schema(name = "Sent")
public record SentBody(
        @Schema(required = true, description = "The ids of the messages, in their order.") List<String> messageIds) {}
