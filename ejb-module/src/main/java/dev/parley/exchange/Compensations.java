package dev.parley.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What undoes operations, as the directory has it now. */
public interface Compensations {

    /** Nothing is undone. */
    Compensations NONE = new Compensations() {
        @Override
        public @Nullable String of(String operation) {
            return null;
        }

        @Override
        public boolean takesReply(String compensation) {
            return false;
        }
    };

    /** The operation that undoes that one; null for none. */
    @Nullable
    String of(String operation);

    /** How long after its end a request to that operation can be undone; null for as long as is configured. */
    default @Nullable Duration within(String operation) {
        return null;
    }

    /** Whether an operation that undoes another is asked with nothing but the reply of that one. */
    boolean takesReply(String compensation);
}
