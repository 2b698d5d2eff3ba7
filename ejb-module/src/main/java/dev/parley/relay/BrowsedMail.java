package dev.parley.relay;

import java.time.Instant;

/**
 * A message as it is in its mailbox.
 *
 * @param mail the message
 * @param state what keeps it from being received, if anything does
 * @param availableAt when it can be received: since when, or from when on; while it waits for another one of its group,
 *     when it was sent
 */
public record BrowsedMail(Mail mail, State state, Instant availableAt) {

    /** The reason that keeps a message from being received. */
    public enum State {
        /** Nothing. */
        READY,
        /** Its time has not come. */
        DELAYED,
        /** Another one of its group comes first. */
        WAITING,
        /** Somebody has received it. */
        LOCKED
    }
}
