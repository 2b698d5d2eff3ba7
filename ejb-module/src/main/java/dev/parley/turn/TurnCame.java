package dev.parley.turn;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import java.util.List;

/**
 * A turn that was not seen before.
 *
 * @param request the request
 * @param newId the conversation's id, if there is none and the request names none
 * @param earlier the journal of that turn, if it has been taken; empty otherwise
 * @param kept how many are kept in the conversation
 */
public record TurnCame(Envelope request, String newId, List<JournalEntry> earlier, int kept)
        implements Event.OfPattern {

    public TurnCame {
        earlier = List.copyOf(earlier);
    }
}
