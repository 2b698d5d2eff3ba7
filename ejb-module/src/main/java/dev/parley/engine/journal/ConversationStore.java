package dev.parley.engine.journal;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.message.Direction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of what is durable: inbox, conversations and journal, all within the current transaction. */
public interface ConversationStore {

    /**
     * Enters requests into the inbox under its unique key; waits for another transaction that is entering the same.
     *
     * @return for every request, in order, whether it is new; one that stands further ahead in the list is not new the
     *     second time
     */
    List<InboxResult> register(List<InboxEntry> entries);

    /**
     * The same, but waits for nobody: a request that another transaction is entering, or has in doubt, is locked, and
     * nothing is done for it.
     */
    List<InboxResult> registerWithoutWaiting(List<InboxEntry> entries);

    /** The conversations that are there, by id. */
    Map<String, Conversation> find(Collection<String> ids);

    /**
     * Finds conversations that are only looked at, and are not changed on the strength of it: whoever locks one later
     * in the same transaction gets it as it is then, where after {@link #find} it would be told that it was overtaken.
     */
    default Map<String, Conversation> look(Collection<String> ids) {
        return find(ids);
    }

    /** The same, locked until the transaction ends; waits for whoever has locked one. */
    Map<String, Conversation> findLocked(Collection<String> ids);

    /** The same that have not ended, without waiting: those that somebody else has locked are left out. */
    Map<String, Conversation> findFree(Collection<String> ids);

    /** The conversations that requests began, of those keys that are in the inbox. */
    List<String> begunBy(Collection<InboxEntry.Key> keys);

    /**
     * Locks those of the conversations that nobody has locked, until the transaction ends; waits for nobody.
     *
     * @return those that somebody else has locked
     */
    Set<String> lockFree(Collection<String> ids);

    /**
     * Locks a conversation; the transaction fails, at the latest when it stores it, if somebody has changed it since it
     * was read.
     */
    void lock(Conversation conversation);

    /** The messages that were sent to the requesters in the conversations, in order, by conversation. */
    Map<String, List<JournalEntry>> answers(Collection<String> ids);

    /** The journal of those turns of a conversation, in order. */
    List<JournalEntry> turns(String conversationId, int first, int last);

    /** The request of that id in a conversation's journal, if one was received, or sent. */
    Optional<JournalEntry> request(String conversationId, Direction direction, String messageId);

    /** Has a conversation looked after at that instant, if it is not anyway before. */
    void lookAt(String conversationId, Instant instant);

    /** Takes a request out of the inbox. */
    void forget(InboxEntry.Key key);

    /** The body of each conversation's request, by conversation; of the last turn where turns are taken. */
    Map<String, String> requestBodies(Collection<String> ids);

    /** Makes what was stored so far readable for the queries of this transaction. */
    void flush();

    /** Stores a new conversation. */
    void insert(Conversation conversation);

    /** Stores a change; the transaction fails if somebody else has changed it since it was read. */
    void update(Conversation conversation);

    /**
     * Counts an attempt at a conversation that has not ended, and shows it as running.
     *
     * @param turn the turn that is to be worked on, 0 where none are taken; nothing is counted for another
     */
    void beginAttempt(String conversationId, int turn, Instant now);

    /** Notes why an attempt failed, and when there is another one. */
    void noteFailure(String conversationId, String failure, Instant next);

    /** Appends to a conversation's journal. It is written behind the changes of conversations, never before them. */
    void append(JournalEntry entry);

    /** Puts off what could not be done. */
    void postpone(String conversationId, Instant until);

    /** Locks conversations whose deadline has passed and that nobody else has locked. */
    List<Conversation> claimDue(Instant now, int most);

    /** The id of the first one that {@link #claimDue} would lock, locked, and without a look at its state. */
    Optional<String> firstDue(Instant now);

    /**
     * Removes ended conversations whose retention is over, with journal and inbox.
     *
     * @return how many
     */
    int removeEnded(Instant now, int most);
}
