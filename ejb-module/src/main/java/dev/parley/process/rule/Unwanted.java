package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which steps are not to be done any more although the process goes on. */
final class Unwanted {

    /** Where nothing that is in a block is looked at any more. */
    static final Set<StepStatus> OVER = Set.of(
            StepStatus.IGNORED, StepStatus.FAULTED, StepStatus.COMPENSATED, StepStatus.CANCELLED, StepStatus.SKIPPED);

    private Unwanted() {}

    /** Whether a block that the step is in is over, or being undone, or goes on without its branch. */
    static boolean is(StepId id, Draft draft) {
        return around(id, draft).anyMatch(s -> s == null || s.status() != StepStatus.RUNNING || isLost(s, id, draft));
    }

    /** Whether a block that the step is in is over, so that nobody looks at what is in it any more. */
    static boolean isOver(StepId id, Draft draft) {
        return around(id, draft).anyMatch(s -> s != null && OVER.contains(s.status()));
    }

    private static Stream<@Nullable StepState> around(StepId id, Draft draft) {
        List<@Nullable StepState> around = new ArrayList<>();
        String rounds = "";
        for (Step block : draft.definition().blocksAround(id.name())) {
            around.add(draft.step(new StepId(block.name(), rounds)));
            if (block instanceof Step.ForEach) {
                int end = id.rounds().indexOf('.', rounds.length() + 1);
                rounds = end < 0 ? id.rounds() : id.rounds().substring(0, end);
            }
        }
        return around.stream();
    }

    private static boolean isLost(StepState state, StepId id, Draft draft) {
        return draft.definition().step(state.id().name()).orElse(null) instanceof Step.Parallel parallel
                && Blocks.of(state).lost().stream()
                        .anyMatch(branch -> Step.all(parallel.branches().get(branch))
                                .anyMatch(s -> s.name().equals(id.name())));
    }
}
