package dev.parley.process.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instance waits for, in one sentence for people: of several steps that of the one that needs somebody. */
final class WaitingFor {

    private WaitingFor() {}

    /** The sentence; null if it waits for nothing. */
    static @Nullable String sentence(ProcessState state) {
        String paused = state.flags().paused() ? "It is paused" : "";
        List<StepState> waiting = state.steps().values().stream()
                .filter(WaitingFor::isWaiting)
                .sorted(Comparator.comparing((StepState step) -> step.status() != StepStatus.STUCK)
                        .thenComparing(StepState::since))
                .toList();
        if (waiting.isEmpty()) {
            return paused.isEmpty() ? null : paused + ".";
        }
        String others = waiting.size() == 1 ? "" : " (and " + (waiting.size() - 1) + " more)";
        return (paused.isEmpty() ? "" : paused + ". ") + step(waiting.get(0)) + others + ".";
    }

    /** What is in a block waits, not the block, unless it is a person's. */
    private static boolean isWaiting(StepState step) {
        return step.status() == StepStatus.STUCK || (step.block() == null && step.isOpen());
    }

    private static String step(StepState step) {
        Instant until = step.work().due();
        return "Step " + step.id() + " waits for " + what(step) + " since " + step.since()
                + (until == null ? "" : ", until " + until);
    }

    private static String what(StepState step) {
        boolean asked = step.work().asked() != null;
        String operation = step.kept().operation();
        return switch (step.status()) {
            case STUCK -> "somebody to see to it (" + step.work().stuck() + ")";
            case COMPENSATING -> asked ? "its undoing by " + undoneBy(step) : "the next attempt to undo it";
            case UNKNOWN -> asked ? "word of whether it was done" : "the next attempt to hear whether it was done";
            case RUNNING ->
                operation == null ? "its time" : asked ? "the answer of " + operation : "the message " + operation;
            default -> "its next attempt";
        };
    }

    private static String undoneBy(StepState step) {
        String compensation = step.kept().compensation();
        return compensation == null ? String.valueOf(step.kept().operation()) : compensation;
    }
}
