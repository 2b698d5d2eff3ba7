package dev.parley.web;

import dev.parley.conversation.ConversationView;
import dev.parley.message.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The suspended requests, which are answered when their stage completes, or when nobody may wait any more since the
 * server is being suspended. Answers are written by the container's executor: the threads that complete stages must not
 * be blocked, and a slow client would block them.
 */
@ApplicationScoped
public class Suspensions {

    /** The time that a stage may take beyond the wait that the client asked for. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Suspensions.class.getName());

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    @SuppressWarnings("NullAway.Init")
    Executor executor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResultDeadlines deadlines;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Waits waits;

    /**
     * Answers with what the stage brings, or 503 if it does not come in time, or the server is suspended while the
     * client waits; then the stage is cancelled.
     *
     * @param wait how long the client lets it take
     * @param <T> what it brings
     */
    public <T> void answer(
            AsyncResponse suspended, CompletionStage<T> stage, Duration wait, Function<T, Response> rendering) {
        CompletableFuture<T> asked = stage.toCompletableFuture();
        // Not the time-out of the response: that is a task of the container for each request, which is kept until its
        // time even if it has been answered
        CompletableFuture<T> inTime = asked.copy();
        deadlines.set(inTime, wait.plus(PATIENCE));
        if (!wait.isZero()) {
            waits.add(asked); // not the copy: what has come to the one is not taken away by ending the other
        }
        CompletableFuture<T> unused = inTime.whenCompleteAsync(
                (result, thrown) -> {
                    if (thrown instanceof TimeoutException || thrown instanceof CancellationException) {
                        asked.cancel(false);
                    }
                    resume(suspended, result, thrown, rendering);
                },
                this::execute);
    }

    /**
     * The container's executor takes nothing while the server is suspended. What has been under way since before is
     * answered all the same, by whoever has what it waits for: without an answer the client would wait for ever, and
     * the server to be suspended.
     */
    private void execute(Runnable answering) {
        try {
            executor.execute(answering);
        } catch (RejectedExecutionException e) {
            answering.run();
        }
    }

    /**
     * Answers like {@link #answer}, but with what follows the conversation if that comes within the wait, which begins
     * now. Once there is a conversation the answer has it, whatever becomes of the waiting.
     *
     * @param following what to wait for, and how long at most
     */
    public void answerFollowing(
            AsyncResponse suspended,
            CompletionStage<ConversationView> stage,
            Duration wait,
            BiFunction<ConversationView, Duration, CompletionStage<ConversationView>> following,
            Function<ConversationView, Response> rendering) {
        if (wait.isZero()) {
            answer(suspended, stage, wait, rendering);
            return;
        }
        long end = System.nanoTime() + wait.toNanos();
        expire(suspended, Duration.ZERO, unavailable(suspended)); // before the stage can set another
        CompletionStage<ConversationView> followed = stage.thenComposeAsync(
                view -> {
                    Duration left = Duration.ofNanos(end - System.nanoTime());
                    expire(suspended, wait, () -> resume(suspended, view, null, rendering));
                    return follow(view, left, following);
                },
                this::execute);
        finish(suspended, followed, rendering);
    }

    private void finish(
            AsyncResponse suspended,
            CompletionStage<ConversationView> stage,
            Function<ConversationView, Response> rendering) {
        CompletionStage<ConversationView> unused =
                stage.whenCompleteAsync((view, thrown) -> resume(suspended, view, thrown, rendering), this::execute);
    }

    private CompletionStage<ConversationView> follow(
            ConversationView view,
            Duration left,
            BiFunction<ConversationView, Duration, CompletionStage<ConversationView>> following) {
        if (left.isNegative() || left.isZero() || view.conversation().status().isFinal()) {
            return CompletableFuture.completedStage(view);
        }
        try {
            CompletableFuture<ConversationView> asked =
                    following.apply(view, left).toCompletableFuture();
            CompletableFuture<ConversationView> awaited = asked.copy();
            waits.add(awaited);
            return awaited.exceptionally(thrown -> {
                asked.cancel(false);
                return view;
            });
        } catch (RuntimeException e) {
            // It is stored: the client can poll, and must not be told otherwise
            return CompletableFuture.completedStage(view);
        }
    }

    private static Runnable unavailable(AsyncResponse suspended) {
        return () -> {
            LOG.log(System.Logger.Level.WARNING, "No durable answer came in time");
            suspended.resume(new Refusal(HttpProblem.unavailable()));
        };
    }

    private static void expire(AsyncResponse suspended, Duration wait, Runnable otherwise) {
        suspended.setTimeoutHandler(late -> otherwise.run());
        suspended.setTimeout(wait.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> void resume(
            AsyncResponse suspended, T result, @Nullable Throwable thrown, Function<T, Response> rendering) {
        if (thrown != null) {
            suspended.resume(thrown);
            return;
        }
        try {
            suspended.resume(rendering.apply(result));
        } catch (RuntimeException e) {
            suspended.resume(e);
        }
    }
}
