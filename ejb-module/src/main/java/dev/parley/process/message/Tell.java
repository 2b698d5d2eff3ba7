package dev.parley.process.message;

import dev.parley.conversation.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Tell an instance, in this transaction, that the message of this conversation has come; it answers with {@link Taken},
 * now or later.
 *
 * @param instance the conversation of the instance; null if the sender has named none
 * @param body the message, JSON text
 */
public record Tell(@Nullable String instance, String body) implements Effect.OfPattern {}
