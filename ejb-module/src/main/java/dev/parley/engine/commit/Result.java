package dev.parley.engine.commit;

import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The result of an order: an answer, or a refusal. What is refused commits with its neighbours and is thrown after
 * that, so that it does not roll them back.
 *
 * @param <T> what is answered
 */
public sealed interface Result<T> {

    /**
     * An answer.
     *
     * @param value what is answered
     */
    record Done<T>(T value) implements Result<T> {}

    /**
     * A refusal.
     *
     * @param why the problem that whoever gave the order is told
     */
    record Refused<T>(Problem why) implements Result<T> {}

    /** An answer. */
    static <T> Result<T> of(T value) {
        return new Done<>(value);
    }

    /** A refusal. */
    static <T> Result<T> refused(Problem why) {
        return new Refused<>(why);
    }

    /**
     * The answer.
     *
     * @throws Refusal if it was refused
     */
    default T orThrow() {
        if (this instanceof Refused<T> refused) {
            throw new Refusal(refused.why());
        }
        return ((Done<T>) this).value();
    }

    /**
     * The answer, where orders of several kinds are carried out together.
     *
     * @throws Refusal if it was refused
     */
    default <R> R as(Class<R> type) {
        return type.cast(orThrow());
    }

    /** The problem that it was refused with; null if it was not. */
    default @Nullable Problem refusal() {
        return this instanceof Refused<T> refused ? refused.why() : null;
    }
}
