package dev.parley.web.exchange;

import dev.parley.message.Direction;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All messages of a conversation. */
@Schema(name = "Journal")
public record JournalBody(@Schema(required = true, description = "In order.") List<Message> messages) {

    /** A message as it was received or sent. */
    @Schema(name = "Message")
    public record Message(
            @Schema(required = true, description = "Its place, from 1.") int sequence,
            @Schema(required = true, description = "Seen from Parley.") Direction direction,
            @Schema(
                            required = true,
                            enumeration = {"Request", "Ack", "Reply", "Fault", "Ping", "Notice", "Event"})
                    String kind,
            @Schema(required = true, description = "The operation.") String type,
            @Schema(required = true) String from,
            @Schema(description = "Absent if nobody was to be told, or the requester polls.") String to,
            @Schema(description = "Where turns are taken: the one it belongs to.") Integer turn,
            @Schema(required = true) String messageId,
            @Schema(required = true) String correlationId,
            @Schema(required = true) Instant at,
            @Schema(required = true, description = "Any JSON.") Object body) {}
}
