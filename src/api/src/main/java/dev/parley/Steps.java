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

        /** What follows if nobody knows whether it was done: {@code ask}, {@code compensate} or {@code stop}. */
        Step<Q, A> onUnknown(String rule);

        /** The point of no return. */
        Step<Q, A> pivot();
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
