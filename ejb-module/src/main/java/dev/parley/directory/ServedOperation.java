package dev.parley.directory;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.conversation.Refusal;
import org.jspecify.annotations.Nullable;

/** An operation, and the method that serves it. */
public interface ServedOperation {

    /** Its name. */
    String name();

    /** Whether every call wants a transaction of its own. */
    boolean isolated();

    /** The operation that undoes it, or null. */
    @Nullable
    String compensation();

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

    /** A request that was read and checked; only its operation knows what is in it. */
    interface Request {}
}
