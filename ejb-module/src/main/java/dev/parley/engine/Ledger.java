package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is durable: inbox, conversations and journal, all within the current transaction. */
interface Ledger {

    /**
     * Enters requests into the inbox under its unique key; waits for another transaction that is entering the same.
     *
     * @return for every request, in order, whether it is new; one that stands further ahead in the list is not new the second time
     */
    List<Registration> register(List<InboxEntry> entries);

    /** Those of the conversations that are there, by id. */
    Map<String, Conversation> find(Collection<String> ids);

    /** What was sent to the requesters in the conversations, in order, by conversation. */
    Map<String, List<JournalEntry>> answers(Collection<String> ids);

    /** The body of each conversation's request, by conversation. */
    Map<String, String> requestBodies(Collection<String> ids);

    /** Makes what was stored so far readable for the queries of this transaction. */
    void flush();

    /** Stores a new conversation. */
    void insert(Conversation conversation);

    /** Stores a change; the transaction fails if somebody else has changed it since it was read. */
    void update(Conversation conversation);

    /** Counts an attempt at a conversation that has not ended, and shows it as running. */
    void beginAttempt(String conversationId, Instant now);

    /** Notes why an attempt failed. */
    void noteFailure(String conversationId, String failure);

    /** Appends to a conversation's journal. */
    void append(JournalEntry entry);

    /** Puts off what could not be done. */
    void postpone(String conversationId, Instant until);

    /** Locks conversations whose deadline has passed and that nobody else has locked. */
    List<Conversation> claimDue(Instant now, int most);

    /**
     * Removes ended conversations whose retention is over, with journal and inbox.
     *
     * @return how many
     */
    int removeEnded(Instant now, int most);
}
