package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.MessageKind;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;

/** Answers that come when nobody waits for them any more. */
public final class LateRule {

    private LateRule() {}

    /** It is journaled; a success is believed where nobody has decided otherwise yet, and undone where somebody has. */
    public static void came(CameLate late, Draft draft) {
        AskKey key = AskKey.of(late.key());
        StepState step = key == null ? null : draft.step(key.step());
        if (key == null || step == null || key.phase() != Phase.FORWARD) {
            return;
        }
        JsonNode body = Faults.parse(late.body());
        var note = Notes.of("late")
                .put("step", step.id().toString())
                .put("kind", late.kind().label());
        note.set("body", body);
        draft.note(null, note);
        if (late.kind() == MessageKind.REPLY) {
            succeeded(step, body, draft);
        }
    }

    private static void succeeded(StepState step, JsonNode reply, Draft draft) {
        if (draft.conversation().status().isFinal() || !isUndecided(step)) {
            UndoRule.late(step, reply, draft);
        } else {
            Answers.succeeded(step, reply, draft);
        }
    }

    private static boolean isUndecided(StepState step) {
        boolean tried = step.status() == StepStatus.WAITING || step.status() == StepStatus.RUNNING;
        boolean doubted = step.status() == StepStatus.UNKNOWN || step.status() == StepStatus.STUCK;
        return (tried && step.asks().forward() > 0) || (doubted && step.work().phase() != Phase.UNDO);
    }
}
