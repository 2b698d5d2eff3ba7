package dev.parley.web.relay;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mailbox, and how much is in it. */
@Schema(name = "Mailbox")
public record MailboxBody(
        @Schema(required = true) String name,
        @Schema(required = true) String owner,
        @Schema(required = true) List<String> senders,
        @Schema(required = true) String lock,
        @Schema(required = true) String timeToLive,
        @Schema(required = true) Integer maxDeliveries,
        @Schema(required = true, description = "How many messages it holds at most.") Long messages,
        @Schema(required = true, description = "How many bytes their bodies have at most.") Long bytes,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(description = "Messages that can be received now. This and what follows is not in lists.") Long ready,
        @Schema(description = "Messages that somebody has received.") Long locked,
        @Schema(description = "Messages whose time has not come.") Long delayed,
        @Schema(description = "Messages behind another one of their group.") Long waiting,
        @Schema(description = "Dead letters.") Long dead,
        @Schema(description = "Bytes of all bodies but those of dead letters.") Long size,
        @Schema(description = "When the oldest message was sent; absent if there is none.") Instant oldest) {}
