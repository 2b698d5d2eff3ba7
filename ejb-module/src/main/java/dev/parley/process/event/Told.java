package dev.parley.process.event;

import dev.parley.conversation.Event;

/**
 * A message to the process came; its schema and its sender have been checked.
 *
 * @param message its name
 * @param conversationId the conversation in which its sender waits
 * @param body JSON text
 */
public record Told(String message, String conversationId, String body) implements Event.OfPattern {}
