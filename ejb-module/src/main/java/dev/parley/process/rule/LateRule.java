package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Effect;
import dev.parley.message.MessageKind;
import dev.parley.process.event.CameLate;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.StepWork;

/** Answers that come when nobody waits for them any more: to what was asked, or to what was to undo it. */
public final class LateRule {

    private LateRule() {}

    /** It is journaled; a success is believed where nobody has decided otherwise yet, and undone where somebody has. */
    public static void came(CameLate late, Draft draft) {
        AskKey key = AskKey.of(late.key());
        StepState step = key == null ? null : draft.step(key.step());
        if (key == null || step == null || key.phase() == Phase.OUTCOME) {
            return;
        }
        JsonNode body = Faults.parse(late.body());
        var note = Notes.of("late")
                .put("step", step.id().toString())
                .put("kind", late.kind().label());
        note.set("body", body);
        draft.note(null, note);
        if (late.kind() != MessageKind.REPLY) {
            return;
        }
        boolean replaced = step.asks().isReplaced(key.phase(), key.number());
        if (key.phase() == Phase.UNDO && replaced && TwiceRule.isTwice(step, body)) {
            TwiceRule.toldTooLate(step, draft);
        } else if (key.phase() == Phase.UNDO) {
            UndoRule.undoneLate(step, body, replaced, draft);
        } else if (!replaced) {
            succeeded(step, body, draft);
        }
    }

    private static void succeeded(StepState step, JsonNode reply, Draft draft) {
        if (draft.conversation().status().isFinal() || !isUndecided(step)) {
            late(step, reply, draft);
        } else {
            Answers.succeeded(step, reply, draft);
        }
    }

    private static boolean isUndecided(StepState step) {
        boolean tried = step.status() == StepStatus.WAITING || step.status() == StepStatus.RUNNING;
        boolean ignored = step.status() == StepStatus.IGNORED && !step.isDoneForSure();
        boolean doubted = ignored || step.status() == StepStatus.UNKNOWN || step.status() == StepStatus.STUCK;
        return (tried && step.asks().forward() > 0) || (doubted && step.work().phase() != Phase.UNDO);
    }

    /** It has succeeded after it was given up. */
    private static void late(StepState step, JsonNode reply, Draft draft) {
        if (step.status() == StepStatus.COMPENSATING || step.status() == StepStatus.STUCK) {
            draft.put(step.with(step.kept().replied(reply).faulted(step.kept().fault())));
        } else if (step.status() == StepStatus.COMPENSATED && saidNothing(step)) {
            lateAfterwards(step, reply, draft);
        }
    }

    private static boolean saidNothing(StepState step) {
        JsonNode said = step.kept().undone();
        return said != null && (Faults.name(said).equals(UndoRule.NOTHING_TO_UNDO) || UndoRule.saysNothing(said));
    }

    /** Where things are undone still, its turn comes; nobody comes back to what is over, so that is undone at once. */
    private static void lateMeanwhile(StepState step, JsonNode reply, Draft draft) {
        if (Unwanted.isOver(step.id(), draft)) {
            UndoRule.repeat(step, reply, draft);
        } else {
            Settled.succeeded(step.with(StepWork.NONE), reply, draft);
        }
    }

    /** After the end it is undone in an exchange of its own, whose answer nobody waits for. */
    private static void lateAfterwards(StepState step, JsonNode reply, Draft draft) {
        if (!draft.conversation().status().isFinal()) {
            lateMeanwhile(step, reply, draft);
            return;
        }
        StepState known = step.with(step.kept().replied(reply));
        String compensation = step.kept().compensation();
        if (compensation != null) {
            AskKey key = AskKey.next(Phase.UNDO, step);
            draft.add(new Effect.Ask(
                    key.toString(),
                    compensation,
                    UndoRule.body(known, compensation, draft).toString(),
                    draft.undoneBy()));
            draft.put(known.with(known.kept().undone(null)));
        }
    }
}
