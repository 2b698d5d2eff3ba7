package dev.parley.engine.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * A choice of dead letters.
 *
 * @param operation only those about it; null for any
 * @param reason only those that are there for it; null for any
 */
public record DeadLetterFilter(@Nullable String operation, @Nullable String reason) {

    boolean takes(DeadLetter letter) {
        return (operation == null || operation.equals(letter.operation()))
                && (reason == null || reason.equals(letter.reason()));
    }
}
