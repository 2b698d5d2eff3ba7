package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.List;

/** Which steps are not to be done any more although the process goes on. */
final class Unwanted {

    private Unwanted() {}

    /** Whether a block that the step is in is over, or being undone, or goes on without its branch. */
    static boolean is(StepId id, Draft draft) {
        String rounds = "";
        List<Step> blocks = draft.definition().blocksAround(id.name());
        for (Step block : blocks) {
            StepState state = draft.step(new StepId(block.name(), rounds));
            if (state == null || state.status() != StepStatus.RUNNING || isLost(block, state, id)) {
                return true;
            }
            if (block instanceof Step.ForEach) {
                int end = id.rounds().indexOf('.', rounds.length() + 1);
                rounds = end < 0 ? id.rounds() : id.rounds().substring(0, end);
            }
        }
        return false;
    }

    private static boolean isLost(Step block, StepState state, StepId id) {
        return block instanceof Step.Parallel parallel
                && Blocks.of(state).lost().stream()
                        .anyMatch(branch -> Step.all(parallel.branches().get(branch))
                                .anyMatch(s -> s.name().equals(id.name())));
    }
}
