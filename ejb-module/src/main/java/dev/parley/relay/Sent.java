package dev.parley.relay;

import java.util.List;

/**
 * The messages that were sent, durably.
 *
 * @param messageIds the ids of the messages, in their order
 */
public record Sent(List<String> messageIds) {

    public Sent {
        messageIds = List.copyOf(messageIds);
    }
}
