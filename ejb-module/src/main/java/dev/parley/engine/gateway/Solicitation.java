package dev.parley.engine.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event whose answers a conversation gathers that is there already.
 *
 * @param topic the topic
 * @param sender who publishes
 * @param user the authenticated publisher; null if that is not known
 * @param conversationId the conversation; also the id of the event
 * @param hops how many operations called each other until then
 * @param body JSON text
 * @param ticket what makes the tickets by which those answer who get it
 * @param until when an answer would be too late
 */
public record Solicitation(
        String topic,
        String sender,
        @Nullable String user,
        String conversationId,
        int hops,
        String body,
        String ticket,
        Instant until) {}
