package dev.parley.conversation;

import dev.parley.message.MessageKind;

/**
 * A message that was received in a conversation that is there.
 *
 * @param kind what it is for
 * @param from who sent it
 * @param messageId its id
 * @param correlationId what it answers
 * @param body JSON text
 * @param turn the turn it belongs to; 0 where none are taken
 */
public record Received(MessageKind kind, String from, String messageId, String correlationId, String body, int turn) {

    /** A message that belongs to no turn. */
    public Received(MessageKind kind, String from, String messageId, String correlationId, String body) {
        this(kind, from, messageId, correlationId, body, 0);
    }
}
