package dev.parley.engine;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.conversation.Event;
import dev.parley.conversation.Problem;
import dev.parley.directory.ServedOperation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Calls operations and says what came of it. */
final class OperationCalls {

    private final OperationProfiles profiles;
    private final Clock clock;
    private final BooleanSupplier doomed;
    private final int largestReply;

    /**
     * @param doomed whether the current transaction can only roll back
     * @param largestReply characters of a reply at most
     */
    OperationCalls(OperationProfiles profiles, Clock clock, BooleanSupplier doomed, int largestReply) {
        this.profiles = profiles;
        this.clock = clock;
        this.doomed = doomed;
        this.largestReply = largestReply;
    }

    /**
     * Calls an operation in the current transaction.
     *
     * @throws OperationFailed if it threw what it had not declared, or the transaction cannot commit any more
     */
    Event call(ServedOperation operation, ServedOperation.Request request, Exchange exchange) {
        Instant begun = clock.instant();
        try {
            Event event = outcome(operation, request, exchange);
            profiles.ran(operation.name(), Duration.between(begun, clock.instant()));
            return event;
        } catch (OperationFailed failed) {
            profiles.failed(operation.name(), clock.instant());
            throw failed;
        }
    }

    private Event outcome(ServedOperation operation, ServedOperation.Request request, Exchange exchange) {
        try {
            String reply = operation.call(request, exchange);
            if (reply != null && reply.length() > largestReply) {
                throw failed(exchange, "its reply is longer than " + largestReply + " characters", null);
            }
            return checked(exchange, new Event.Returned(reply));
        } catch (Fault fault) {
            return checked(exchange, new Event.Faulted(problem(fault)));
        } catch (OperationFailed failed) {
            throw failed;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw failed(exchange, e.toString(), e);
        }
    }

    private Event checked(Exchange exchange, Event event) {
        if (doomed.getAsBoolean()) {
            throw failed(exchange, "it marked the transaction for rollback", null);
        }
        return event;
    }

    private static OperationFailed failed(Exchange exchange, String why, @Nullable Throwable cause) {
        return new OperationFailed(exchange.operation(), exchange.conversationId(), why, cause);
    }

    private static Problem problem(Fault fault) {
        return new Problem(fault.name(), 0, "Fault of the operation", fault.detail(), List.of(), fault.members());
    }
}
