package dev.parley.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import java.time.Instant;
import java.util.List;

/** What is stored at the end of a schedule, whatever the pattern. */
public interface ConversationHistory {

    /** All conversations. */
    List<Conversation> conversations();

    /** All journals, by conversation and sequence. */
    List<JournalEntry> journal();

    /** From when on nothing went wrong any more. */
    Instant calmAt();

    /** What is in the dead queue. */
    List<Parcel> dead();
}
