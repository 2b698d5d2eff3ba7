package dev.parley.engine.journal;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Effort;
import dev.parley.conversation.JournalEntry;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The conversations, as they are read. What is not the caller's is not there: a {@link dev.parley.message.Refusal} with
 * status 404; 410 for what was removed after its retention.
 */
public interface Conversations {

    /** The conversation, as it is committed. */
    ConversationView get(String id, Caller caller);

    /**
     * The conversation as soon as its version is another than the given one, or as it is when the time is over. No
     * thread is held meanwhile; the stage completes on a thread that must not be blocked.
     */
    CompletionStage<ConversationView> awaitChange(String id, Caller caller, int version, Duration wait);

    /**
     * The conversation as soon as it has ended, or as it is when the time is over; otherwise as {@link #awaitChange}.
     */
    CompletionStage<ConversationView> awaitFinal(String id, Caller caller, Duration wait);

    /**
     * The view of one turn of the conversation as soon as it has been answered or the conversation has ended, or as it
     * is when the time is over.
     */
    CompletionStage<ConversationView> awaitTurn(String id, Caller caller, int turn, Duration wait);

    /** What the caller may have done now with a conversation that it sees. */
    default List<Action> actions(Conversation conversation, Caller caller) {
        return conversation.status().isFinal() ? List.of() : List.of(Action.CANCEL);
    }

    /** What a conversation that the caller sees has taken, for operators. */
    default Effort effort(Conversation conversation) {
        return Effort.of(conversation, null);
    }

    /** The journal, in order. Which providers were asked is for operators. */
    List<JournalEntry> messages(String id, Caller caller);

    /** A page of conversations, newest first. */
    Page<Conversation> list(ConversationQuery query, Caller caller);
}
