package dev.parley.directory;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.message.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An operation, and the method that serves it. */
public interface ServedOperation {

    /** The name of the operation. */
    String name();

    /** True if every call wants a transaction of its own. */
    boolean isolated();

    /** The operation that undoes it, or null. */
    @Nullable
    String compensation();

    /** The JSON Schema of its requests, JSON text; null if it takes none, or nothing is known. */
    default @Nullable String schema() {
        return null;
    }

    /** The JSON Schema of its replies, JSON text; null if it gives none, or nothing is known. */
    default @Nullable String replySchema() {
        return null;
    }

    /**
     * Reads and checks a request.
     *
     * @param body JSON text
     * @return the request, ready for {@link #call}
     * @throws Refusal {@code body-not-json} or {@code body-invalid} with the fields and what was expected, status 400
     */
    Request read(String body);

    /**
     * Calls the method in the current transaction.
     *
     * @return the reply's JSON text; null if the method returns nothing
     * @throws Fault the operation's declared answer that it cannot be done
     * @throws Exception anything else the method threw
     */
    @Nullable
    String call(Request request, Exchange exchange) throws Exception;

    /** True if it undoes another operation, and takes request, reply and outcome; otherwise it takes the reply. */
    default boolean takesUndo() {
        return false;
    }

    /** True if it talks with its requester in turns: then {@link #take} is called. */
    default boolean takesTurns() {
        return false;
    }

    /** The time that its requester may take for the next turn; null for what is configured. */
    default @Nullable Duration turnTimeout() {
        return null;
    }

    /**
     * Calls the method for a turn, in the current transaction.
     *
     * @param state what it kept in the turn before, JSON text; null for nothing
     * @throws Fault the operation's declared answer that it cannot be done, which ends the conversation
     * @throws Exception anything else the method threw
     */
    default TurnAnswer take(Request request, @Nullable String state, Exchange exchange) throws Exception {
        throw new UnsupportedOperationException(name() + " takes no turns");
    }

    /**
     * The result of a turn.
     *
     * @param reply the reply's JSON text
     * @param state what to keep for the next turn, JSON text; null for nothing
     * @param last true if no other turn follows
     */
    record TurnAnswer(String reply, @Nullable String state, boolean last) {}

    /** A request that was read and checked; only its operation knows what is in it. */
    interface Request {}
}
