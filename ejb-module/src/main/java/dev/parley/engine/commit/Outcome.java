package dev.parley.engine.commit;

import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order.
 *
 * @param value what is answered; null if it was refused
 * @param refused why; null if it was not
 */
public record Outcome(@Nullable Object value, @Nullable Problem refused) {

    public static Outcome of(Object value) {
        return new Outcome(value, null);
    }

    public static Outcome refused(Problem why) {
        return new Outcome(null, why);
    }

    /**
     * What is answered.
     *
     * @throws Refusal if it was refused
     */
    public <T> T as(Class<T> type) {
        if (refused != null) {
            throw new Refusal(refused);
        }
        return type.cast(Objects.requireNonNull(value));
    }
}
