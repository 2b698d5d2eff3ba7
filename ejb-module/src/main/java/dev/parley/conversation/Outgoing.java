package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A message to a participant.
 *
 * @param to where it goes; null if it is only journaled, for a requester that polls
 * @param kind what it is for
 * @param type the operation; null if the request named none
 * @param conversationId the conversation; null if the request was refused before there was one
 * @param messageId its id, the same each time it is sent
 * @param correlationId the request it answers
 * @param state the requester's opaque state
 * @param body JSON text
 */
public record Outgoing(
        @Nullable Address to,
        MessageKind kind,
        @Nullable String type,
        @Nullable String conversationId,
        String messageId,
        String correlationId,
        @Nullable String state,
        String body) {}
