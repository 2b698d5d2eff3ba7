package dev.parley.testing;

import dev.parley.Exchange;
import dev.parley.conversation.Event;
import dev.parley.conversation.request.Problems;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.call.OperationCalls;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.call.OperationProfiles;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attempts at one request: as many as there may be, with pauses between them, until its deadline. */
final class Attempts {

    private static final int LARGEST_REPLY = 1024 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final TestClock clock;
    private final OperationCalls calls;
    private int most = 5;
    private @Nullable Answers answers;

    /**
     * Where a request stands in its conversation.
     *
     * @param conversation its id
     * @param turn which turn it is
     * @param kept what the operation keeps between turns, JSON text; null for nothing
     */
    record Place(String conversation, int turn, @Nullable String kept) {}

    /**
     * The end of the attempts.
     *
     * @param event what has happened to the conversation; null if its deadline has passed
     */
    record Ended(Outcome outcome, @Nullable Event event) {}

    Attempts(TestClock clock) {
        this.clock = clock;
        this.calls = new OperationCalls(new OperationProfiles(), clock, new Alone(), LARGEST_REPLY);
    }

    void most(int attempts) {
        most = attempts;
    }

    /** Has what operations ask go out with them, or not at all. */
    void within(Answers theirs) {
        answers = theirs;
    }

    Ended call(ServedOperation operation, TestRequest request, String body, Place place) {
        Instant deadline = clock.instant().plus(request.within());
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                Exchange exchange = exchange(operation, request, place, attempt, deadline);
                begin();
                Event event = calls.call(operation, () -> operation.read(body), place.kept(), exchange, 0);
                boolean isInTime = clock.instant().isBefore(deadline);
                end(isInTime);
                return isInTime ? ended(event, attempt) : new Ended(expired(operation, deadline, attempt), null);
            } catch (OperationFailed failed) {
                end(false);
                if (attempt >= most) {
                    Problem problem = Problems.operationFailed(operation.name(), attempt, place.conversation());
                    return new Ended(
                            faulted(problem, attempt, failed.getCause()), new Event.GaveUp(attempt, failed.why()));
                }
                clock.pass(pause);
                pause = pause.multipliedBy(2);
                if (!clock.instant().isBefore(deadline)) {
                    return new Ended(expired(operation, deadline, attempt), null);
                }
            }
        }
    }

    private void begin() {
        if (answers != null) {
            answers.begin();
        }
    }

    private void end(boolean commits) {
        if (answers != null && commits) {
            answers.commit();
        } else if (answers != null) {
            answers.rollback();
        }
    }

    private static Exchange exchange(
            ServedOperation operation, TestRequest request, Place place, int attempt, Instant deadline) {
        return new Exchange(
                place.conversation(),
                request.messageId(),
                request.messageId(),
                operation.name(),
                request.sender(),
                attempt,
                deadline,
                request.state(),
                place.turn());
    }

    private static Ended ended(Event event, int attempt) {
        if (event instanceof Event.Faulted faulted) {
            return new Ended(faulted(faulted.problem(), attempt, null), event);
        }
        if (event instanceof Event.TurnReturned turn) {
            return new Ended(replied(turn.reply(), attempt), event);
        }
        return new Ended(replied(((Event.Returned) event).reply(), attempt), event);
    }

    private static Outcome replied(@Nullable String reply, int attempt) {
        return new Outcome(Outcome.Ending.REPLIED, reply, null, attempt, null);
    }

    private static Outcome faulted(Problem problem, int attempt, @Nullable Throwable failure) {
        return new Outcome(Outcome.Ending.FAULTED, problem.toJson(), problem.name(), attempt, failure);
    }

    private static Outcome expired(ServedOperation operation, Instant deadline, int attempt) {
        Problem problem = CommonProblem.EXPIRED.because(
                operation.name() + " was not done by " + deadline + " and has had no effect.");
        return new Outcome(Outcome.Ending.EXPIRED, problem.toJson(), problem.name(), attempt, null);
    }

    /** A transaction that nobody else takes part in. */
    private static final class Alone implements OperationCalls.Outcome {

        @Override
        public boolean isDoomed() {
            return false;
        }

        @Override
        public void ran(String operation) {
            // Nobody asks how long it took
        }

        @Override
        public void failureIsKnown() {
            // The test is told
        }
    }
}
