package dev.parley.process.rule;

import dev.parley.process.definition.Choice;
import dev.parley.process.definition.Step;
import dev.parley.process.state.Block;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.value.Condition;
import dev.parley.value.Scope;
import dev.parley.value.ValueMissing;
import java.util.List;

/** The first list whose condition holds when the step begins; none, if none does. */
final class ChooseRule {

    private ChooseRule() {}

    static void begin(Step.Choose step, StepId id, Draft draft) {
        try {
            int chosen = choose(step.choices(), draft.scope(id));
            StepState begun = Blocks.begin(step, id, Block.NEW.choosing(chosen), draft);
            if (chosen < 0) {
                Settled.become(begun, StepStatus.SKIPPED, draft);
            }
        } catch (ValueMissing e) {
            StepState begun = Blocks.begin(step, id, Block.NEW, draft);
            Settled.stuck(begun, Faults.json(ProcessProblem.of(e)), draft);
        }
    }

    private static int choose(List<Choice> choices, Scope scope) {
        for (int i = 0; i < choices.size(); i++) {
            Condition when = choices.get(i).when();
            if (when == null || when.holds(scope)) {
                return i;
            }
        }
        return -1;
    }

    static StepProgress advance(Step.Choose step, StepState state, Draft draft) {
        return Blocks.advance(
                step, state, () -> within(step, state, draft), () -> undoChosen(step, state, false, draft), draft);
    }

    private static StepProgress within(Step.Choose step, StepState state, Draft draft) {
        List<Step> list = chosen(step, state);
        String rounds = state.id().rounds();
        StepProgress outcome = StepLists.advance(list, rounds, draft);
        return outcome.isDone() ? Blocks.done(state, () -> StepLists.reply(list, rounds, draft), draft) : outcome;
    }

    static boolean undo(Step.Choose step, StepState state, boolean withdraw, Draft draft) {
        return Blocks.undo(state, () -> undoChosen(step, state, withdraw, draft), draft);
    }

    private static boolean undoChosen(Step.Choose step, StepState state, boolean withdraw, Draft draft) {
        return StepLists.undo(chosen(step, state), state.id().rounds(), withdraw, draft);
    }

    private static List<Step> chosen(Step.Choose step, StepState state) {
        int chosen = Blocks.of(state).chosen();
        return chosen < 0 ? List.of() : step.choices().get(chosen).steps();
    }
}
