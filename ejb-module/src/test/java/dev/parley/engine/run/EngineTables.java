package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.engine.outbox.OutboxRow;
import dev.parley.simulation.Table;
import dev.parley.turn.EarlyTurn;
import java.time.Instant;
import java.util.List;

/** The engine's tables in a simulated database. */
public final class EngineTables {

    final Table<InboxEntry.Key, InboxEntry> inbox = new Table<>("inbox");
    final Table<String, Conversation> conversations = new Table<>("conversation");
    final Table<Place, JournalEntry> journal = new Table<>("journal");

    final Table<Long, Unsent> outbox = new Table<>("outbox");
    private long positions;

    record Unsent(OutboxRow row, String group, Instant dueAt) {}

    /** The next place in the outbox, as the database numbers rows. */
    long nextPosition() {
        positions++;
        return positions;
    }

    /** How many messages are committed and not sent. */
    public int unsent() {
        return outbox.committed().size();
    }

    final Table<KeptPlace, EarlyTurn> kept = new Table<>("kept");

    record KeptPlace(String conversationId, String messageId) implements Comparable<KeptPlace> {
        @Override
        public int compareTo(KeptPlace other) {
            int byId = conversationId.compareTo(other.conversationId);
            return byId != 0 ? byId : messageId.compareTo(other.messageId);
        }
    }

    /** The turns that are kept. */
    public List<EarlyTurn> kept() {
        return kept.committed();
    }

    record Place(String conversationId, int sequence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byId = conversationId.compareTo(other.conversationId);
            return byId != 0 ? byId : Integer.compare(sequence, other.sequence);
        }
    }

    /** The conversations, for whoever observes them. */
    public Table<String, Conversation> conversations() {
        return conversations;
    }

    /** The journal, by conversation and sequence. */
    public List<JournalEntry> journal() {
        return journal.committed();
    }
}
