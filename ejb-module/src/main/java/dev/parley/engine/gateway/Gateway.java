package dev.parley.engine.gateway;

import dev.parley.conversation.Conversation;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;

/**
 * The way to send within the current transaction: nothing is sent unless it commits, everything if it does. It is
 * closed before the transaction ends.
 */
public interface Gateway extends AutoCloseable {

    /** Sends to a participant. The message's address must not be null. */
    void send(Outgoing message);

    /** Has a conversation's operation run from a queue after the commit. */
    void work(Lane lane, OperationWork work);

    /** Puts work that was received back into a queue: it takes the place of the message it came in. */
    default void passOn(Lane lane, OperationWork work) {
        work(lane, work);
    }

    /**
     * Takes back what lies in a provider's mailbox or queue of the requests of a conversation, and nobody has taken.
     * What cannot be taken back within the transaction stays.
     *
     * @return how many requests
     */
    default int takeBack(Address provider, String conversationId) {
        return 0;
    }

    /** Parks a conversation's request. */
    void park(Conversation conversation, String body, Problem reason);

    @Override
    default void close() {}
}
