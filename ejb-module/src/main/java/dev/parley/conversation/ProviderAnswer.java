package dev.parley.conversation;

import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a provider sent to {@code parley.replies}.
 *
 * @param kind {@code ACK}, {@code REPLY} or {@code FAULT}
 * @param ticket the ticket it knows
 * @param messageId its id
 * @param correlationId its correlation id
 * @param from who sent it, as far as that is known
 * @param body JSON text
 * @param unusable why it cannot be passed on; null if it can
 */
public record ProviderAnswer(
        MessageKind kind,
        String ticket,
        String messageId,
        String correlationId,
        String from,
        String body,
        @Nullable Problem unusable) {}
