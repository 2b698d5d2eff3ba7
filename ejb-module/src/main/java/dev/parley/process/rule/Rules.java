package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;

/** The rule of each kind of step. */
final class Rules {

    private Rules() {}

    static void begin(Step step, StepId id, Draft draft) {
        if (step instanceof Step.Operation operation) {
            OperationRule.begin(operation, id, draft);
        } else if (step instanceof Step.Parallel parallel) {
            ParallelRule.begin(parallel, id, draft);
        } else if (step instanceof Step.Choose choose) {
            ChooseRule.begin(choose, id, draft);
        } else if (step instanceof Step.ForEach forEach) {
            ForEachRule.begin(forEach, id, draft);
        } else if (step instanceof Step.Await await) {
            AwaitRule.begin(await, id, draft);
        } else if (step instanceof Step.Wait wait) {
            WaitRule.begin(wait, id, draft);
        }
    }

    /** Lets it go on as far as it can. */
    static StepProgress advance(Step step, StepState state, Draft draft) {
        if (step instanceof Step.Parallel parallel) {
            return ParallelRule.advance(parallel, state, draft);
        }
        if (step instanceof Step.Choose choose) {
            return ChooseRule.advance(choose, state, draft);
        }
        if (step instanceof Step.ForEach forEach) {
            return ForEachRule.advance(forEach, state, draft);
        }
        return OperationRule.advance(step, state, draft);
    }

    /** Undoes it; whether nothing is left to undo. */
    static boolean undo(Step step, StepState state, boolean withdraw, Draft draft) {
        if (step instanceof Step.Parallel parallel) {
            return ParallelRule.undo(parallel, state, withdraw, draft);
        }
        if (step instanceof Step.Choose choose) {
            return ChooseRule.undo(choose, state, withdraw, draft);
        }
        if (step instanceof Step.ForEach forEach) {
            return ForEachRule.undo(forEach, state, withdraw, draft);
        }
        return UndoRule.undo(state, withdraw, draft);
    }
}
