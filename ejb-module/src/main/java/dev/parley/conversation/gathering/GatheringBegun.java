package dev.parley.conversation.gathering;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import java.util.List;

/**
 * A gathering begins.
 *
 * @param request who wants it, and until when
 * @param newId the id of its conversation
 * @param exchange what comes back, by its name on the wire
 * @param completion when it has what it wants
 * @param expected who is asked
 * @param ticket what makes the tickets by which they answer
 */
public record GatheringBegun(
        Envelope request, String newId, String exchange, Completion completion, List<String> expected, String ticket)
        implements Event.OfPattern {

    public GatheringBegun {
        expected = List.copyOf(expected);
    }
}
