package dev.parley;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The way for code in the EAR to ask for operations, whoever provides them: inject it. A request is any record, written
 * by JSON-B, or a {@code jakarta.json.JsonObject}.
 *
 * <p>{@link #send}, {@link #request}, {@link #publish} and {@link #slip} are part of the current transaction: nothing
 * is asked unless it commits, and if it does the request takes effect exactly once. An operation that runs again after
 * its transaction rolled back asks again, once in all. Without a transaction each call is one of its own.
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
        return send(operation, request, Terms.DEFAULT);
    }

    /**
     * Asks, and wants no answer: {@code in-only}.
     *
     * @return the id of the conversation
     */
    String send(String operation, Object request, Terms terms);

    /** Asks; the answer goes to another operation: {@code in-out}. */
    default String request(String operation, Object request, String continuation) {
        return request(operation, request, continuation, Terms.DEFAULT);
    }

    /**
     * Asks; when there is an answer, in whatever time and after whatever crash, another operation is called with it,
     * once: {@code in-out}.
     *
     * @param continuation the operation that takes the {@link Answer}
     * @return the id of the conversation
     */
    String request(String operation, Object request, String continuation, Terms terms);

    /** Publishes an event to all who subscribe to a topic: {@code out-only}. */
    default String publish(String topic, Object event) {
        return publish(topic, event, Terms.DEFAULT);
    }

    /**
     * Publishes an event to all who subscribe to a topic, if the current transaction commits: {@code out-only}. Of the
     * terms only the message id counts, which is the id of the event.
     *
     * @return the id of the event
     * @throws IllegalArgumentException if there is no such topic, or the event does not fit it
     */
    String publish(String topic, Object event, Terms terms);

    /** Sends a slip on the route that it has. */
    default String slip(Object order) {
        return slip(order, Terms.DEFAULT);
    }

    /**
     * Sends a slip on the route that it has, if the current transaction commits: from operation to operation, and back
     * over what undoes them if one cannot be done. Who is to be told of its end is in the order. Of the terms the
     * opaque state does not count. Code that wants an answer asks {@code parley.slip} by {@link #request}.
     *
     * @param order what {@code POST /slips} takes
     * @return the id of the slip
     * @throws IllegalArgumentException with each mistake of the order
     */
    String slip(Object order, Terms terms);

    /**
     * Asks from outside of a transaction; the stage completes with the answer, or with a
     * {@link java.util.concurrent.TimeoutException} when the patience is over: the conversation goes on then, and its
     * id is in the message. It completes on a thread that must not be blocked. If this node dies, nobody gets the
     * answer; whoever needs it for certain uses {@link #request}.
     *
     * @throws IllegalStateException inside a transaction
     */
    <R> CompletionStage<Answer<R>> call(
            String operation, Object request, Class<R> reply, Terms terms, Duration patience);
}
