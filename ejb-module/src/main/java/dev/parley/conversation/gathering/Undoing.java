package dev.parley.conversation.gathering;

import dev.parley.conversation.Event;
import dev.parley.message.Address;
import java.util.List;

/**
 * It is known what those are sent who have replied to a request, and are not taken.
 *
 * @param each one for each of them
 */
public record Undoing(List<Undo> each) implements Event.OfPattern {

    public Undoing {
        each = List.copyOf(each);
    }

    /**
     * What undoes what one of them has done.
     *
     * @param name who has replied
     * @param operation the operation that undoes it
     * @param body what that is asked, JSON text
     * @param to where to send it
     */
    public record Undo(String name, String operation, String body, Address to) {}
}
