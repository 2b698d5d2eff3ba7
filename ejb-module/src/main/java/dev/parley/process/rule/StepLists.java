package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.process.definition.Step;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepRecord;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of steps: done one after the other, undone in reverse. */
public final class StepLists {

    private StepLists() {}

    /** Lets the list go on as far as it can. */
    static StepProgress advance(List<Step> list, String rounds, Draft draft) {
        String target = null;
        for (Step step : list) {
            StepId id = new StepId(step.name(), rounds);
            if (target != null && !target.equals(step.name())) {
                pass(id, draft);
                continue;
            }
            target = null;
            StepProgress outcome = withFault(advance(step, id, draft), list, rounds, draft);
            if (outcome.isFailed()) {
                target = step.head().onFault().target(Faults.name(outcome.fault()));
            }
            if (!outcome.isDone() && target == null) {
                return outcome;
            }
        }
        return StepProgress.DONE;
    }

    private static StepProgress advance(Step step, StepId id, Draft draft) {
        if (draft.step(id) == null && draft.mayBegin()) {
            Rules.begin(step, id, draft);
        }
        StepState state = draft.step(id);
        return state == null ? StepProgress.OPEN : Rules.advance(step, state, draft);
    }

    /** What has been undone since does not say any more what failed. */
    private static StepProgress withFault(StepProgress outcome, List<Step> list, String rounds, Draft draft) {
        if (!outcome.isFailed() || !outcome.fault().isNull()) {
            return outcome;
        }
        return list.stream()
                .map(step -> draft.step(new StepId(step.name(), rounds)))
                .filter(s -> s != null && s.kept().fault() != null)
                .reduce((a, b) -> b)
                .map(s -> StepProgress.failed(s.id(), s.kept().fault()))
                .orElse(outcome);
    }

    /** A fault has led past it. */
    private static void pass(StepId id, Draft draft) {
        if (draft.step(id) == null && !draft.isLooking()) {
            draft.put(
                    StepState.begun(id, StepRecord.NOTHING, null, draft.now()).become(StepStatus.SKIPPED, draft.now()));
        }
    }

    /**
     * Undoes what was done in the list, last first.
     *
     * @param withdraw whether what runs is withdrawn, and not only awaited
     * @return whether nothing is left to undo
     */
    static boolean undo(List<Step> list, String rounds, boolean withdraw, Draft draft) {
        for (int i = list.size() - 1; i >= 0; i--) {
            StepState state = draft.step(new StepId(list.get(i).name(), rounds));
            if (state != null && !Rules.undo(list.get(i), state, withdraw, draft)) {
                return false;
            }
        }
        return true;
    }

    /** The reply of the last step of a list that has one; null if none has. */
    static @Nullable JsonNode reply(List<Step> list, String rounds, Draft draft) {
        JsonNode reply = null;
        for (Step step : list) {
            StepState state = draft.step(new StepId(step.name(), rounds));
            if (state != null
                    && state.status() == StepStatus.SUCCEEDED
                    && state.kept().reply() != null) {
                reply = state.kept().reply();
            }
        }
        return reply;
    }

    /** When what was done last in the list was done, of what is still to be undone; 0 if nothing is. */
    static int last(List<Step> list, String rounds, Draft draft) {
        return Step.all(list)
                .mapToInt(step -> lastOf(step, rounds, draft))
                .max()
                .orElse(0);
    }

    private static int lastOf(Step step, String rounds, Draft draft) {
        return draft.steps().stream()
                .filter(s -> s.id().name().equals(step.name()) && s.id().isIn(rounds))
                .filter(s -> s.status() == StepStatus.SUCCEEDED || s.status() == StepStatus.UNKNOWN)
                .filter(s -> UndoRule.isUndoable(s, draft))
                .mapToInt(StepState::order)
                .max()
                .orElse(0);
    }
}
