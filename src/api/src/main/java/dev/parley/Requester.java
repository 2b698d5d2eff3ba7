package dev.parley;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way for code in the EAR to ask for operations, whoever provides them: inject it. A request is any record, written
 * by JSON-B, or a {@code jakarta.json.JsonObject}.
 *
 * <p>{@link #send}, {@link #request}, {@link #start}, {@link #tell}, {@link #cancel}, {@link #publish} and
 * {@link #slip} are part of the current transaction: nothing is asked unless it commits, and if it does the request
 * takes effect exactly once. An operation that runs again after its transaction rolled back asks again, once in all.
 * Without a transaction each call is one of its own.
 *
 * <p>They throw {@link IllegalArgumentException} with the field and what was expected if the request does not fit its
 * operation, or if there is no such operation. A chain of operations that ask each other ends with the fault
 * {@code hop-limit} ({@code parley.hops.maximum}).
 *
 * <p>Nobody waits for an answer inside the transaction that asks: the request goes out only with its commit.
 */
public interface Requester {

    /** Asks, and wants no answer: {@code in-only}. */
    default String send(String operation, Object request) {
        return send(operation, request, RequestOptions.DEFAULT);
    }

    /**
     * Asks, and wants no answer: {@code in-only}.
     *
     * @return the id of the conversation
     */
    String send(String operation, Object request, RequestOptions options);

    /** Asks; the answer goes to another operation: {@code in-out}. */
    default String request(String operation, Object request, String continuation) {
        return request(operation, request, continuation, RequestOptions.DEFAULT);
    }

    /**
     * Asks; when there is an answer, in whatever time and after whatever crash, another operation is called with it,
     * once: {@code in-out}.
     *
     * @param continuation the operation that takes the {@link Answer}
     * @return the id of the conversation
     */
    String request(String operation, Object request, String continuation, RequestOptions options);

    /** Begins an instance of a process. */
    default String start(String process, Object request) {
        return start(process, request, RequestOptions.DEFAULT);
    }

    /**
     * Begins an instance of a process, if the current transaction commits. Its answer stays in its conversation; code
     * that wants it asks by {@link #request}. It is as any operation is asked for without waiting, and the id is what
     * {@link #tell} and {@link #cancel} take.
     *
     * @return the id of the instance
     * @throws IllegalArgumentException if there is no such process, as where an operation of that name is none, or the
     *     request does not fit it
     */
    String start(String process, Object request, RequestOptions options);

    /** Sends a message to the instance of a process that its key finds. */
    default String tell(String process, String message, Object body) {
        return tell(process, message, body, null, RequestOptions.DEFAULT);
    }

    /** Sends a message to an instance of a process. */
    default String tell(String process, String message, Object body, String instance) {
        return tell(process, message, body, instance, RequestOptions.DEFAULT);
    }

    /**
     * Sends a message to an instance of a process, if the current transaction commits: it is told a moment after that,
     * in a transaction of its own, so that an operation may tell the very process whose step it is. A message that
     * comes too early waits, until the deadline of the options if they have one. What became of it stands in its own
     * conversation. Code has no roles: where the message is taken from somebody in particular alone, it is refused.
     *
     * @param process the process
     * @param message what one of its steps awaits
     * @param body the message, by whose key the instance is found if none is given
     * @param instance the id of the instance; null for the one that the key finds
     * @return the id of the message's conversation
     * @throws IllegalArgumentException if there is no such process, or the message does not fit its schema
     */
    String tell(String process, String message, Object body, @Nullable String instance, RequestOptions options);

    /**
     * Cancels an instance of a process, or a single request, whoever has asked for it, if the current transaction
     * commits: a moment after that nothing of it begins any more, and what was done is undone. The same cancel a second
     * time changes nothing. Whether it was possible, which it is not past a point of no return, stands in the
     * conversation of the cancel. Who may have something cancelled is for the code that calls this to know.
     *
     * @param conversation the id of what is to be cancelled
     * @param reason why, which goes into its journal
     * @return the id of the conversation of the cancel
     */
    String cancel(String conversation, String reason);

    /** Publishes an event to all who subscribe to a topic: {@code out-only}. */
    default String publish(String topic, Object event) {
        return publish(topic, event, RequestOptions.DEFAULT);
    }

    /**
     * Publishes an event to all who subscribe to a topic, if the current transaction commits: {@code out-only}. Of the
     * options only the message id counts, which is the id of the event.
     *
     * @return the id of the event
     * @throws IllegalArgumentException if there is no such topic, or the event does not fit it
     */
    String publish(String topic, Object event, RequestOptions options);

    /** Sends a slip on the route that it has. */
    default String slip(Object order) {
        return slip(order, RequestOptions.DEFAULT);
    }

    /**
     * Sends a slip on the route that it has, if the current transaction commits: from operation to operation, and back
     * over what undoes them if one cannot be done. Who is to be told of its end is in the order. Of the options the
     * opaque state does not count. Code that wants an answer asks {@code parley.slip} by {@link #request}.
     *
     * @param order what {@code POST /slips} takes
     * @return the id of the slip
     * @throws IllegalArgumentException with each mistake of the order
     */
    String slip(Object order, RequestOptions options);

    /**
     * Asks from outside of a transaction; the stage completes with the answer, or with a
     * {@link java.util.concurrent.TimeoutException} when the patience is over: the conversation goes on then, and its
     * id is in the message. It completes on a thread that must not be blocked. If this node dies, nobody gets the
     * answer; whoever needs it for certain uses {@link #request}.
     *
     * @throws IllegalStateException inside a transaction
     */
    <R> CompletionStage<Answer<R>> call(
            String operation, Object request, Class<R> reply, RequestOptions options, Duration patience);
}
