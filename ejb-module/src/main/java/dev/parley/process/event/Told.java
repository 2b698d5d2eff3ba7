package dev.parley.process.event;

import dev.parley.conversation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A message to the process came.
 *
 * @param message its name
 * @param conversationId the conversation in which its sender waits
 * @param user who sent it; null if nobody knows
 * @param body JSON text
 */
public record Told(String message, String conversationId, @Nullable String user, String body)
        implements Event.OfPattern {}
