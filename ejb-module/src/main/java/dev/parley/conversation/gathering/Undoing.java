package dev.parley.conversation.gathering;

import dev.parley.conversation.Event;
import dev.parley.message.Address;
import java.util.List;

/**
 * It is known what those are sent who have replied to a request, and are not taken.
 *
 * @param each one for each of them who is sent one
 * @param kept of whose replies nothing undoes what was done
 */
public record Undoing(List<Undo> each, List<String> kept) implements Event.OfPattern {

    public Undoing {
        each = List.copyOf(each);
        kept = List.copyOf(kept);
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
