package dev.parley.turn;

import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import java.util.List;

/**
 * A turn is kept, and the conversation may be ready for it, or never will be.
 *
 * @param turn the turn
 * @param earlier the journal of that turn, if it has been taken; empty otherwise
 */
public record TurnRecalled(EarlyTurn turn, List<JournalEntry> earlier) implements Event.OfPattern {

    public TurnRecalled {
        earlier = List.copyOf(earlier);
    }
}
