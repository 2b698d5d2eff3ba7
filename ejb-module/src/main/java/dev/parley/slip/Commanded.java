package dev.parley.slip;

import dev.parley.conversation.Event;

/**
 * A person wants a slip that is stuck to go on. Whether that person may is known.
 *
 * @param command what is wanted
 * @param seen the entity tag of the slip as that person has seen it; empty if nothing was said
 * @param by who
 * @param reason why, for whoever reads the journal
 */
public record Commanded(SlipEvent command, String seen, String by, String reason) implements Event.OfPattern {

    private static final String ANY = "*";

    /** Whether that person has seen it as it is now, or does not say. */
    boolean isOf(String etag) {
        return seen.isEmpty() || seen.equals(ANY) || seen.equals(etag);
    }

    /** The name of the command. */
    String name() {
        return command instanceof SlipEvent.Skipped ? "skip" : "retry";
    }
}
