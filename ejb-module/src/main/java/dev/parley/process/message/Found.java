package dev.parley.process.message;

import dev.parley.conversation.Event;

/**
 * The instance is known that the message of a conversation is for.
 *
 * @param instance its conversation
 */
public record Found(String instance) implements Event.OfPattern {}
