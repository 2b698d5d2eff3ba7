package dev.parley.engine.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The probe of something that may leave it open for long whether it answers: there is one look at a time, which all who
 * ask meanwhile share, so that no more than one thread waits.
 */
final class Probe {

    private final Executor executor;
    private final BooleanSupplier answers;
    private @Nullable CompletableFuture<Boolean> looking;

    Probe(Executor executor, BooleanSupplier answers) {
        this.executor = executor;
        this.answers = answers;
    }

    /** Has it looked at, if that is not under way; what comes back completes when it has answered. */
    synchronized CompletableFuture<Boolean> look() {
        CompletableFuture<Boolean> current = looking;
        if (current == null || current.isDone()) {
            current = CompletableFuture.supplyAsync(answers::getAsBoolean, executor);
            looking = current;
        }
        return current;
    }

    /** True if it has answered, or does within that time. */
    static boolean isUp(CompletableFuture<Boolean> looking, Duration patience) {
        try {
            return looking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
