package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Status;
import dev.parley.message.Refusal;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.TimeoutHandler;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspensionsTest {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final CompletableFuture<ConversationView> accepted = new CompletableFuture<>();
    private final CompletableFuture<ConversationView> ended = new CompletableFuture<>();
    private final Suspended suspended = new Suspended();
    private final Suspensions suspensions = new Suspensions();
    private final AtomicLong clock = new AtomicLong();
    private final PlannedTasks planned = new PlannedTasks();
    private final Waits waits = new Waits();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        suspensions.executor = Runnable::run;
        suspensions.deadlines = new ResultDeadlines(clock::get);
        suspensions.deadlines.scheduler = planned.scheduler();
        suspensions.waits = waits;
    }

    @Test
    void untilItIsAcceptedTheWaitOfTheClientDoesNotCount() {
        follow();
        assertThat(suspended.timeout).isEqualTo(10_000);
        suspended.expire();
        assertThat(suspended.answer).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().status())
                .isEqualTo(503));
    }

    @Test
    void whatIsAcceptedIsTheAnswerIfNothingFollowsInTime() {
        follow();
        accepted.complete(Examples.view(Status.ACCEPTED, 1));
        assertThat(suspended.answer).isNull();
        assertThat(suspended.timeout).isEqualTo(40_000);
        suspended.expire();
        assertThat(suspended.answer).isEqualTo(1);
    }

    @Test
    void whatFollowsIsTheAnswer() {
        follow();
        accepted.complete(Examples.view(Status.ACCEPTED, 1));
        ended.complete(Examples.view(Status.SUCCEEDED, 2));
        assertThat(suspended.answer).isEqualTo(2);
    }

    @Test
    void nothingFollowsTheEnd() {
        follow();
        accepted.complete(Examples.view(Status.EXPIRED, 5));
        assertThat(suspended.answer).isEqualTo(5);
    }

    @Test
    void aRenderingThatFailsIsAnswered() {
        suspensions.answer(suspended.response(), accepted, Duration.ZERO, view -> {
            throw new IllegalStateException("x");
        });
        accepted.complete(Examples.view(Status.ACCEPTED, 1));
        assertThat(suspended.answer).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatDoesNotComeInTimeIsUnavailableAndCancelled() {
        var overdue = new CompletableFuture<Integer>();
        suspensions.answer(suspended.response(), overdue, WAIT, number -> Response.ok(number)
                .build());
        clock.addAndGet(WAIT.toNanos());
        planned.run();
        assertThat(overdue).isNotDone();
        clock.addAndGet(Suspensions.PATIENCE.toNanos());
        planned.run();
        assertThat(overdue).isCancelled();
        assertThat(Failure.of((Throwable) suspended.answer).isTransient()).isTrue();
    }

    @Test
    void whatComesInTimeIsTheAnswer() {
        var punctual = new CompletableFuture<Integer>();
        suspensions.answer(suspended.response(), punctual, Duration.ZERO, number -> Response.ok(number)
                .build());
        punctual.complete(7);
        assertThat(suspended.answer).isEqualTo(7);
        assertThat(suspended.timeout).isZero();
    }

    @Test
    void whatIsUnderWayIsAnsweredWhileTheServerIsSuspendedAndItsExecutorTakesNothing() {
        suspensions.executor = refused -> {
            throw new RejectedExecutionException("suspended");
        };
        follow();
        accepted.complete(Examples.view(Status.ACCEPTED, 1));
        ended.complete(Examples.view(Status.SUCCEEDED, 2));
        assertThat(suspended.answer).isEqualTo(2);
    }

    @Test
    void whatIsAcceptedIsTheAnswerWhenTheServerIsBeingSuspended() {
        follow();
        accepted.complete(Examples.view(Status.ACCEPTED, 1));
        waits.end();
        assertThat(suspended.answer).isEqualTo(1);
        assertThat(ended).isCancelled();
    }

    @Test
    void nobodyBeginsToWaitWhileTheServerIsBeingSuspended() {
        waits.end();
        follow();
        assertThat(suspended.answer).isNull();
        accepted.complete(Examples.view(Status.ACCEPTED, 1));
        assertThat(suspended.answer).isEqualTo(1);
    }

    @Test
    void whoWaitsForWhatIsThereIsToComeAgainWhenTheServerIsBeingSuspended() {
        var awaited = new CompletableFuture<Integer>();
        suspensions.answer(suspended.response(), awaited, WAIT, number -> Response.ok(number)
                .build());
        waits.end();
        assertThat(Failure.of((Throwable) suspended.answer).isTransient()).isTrue();
        assertThat(awaited).isCancelled();
    }

    @Test
    void whatHasComeIsTheAnswerAlsoWhenTheServerIsBeingSuspendedThatMoment() {
        var received = new CompletableFuture<Integer>();
        suspensions.answer(suspended.response(), received, WAIT, number -> Response.ok(number)
                .build());
        var unused = received.whenComplete((number, thrown) -> waits.end()); // before what depends on it since before
        received.complete(7);
        assertThat(suspended.answer).isEqualTo(7);
    }

    @Test
    void whatNobodyWaitsForIsNotCutShort() {
        var committed = new CompletableFuture<Integer>();
        suspensions.answer(suspended.response(), committed, Duration.ZERO, number -> Response.ok(number)
                .build());
        waits.end();
        assertThat(suspended.answer).isNull();
        committed.complete(7);
        assertThat(suspended.answer).isEqualTo(7);
    }

    private void follow() {
        suspensions.answerFollowing(suspended.response(), accepted, WAIT, (view, left) -> ended, view -> Response.ok(
                        view.conversation().version())
                .build());
    }

    /** Keeps the first answer. */
    private static class Suspended {

        private long timeout;
        private TimeoutHandler handler;
        private volatile Object answer;

        AsyncResponse response() {
            return (AsyncResponse) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {AsyncResponse.class}, this::called);
        }

        void expire() {
            handler.handleTimeout(response());
        }

        private Object called(Object proxy, Method method, Object[] arguments) {
            switch (method.getName()) {
                case "setTimeoutHandler" -> handler = (TimeoutHandler) arguments[0];
                case "setTimeout" -> timeout = (long) arguments[0];
                case "resume" -> resume(arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return method.getReturnType() == boolean.class ? true : null;
        }

        private void resume(Object given) {
            if (answer == null) {
                answer = given instanceof Response response ? response.getEntity() : given;
            }
        }
    }
}
