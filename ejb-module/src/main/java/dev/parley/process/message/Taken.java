package dev.parley.process.message;

import dev.parley.conversation.Event;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An instance has made up its mind about the message of a conversation.
 *
 * @param refused why it is not wanted; null if it was taken
 * @param about the conversation that the answer names; null for the instance
 */
public record Taken(@Nullable Problem refused, @Nullable String about) implements Event.OfPattern {

    /** An answer about the instance itself. */
    public Taken(@Nullable Problem refused) {
        this(refused, null);
    }
}
