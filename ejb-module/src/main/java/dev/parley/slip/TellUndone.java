package dev.parley.slip;

import dev.parley.conversation.Effect;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Tell the conversation that wants a slip undone what came of it.
 *
 * @param conversation which
 * @param something whether there was something to undo
 * @param refused why it is not undone; null if it is
 */
public record TellUndone(String conversation, boolean something, @Nullable Problem refused)
        implements Effect.OfPattern {}
