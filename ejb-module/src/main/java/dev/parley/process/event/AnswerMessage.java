package dev.parley.process.event;

import dev.parley.conversation.Effect;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Answer whoever sent a message to the process.
 *
 * @param conversationId the conversation in which the sender waits
 * @param refused why it is not wanted; null if it was consumed
 */
public record AnswerMessage(String conversationId, @Nullable Problem refused) implements Effect.OfPattern {}
