package dev.parley.conversation;

/**
 * A message that was received in a conversation that is there.
 *
 * @param kind what it is for
 * @param from who sent it
 * @param messageId its id
 * @param correlationId what it answers
 * @param body JSON text
 */
public record Received(MessageKind kind, String from, String messageId, String correlationId, String body) {}
