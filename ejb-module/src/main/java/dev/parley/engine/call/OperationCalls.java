package dev.parley.engine.call;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.conversation.Event;
import dev.parley.directory.ServedOperation;
import dev.parley.message.OperationFault;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Unicode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls of operations, and what came of them. */
public final class OperationCalls {

    private static final Pattern FAULT_NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private final OperationProfiles profiles;
    private final Clock clock;
    private final Outcome outcome;
    private final int largestReply;
    private final boolean hasIds;

    /** The outcome of the transaction that operations run in: what it is told, and what it tells. */
    public interface Outcome {

        /** True if it can only roll back. */
        boolean isDoomed();

        /** An operation ran to its end; it may still be why the transaction cannot commit. */
        void ran(String operation);

        /** It will roll back, and it is known why. */
        void failureIsKnown();
    }

    /**
     * @param outcome the current transaction's
     * @param largestReply characters of a reply at most
     */
    public OperationCalls(OperationProfiles profiles, Clock clock, Outcome outcome, int largestReply) {
        this(profiles, clock, outcome, largestReply, true);
    }

    /**
     * @param outcome the current transaction's
     * @param largestReply characters of a reply at most
     * @param hasIds whether what is logged meanwhile has the ids of the conversation
     */
    public OperationCalls(OperationProfiles profiles, Clock clock, Outcome outcome, int largestReply, boolean hasIds) {
        this.profiles = profiles;
        this.clock = clock;
        this.outcome = outcome;
        this.largestReply = largestReply;
        this.hasIds = hasIds;
    }

    /**
     * Calls an operation in the current transaction.
     *
     * @param kept what it wanted to know of the turn before; null for nothing
     * @param hops how many operations called each other until this one
     * @throws OperationFailed if it threw what it had not declared, or the transaction cannot commit any more
     */
    public Event call(
            ServedOperation operation,
            Supplier<ServedOperation.Request> request,
            @Nullable String kept,
            Exchange exchange,
            int hops) {
        Instant begun = clock.instant();
        LogContext ids = hasIds
                ? LogContext.of(operation.name(), exchange.conversationId(), exchange.messageId())
                : LogContext.of(null);
        try {
            CurrentCall call = new CurrentCall(operation.name(), hops);
            Event event = checked(() -> call.during(() -> answer(operation, request, kept, exchange)), exchange);
            profiles.ran(operation.name(), Duration.between(begun, clock.instant()));
            outcome.ran(operation.name());
            return event;
        } catch (OperationFailed failed) {
            profiles.failed(operation.name(), clock.instant());
            outcome.failureIsKnown();
            throw failed;
        } finally {
            ids.leave();
        }
    }

    private Event checked(Callable<Event> call, Exchange exchange) {
        try {
            Event event = answer(call, exchange);
            if (outcome.isDoomed()) {
                throw failed(exchange, "it marked the transaction for rollback", null);
            }
            return event;
        } catch (OperationFailed failed) {
            throw failed;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw failed(exchange, e.toString(), e);
        }
    }

    private Event answer(
            ServedOperation operation,
            Supplier<ServedOperation.Request> request,
            @Nullable String kept,
            Exchange exchange)
            throws Exception {
        if (operation.takesTurns()) {
            return turn(operation, operation.take(request.get(), kept, exchange), exchange);
        }
        String reply = operation.call(request.get(), exchange);
        checkLength(exchange, reply);
        return new Event.Returned(whole(reply));
    }

    private Event answer(Callable<Event> call, Exchange exchange) throws Exception {
        try {
            return call.call();
        } catch (Fault fault) {
            return new Event.Faulted(problem(exchange, fault));
        } catch (Refusal refusal) {
            // What was accepted does not fit any more: the operation has been deployed anew with another request.
            return new Event.Faulted(refusal.problem());
        }
    }

    private Event turn(ServedOperation operation, ServedOperation.TurnAnswer answer, Exchange exchange) {
        checkLength(exchange, answer.reply());
        checkLength(exchange, answer.state());
        return new Event.TurnReturned(
                Unicode.whole(answer.reply()), whole(answer.state()), answer.last(), operation.turnTimeout());
    }

    /** A method that cuts a text can leave half of a character, which would not be the same for everybody. */
    private static @Nullable String whole(@Nullable String answer) {
        return answer == null ? null : Unicode.whole(answer);
    }

    private void checkLength(Exchange exchange, @Nullable String answer) {
        if (answer != null && answer.length() > largestReply) {
            throw failed(exchange, "its answer is longer than " + largestReply + " characters", null);
        }
    }

    private static OperationFailed failed(Exchange exchange, String why, @Nullable Throwable cause) {
        return new OperationFailed(exchange.operation(), exchange.conversationId(), why, cause);
    }

    private Problem problem(Exchange exchange, Fault fault) {
        if (!FAULT_NAME.matcher(fault.name()).matches()) {
            throw failed(
                    exchange, "its fault has the name '" + fault.name() + "', not letters, digits and hyphens", fault);
        }
        Problem problem = new Problem(new OperationFault(fault.name()), fault.detail(), List.of(), fault.members());
        checkLength(exchange, problem.toJson());
        return problem;
    }
}
