package dev.parley.process.event;

import dev.parley.conversation.Event;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message to the process came.
 *
 * @param message its name
 * @param conversationId the conversation in which its sender waits
 * @param user who sent it; null if nobody knows
 * @param roles which roles that user has, of those that matter
 * @param body JSON text
 */
public record Told(String message, String conversationId, @Nullable String user, Set<String> roles, String body)
        implements Event.OfPattern {

    public Told {
        roles = Set.copyOf(roles);
    }

    /** A message of somebody without a role that matters. */
    public Told(String message, String conversationId, @Nullable String user, String body) {
        this(message, conversationId, user, Set.of(), body);
    }
}
