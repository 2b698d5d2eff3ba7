package dev.parley.web;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The answer to what takes no longer than a commit, given on the thread of the request: handing a suspended request
 * over to other threads costs several times what a thread costs that waits for a millisecond.
 */
public final class BlockingAnswer {

    private BlockingAnswer() {}

    /**
     * The answer with what the stage brings. If it does not come in time the stage is cancelled; what was asked for may
     * happen all the same.
     *
     * @throws CompletionException what the stage ends with, or that it did not come in time: 503 then, and a warning in
     *     the log
     * @throws CancellationException the server stops: the same
     */
    public static <T> Response answer(CompletableFuture<T> stage, Function<T, Response> rendering) {
        return answer(stage, Suspensions.PATIENCE, rendering);
    }

    /** The same answer for a stage that may take so long. */
    public static <T> Response answer(CompletableFuture<T> stage, Duration patience, Function<T, Response> rendering) {
        try {
            return rendering.apply(stage.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            stage.cancel(false);
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            stage.cancel(false);
            Thread.currentThread().interrupt();
            throw new CancellationException("The server stops");
        }
    }
}
