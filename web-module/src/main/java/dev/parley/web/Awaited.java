package dev.parley.web;

import dev.parley.conversation.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Answers what takes no longer than a commit, on the thread of the request: handing a suspended request over to other threads costs several times what a thread
 * costs that waits for a millisecond.
 */
final class Awaited {

    private Awaited() {}

    /**
     * The answer with what the stage brings. If it does not come in time the stage is cancelled; what was asked for may happen all the same.
     *
     * @throws Refusal {@code unavailable}, if it does not come in time
     * @throws CompletionException what the stage ends with otherwise
     */
    static <T> Response answer(CompletableFuture<T> stage, Function<T, Response> rendering) {
        try {
            return rendering.apply(stage.get(Suspensions.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            stage.cancel(false);
            throw new Refusal(HttpProblem.unavailable());
        } catch (InterruptedException e) {
            stage.cancel(false);
            Thread.currentThread().interrupt();
            throw new Refusal(HttpProblem.unavailable());
        }
    }
}
