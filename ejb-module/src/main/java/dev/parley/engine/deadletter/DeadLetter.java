package dev.parley.engine.deadletter;

import dev.parley.message.Address;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, as it lies in {@code parley.dead}.
 *
 * @param id the id by which operators name it
 * @param operation what it asks for, or is about; null if it does not say
 * @param reason why it is there: the name of a problem
 * @param detail what happened, for people
 * @param from the queue, or the address, that it could not be taken from or given to; null if that is not known
 * @param failedConversation the conversation that has failed with it; null if none has
 * @param messageId the id that its sender gave it, or the broker
 * @param correlationId its JMSCorrelationID; null if it has none
 * @param replyTo its JMSReplyTo; null if it has none
 * @param properties all its properties
 * @param at when it was sent: by whoever parked it, or by its sender if the broker gave it up
 * @param body its text
 * @param unreadable why its body is not here; null if it is
 */
public record DeadLetter(
        String id,
        @Nullable String operation,
        String reason,
        String detail,
        @Nullable String from,
        @Nullable String failedConversation,
        String messageId,
        @Nullable String correlationId,
        @Nullable Address replyTo,
        Map<String, String> properties,
        Instant at,
        String body,
        @Nullable String unreadable) {

    public DeadLetter {
        properties = Map.copyOf(properties);
    }
}
