package dev.parley.slip;

import dev.parley.conversation.Event;

/**
 * A person wants a slip that is stuck to go on. Whether that person may is known.
 *
 * @param command what is wanted
 * @param by who
 * @param reason why, for whoever reads the journal
 */
public record Commanded(SlipEvent command, String by, String reason) implements Event.OfPattern {

    /** The name of the command. */
    String name() {
        return command instanceof SlipEvent.Skipped ? "skip" : "retry";
    }
}
