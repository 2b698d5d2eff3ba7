package dev.parley;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what was asked with {@link Requester}: a reply, or a fault.
 *
 * @param operation what was asked for
 * @param conversationId the conversation it was asked in
 * @param correlationId as it was given when asking
 * @param state as it was given when asking, or null
 * @param reply the reply; null if there is a fault, or the operation had nothing to say
 * @param fault the problem object (RFC 9457); null if there is a reply
 */
public record Answer<R>(
        String operation,
        String conversationId,
        String correlationId,
        @Nullable String state,
        @Nullable R reply,
        @Nullable JsonObject fault) {}
