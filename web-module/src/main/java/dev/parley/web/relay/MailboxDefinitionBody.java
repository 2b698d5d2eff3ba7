package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The definition of a mailbox. */
@Schema(name = "MailboxDefinition")
public record MailboxDefinitionBody(
        @Schema(description = "Who receives; the caller, unless an operator says otherwise.") String owner,
        @Schema(description = "Who else may send, by user name; * for every participant.") List<String> senders,
        @Schema(description = "How long what is received is locked, ISO 8601, 1 s to 12 h.", defaultValue = "PT30S")
                String lock,
        @Schema(description = "How long a message stays at most, ISO 8601.", defaultValue = "PT336H") String timeToLive,
        @Schema(
                        description = "After how many deliveries a message is a dead letter.",
                        minimum = "1",
                        maximum = "1000",
                        defaultValue = "10")
                Integer maxDeliveries,
        @Schema(description = "How many messages it holds.", minimum = "1", defaultValue = "1000000") Long messages,
        @Schema(description = "How many bytes their bodies have.", minimum = "1", defaultValue = "1073741824")
                Long bytes) {}
