package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a conversation as it stands.
 *
 * @param name the name of the command
 * @param step the step of a process that it is given to; null for the conversation
 * @param etag the entity tag that it has to name; null for none
 * @param force whether only force does it
 * @param operator whether only an operator may
 * @param until until when; null for as long as it stands so
 */
public record Action(
        String name,
        @Nullable String step,
        @Nullable String etag,
        boolean force,
        boolean operator,
        @Nullable Instant until) {

    /** Ending it, which whoever sees it may want while it goes on. */
    public static final Action CANCEL = new Action("cancel", null, null, false, false, null);
}
