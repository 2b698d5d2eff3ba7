package dev.parley.process.rule;

import dev.parley.process.state.Phase;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import org.jspecify.annotations.Nullable;

/**
 * The key of a request: what for, which step, which attempt. Attempts of one phase are one message to whoever is asked.
 *
 * @param phase what for
 * @param step the step
 * @param number how often that was asked for, from 1
 */
public record AskKey(Phase phase, StepId step, int number) {

    private static final char SEPARATOR = '~';

    /** The key of what is asked next. */
    static AskKey next(Phase phase, StepState step) {
        return new AskKey(phase, step.id(), step.asks().of(phase) + 1);
    }

    /** The key that a text is; null if it is none. */
    public static @Nullable AskKey of(String text) {
        for (Phase phase : Phase.values()) {
            if (text.startsWith(prefix(phase))) {
                String rest = text.substring(prefix(phase).length());
                int end = rest.indexOf(SEPARATOR);
                return end < 0
                        ? new AskKey(phase, StepId.of(rest), 1)
                        : new AskKey(
                                phase, StepId.of(rest.substring(0, end)), Integer.parseInt(rest.substring(end + 1)));
            }
        }
        return null;
    }

    private static String prefix(Phase phase) {
        return switch (phase) {
            case FORWARD -> "step.";
            case OUTCOME -> "outcome.";
            case UNDO -> "undo.";
        };
    }

    /** The key of all attempts. */
    public String message() {
        return prefix(phase) + step;
    }

    @Override
    public String toString() {
        return number == 1 ? message() : message() + SEPARATOR + number;
    }
}
