package dev.parley.process.message;

import dev.parley.conversation.Effect;

/**
 * Tell an instance that it need not keep the message of this conversation any more: its sender does not wait.
 *
 * @param instance the conversation of the instance
 */
public record Recall(String instance) implements Effect.OfPattern {}
