package dev.parley.process.message;

import dev.parley.conversation.Event;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An instance has made up its mind about the message of a conversation.
 *
 * @param refused why it is not wanted; null if it was taken
 */
public record Taken(@Nullable Problem refused) implements Event.OfPattern {}
