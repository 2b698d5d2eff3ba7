package dev.parley.engine.trace;

import dev.parley.conversation.Conversation;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, as its span shows it.
 *
 * @param conversationId its conversation; null if there is none
 * @param status where that stands; null if there is none
 * @param problem the name of the fault with which the message was refused; null if it was not
 */
public record Outcome(@Nullable String conversationId, @Nullable String status, @Nullable String problem) {

    /** The message was taken, and its conversation stands there. */
    public static Outcome of(Conversation conversation) {
        return new Outcome(conversation.id(), conversation.status().name(), null);
    }

    /** The message was refused. */
    public static Outcome refused(Problem problem) {
        return new Outcome(null, null, problem.name());
    }
}
