package dev.parley.conversation.gathering;

import dev.parley.conversation.Event;
import dev.parley.message.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It is known by what is undone what was not taken.
 *
 * @param each one for each that has done something
 * @param until when undoing it would be too late
 */
public record Undoing(List<Undo> each, Instant until) implements Event.OfPattern {

    public Undoing {
        each = List.copyOf(each);
    }

    /**
     * What undoes one of them.
     *
     * @param name who has replied
     * @param operation the operation that undoes it
     * @param body what that is asked, JSON text
     * @param conversationId the exchange in which it was asked; null if it was sent a request
     * @param to where to send it; null if the operation is asked, whoever provides it
     */
    public record Undo(
            String name, String operation, String body, @Nullable String conversationId, @Nullable Address to) {}
}
