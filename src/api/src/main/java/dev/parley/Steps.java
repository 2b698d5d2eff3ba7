package dev.parley;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a {@link Process} does, one step after the other. Parley makes it; applications implement none of it. */
public interface Steps {

    /**
     * Steps in a row, to which others can be added. Nothing is ever changed: each method gives the row with one step
     * more, so that what it is called on can begin a branch.
     *
     * @param <Q> the request of the process: a public record or {@code jakarta.json.JsonObject}
     */
    interface Of<Q> extends Steps {

        /** A step that asks an operation, for {@link #then}. Without an input it asks with the whole request. */
        <A> Step<Q, A> step(String name, String operation, Class<A> reply);

        /** The same with a step behind it. */
        Of<Q> then(Step<Q, ?> step);

        /** The same with a step behind it that is the point of no return. */
        <A> Of<Q> pivot(String name, String operation, Class<A> reply, Function<Known<Q>, ?> input);

        /** The same with branches behind it that are done at the same time, each a row begun on the parameter. */
        Of<Q> parallel(String name, List<Of<Q>> branches);

        /** The same with branches, of which {@code all}, the {@code first}, or {@code quorum:N} have to be done. */
        Of<Q> parallel(String name, String join, List<Of<Q>> branches);

        /** The same with one of two rows behind it; which, is seen when its turn comes. */
        Of<Q> choose(String name, Predicate<Known<Q>> when, Of<Q> then, Of<Q> otherwise);

        /**
         * The same with a round behind it for each of several items; the round finds its item by the name of the step.
         */
        Of<Q> forEach(String name, Function<Known<Q>, ? extends List<?>> items, Of<Q> round);

        /** The same with a time to wait behind it. */
        Of<Q> pause(String name, Duration time);

        /** The same with a message to wait for behind it, which is sent as the operation {@code process.message}. */
        Of<Q> await(String name, String message, Duration timeout);

        /** A step that waits for a message, for {@link #then}; it is sent as the operation {@code process.message}. */
        Message<Q> message(String name, String message);

        /** The same with a message to wait for behind it. */
        Of<Q> then(Message<Q> message);

        /** The same with another rule for faults of what was added last, as in {@link Step#onFault}. */
        Of<Q> onFault(String rule);

        /** The same with a way on after a fault of what was added last, as in {@link Step#goTo}. */
        Of<Q> goTo(String fault, String step);

        /** The same with the time that what was added last may take, with all that is in it. */
        Of<Q> timeout(Duration timeout);

        /**
         * The same with something that instances are found by.
         *
         * @param pointer what of {@code /request} or {@code /process}, such as {@code /request/orderId}
         */
        Of<Q> attribute(String name, String pointer);

        /** The end, with the reply of the process; without it the reply is empty. */
        Steps reply(Function<Known<Q>, ?> reply);
    }

    /**
     * A step that asks an operation. Its methods give the same step with something else.
     *
     * @param <Q> the request of the process
     * @param <A> the reply of the step
     */
    interface Step<Q, A> {

        /** What is asked: a public record or {@code JsonObject}, made when the step begins. */
        Step<Q, A> input(Function<Known<Q>, ?> input);

        /** The operation that undoes it; without it that of {@link CompensatedBy}, or of the directory. */
        Step<Q, A> compensatedBy(String operation);

        /** The time that an attempt may take. */
        Step<Q, A> timeout(Duration timeout);

        /** The number of attempts, and the pause after the first, which is doubled each time. */
        Step<Q, A> retry(int attempts, Duration backoff);

        /** What follows a fault: {@code compensate}, {@code ignore} or {@code stop}. */
        Step<Q, A> onFault(String rule);

        /** The step, further on in the same row, that follows that fault; of all others it is {@code compensate}. */
        Step<Q, A> goTo(String fault, String step);

        /** What follows if nobody knows whether it was done: {@code ask}, {@code compensate} or {@code stop}. */
        Step<Q, A> onUnknown(String rule);

        /** The point of no return. */
        Step<Q, A> pivot();
    }

    /**
     * A step that waits for a message. Its methods give the same step with something else.
     *
     * @param <Q> the request of the process
     */
    interface Message<Q> {

        /** The sender: {@code user:} and a name, or {@code role:} and a role; without it anybody. */
        Message<Q> from(String sender);

        /** The time until it has to be there. */
        Message<Q> timeout(Duration timeout);

        /**
         * The attribute by which an instance is found where the message names none.
         *
         * @param pointer what of the message has to be the same, such as {@code /message/orderId}
         */
        Message<Q> key(String attribute, String pointer);

        /** The message begins an instance where its key finds none. */
        Message<Q> start();

        /** The number of messages that are taken, instead of one. */
        Message<Q> collect(int atMost);

        /** What follows if it does not come, as in {@link Step#onFault}. */
        Message<Q> onFault(String rule);

        /** The step that follows such a fault, as in {@link Step#goTo}. */
        Message<Q> goTo(String fault, String step);
    }

    /**
     * What an instance knows when a step begins.
     *
     * @param <Q> the request of the process
     */
    interface Known<Q> {

        /** The request. */
        Q request();

        /**
         * The reply of a step before; of the nearest round, where there are several.
         *
         * @throws IllegalStateException if there is none; then the step that asks for it waits for a person
         */
        <A> A reply(Step<Q, A> step);

        /** The fault of a step before that was ignored; null if there is none. */
        @Nullable
        JsonObject fault(Step<Q, ?> step);

        /** The message that an {@link Of#await} before has taken. */
        <M> M message(String message, Class<M> type);

        /** The item of the round of that step. */
        <I> I item(String forEach, Class<I> type);

        /** The id of the conversation. */
        String processId();
    }
}
