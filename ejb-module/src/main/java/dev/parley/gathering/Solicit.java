package dev.parley.gathering;

import dev.parley.conversation.Effect;

/**
 * Publish to a topic, and have those asked who get it.
 *
 * @param topic its name
 * @param body what is published, JSON text
 * @param ticket what makes the tickets by which they answer
 */
public record Solicit(String topic, String body, String ticket) implements Effect.OfPattern {}
