package dev.parley.topic.event;

import java.time.Instant;

/**
 * What those are asked for who get an event of which something comes back.
 *
 * @param conversationId the conversation that gathers it
 * @param ticket what makes the tickets by which they answer
 * @param until when an answer would be too late
 */
public record Asked(String conversationId, String ticket, Instant until) {}
