package dev.parley.message;

import java.time.Instant;
import java.util.Map;
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
 * @param request what only a request to a provider has; null for everything else
 * @param turn the turn it answers; 0 where none are taken
 * @param properties what else is known of it, by name
 */
public record Outgoing(
        @Nullable Address to,
        MessageKind kind,
        @Nullable String type,
        @Nullable String conversationId,
        String messageId,
        String correlationId,
        @Nullable String state,
        String body,
        @Nullable Request request,
        int turn,
        Map<String, String> properties) {

    public Outgoing {
        properties = Map.copyOf(properties);
    }

    /**
     * The headers that only a request to a provider has, or, without an address, an event to a subscriber.
     *
     * @param replyTo where it answers; null if no answer is wanted
     * @param attempt how often it has been sent, from 1; 0 where that is not counted
     * @param expiresAt when an answer, or doing it, would be too late; null if it never is
     * @param hops how many operations called each other until then
     * @param group its message group; null if it is in none
     */
    public record Request(
            @Nullable Address replyTo, int attempt, @Nullable Instant expiresAt, int hops, @Nullable String group) {}

    /** A message that answers. */
    public Outgoing(
            @Nullable Address to,
            MessageKind kind,
            @Nullable String type,
            @Nullable String conversationId,
            String messageId,
            String correlationId,
            @Nullable String state,
            String body) {
        this(to, kind, type, conversationId, messageId, correlationId, state, body, null, 0, Map.of());
    }

    /** A request to a provider. */
    public Outgoing(
            @Nullable Address to,
            MessageKind kind,
            @Nullable String type,
            @Nullable String conversationId,
            String messageId,
            String correlationId,
            @Nullable String state,
            String body,
            Request request) {
        this(to, kind, type, conversationId, messageId, correlationId, state, body, request, 0, Map.of());
    }

    /** The same, as an answer to that turn. */
    public Outgoing ofTurn(int which) {
        return new Outgoing(
                to, kind, type, conversationId, messageId, correlationId, state, body, request, which, properties);
    }

    /** The same with these properties. */
    public Outgoing with(Map<String, String> which) {
        return new Outgoing(
                to, kind, type, conversationId, messageId, correlationId, state, body, request, turn, which);
    }
}
