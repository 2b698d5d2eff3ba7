package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Parent;
import dev.parley.process.definition.Step;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.Undoing;
import java.util.Locale;
import java.util.Objects;

/** Lets a whole process go on as far as it can: forward, or, once that was decided, back. */
public final class Progress {

    private Progress() {}

    /** Goes on, and ends it where nothing is left to do. */
    public static void go(Draft draft) {
        while (draft.undoing() == null && forward(draft)) {
            // what a fault after the pivot has made a person's, is; the rest goes on
        }
        Undoing undoing = draft.undoing();
        if (undoing != null) {
            back(undoing, draft);
        }
    }

    /** Whether it has to be looked at once more. */
    private static boolean forward(Draft draft) {
        if (!draft.now().isBefore(draft.before().deadline()) && isUndoneNow(draft)) {
            decide(Undoing.Cause.DEADLINE, Faults.json(Ending.expired(true, draft)), false, draft);
            return false;
        }
        StepProgress outcome = StepLists.advance(draft.definition().steps(), "", draft);
        if (outcome.isFailed()) {
            return failed(outcome, draft);
        }
        boolean settled = ParallelRule.undoLosers(draft);
        if (outcome.isDone() && settled && !draft.isBusy() && draft.mayUndo()) {
            Ending.succeed(draft);
        }
        return false;
    }

    /** After the pivot, or while nobody knows whether it was done, it is late and nothing else. */
    private static boolean isUndoneNow(Draft draft) {
        if (!draft.flags().pivoted() && !isPivotOpen(draft)) {
            return true;
        }
        if (!draft.flags().overdue()) {
            draft.flags(draft.flags().goesOverdue());
            Notices.tell("overdue", Notes.of("overdue"), draft);
        }
        return false;
    }

    private static boolean isPivotOpen(Draft draft) {
        return draft.definition()
                .allSteps()
                .filter(s -> s instanceof Step.Operation operation && operation.pivot())
                .map(s -> draft.step(new StepId(s.name(), "")))
                .anyMatch(s -> s != null && isOpen(s, draft));
    }

    private static boolean isOpen(StepState pivot, Draft draft) {
        boolean waitsInDoubt = pivot.status() == StepStatus.WAITING && DoubtRule.isInDoubt(pivot, draft);
        boolean stuckInDoubt =
                pivot.status() == StepStatus.STUCK && pivot.work().phase() != Phase.FORWARD;
        return pivot.status() == StepStatus.RUNNING
                || (pivot.status() == StepStatus.UNKNOWN && pivot.isOpen())
                || waitsInDoubt
                || stuckInDoubt;
    }

    private static boolean failed(StepProgress outcome, Draft draft) {
        if (!draft.flags().pivoted()) {
            decide(Undoing.Cause.FAULT, outcome.fault(), false, draft);
            return false;
        }
        StepState step = Objects.requireNonNull(
                draft.step(Objects.requireNonNull(outcome.origin(), "A failure has one")), "It has begun");
        if (step.status() == StepStatus.STUCK) {
            return false;
        }
        Settled.stuck(step, outcome.fault(), draft);
        return true;
    }

    /** From now on nothing begins any more but for undoing. It is in the journal before the first of that. */
    public static void decide(Undoing.Cause cause, JsonNode fault, boolean forced, Draft draft) {
        draft.undoing(new Undoing(cause, fault, draft.now(), forced));
        var note = Notes.of("undo").put("cause", cause.name().toLowerCase(Locale.ROOT));
        note.set("fault", fault);
        draft.note(null, note);
    }

    private static void back(Undoing undoing, Draft draft) {
        Ending.dropReply(draft);
        boolean withdraw = undoing.cause() != Undoing.Cause.FAULT;
        boolean undone = StepLists.undo(draft.definition().steps(), "", withdraw, draft);
        if (draft.undoing() != null && undone && !draft.isBusy()) {
            Ending.undone(undoing, draft);
        } else if (undoing.cause() == Undoing.Cause.DEADLINE && !draft.flags().answered() && !isNested(draft)) {
            Ending.expire(true, draft);
        }
    }

    /** Whether another process has asked: it undoes nothing before this one has ended, so it is told when it has. */
    private static boolean isNested(Draft draft) {
        Parent parent = Parent.at(draft.conversation().replyTo());
        return parent != null && parent.pattern().equals(draft.conversation().pattern());
    }
}
