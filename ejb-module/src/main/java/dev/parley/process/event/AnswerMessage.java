package dev.parley.process.event;

import dev.parley.conversation.Effect;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Answer whoever sent a message to the process, or gave it a command.
 *
 * @param conversationId the conversation in which the sender waits
 * @param refused why it is not wanted; null if it was consumed
 * @param about the conversation that the answer names; null for this one
 */
public record AnswerMessage(String conversationId, @Nullable Problem refused, @Nullable String about)
        implements Effect.OfPattern {

    /** An answer that names the conversation which gives it. */
    public AnswerMessage(String conversationId, @Nullable Problem refused) {
        this(conversationId, refused, null);
    }
}
