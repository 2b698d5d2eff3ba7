package dev.parley.relay.engine.table;

import java.time.Instant;

/**
 * A place in the order in which messages of a mailbox can be received.
 *
 * @param availableAt from when on the message there can be received
 * @param position its position in the mailbox
 */
public record PlaceInLine(Instant availableAt, long position) {

    /** The place before all messages. */
    public static final PlaceInLine BEGIN = new PlaceInLine(Instant.EPOCH, -1);
}
