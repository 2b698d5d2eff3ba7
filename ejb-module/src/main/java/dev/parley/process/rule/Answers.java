package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.Step;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import org.jspecify.annotations.Nullable;

/** What comes of answers. One that is not awaited any more changes nothing. */
public final class Answers {

    private Answers() {}

    /** What was asked for a step is answered. */
    public static void answered(Event.Answered answer, Draft draft) {
        AskKey key = AskKey.of(answer.key());
        StepState step = key == null ? null : draft.step(key.step());
        if (key == null || step == null || !answer.key().equals(step.work().asked())) {
            return;
        }
        JsonNode body = Faults.parse(answer.body());
        switch (key.phase()) {
            case FORWARD -> forward(step, answer, body, draft);
            case OUTCOME -> DoubtRule.answered(step, answer, body, draft);
            case UNDO -> UndoRule.answered(step, answer, body, draft);
        }
    }

    private static void forward(StepState step, Event.Answered answer, JsonNode body, Draft draft) {
        if (answer.kind() == MessageKind.REPLY) {
            succeeded(step, body, draft);
            return;
        }
        Offer offer = draft.offer(step.kept().operation());
        if (step.work().barred() && Faults.isWithdrawn(body, offer)) {
            withdrawn(step, draft);
            return;
        }
        Faults.Meaning meaning = Faults.meaning(answer, body, offer);
        boolean inDoubt = DoubtRule.isInDoubt(step, draft) && meaning != Faults.Meaning.DECLINED;
        switch (meaning) {
            case DECLINED -> Declined.decline(step, body, draft);
            case IN_DOUBT -> doubted(step, body, draft);
            case NOT_DONE -> notDone(step, body, inDoubt, draft);
            case UNUSABLE -> unusable(step, body, inDoubt, draft);
            case DONE -> {
                Settled.doneWithoutReply(step, draft);
                passPivot(step, draft);
            }
        }
    }

    private static void doubted(StepState step, JsonNode fault, Draft draft) {
        if (!mayRepeat(step, draft) || !Retries.again(step, fault, draft)) {
            DoubtRule.begin(step, fault, draft);
        }
    }

    /** Attempts that were asked for are made before anybody is asked what came of them. */
    private static boolean mayRepeat(StepState step, Draft draft) {
        var retry = OperationRule.head(step, draft).retry();
        return retry != null && step.work().attempt() < retry.attempts();
    }

    private static void notDone(StepState step, JsonNode fault, boolean inDoubt, Draft draft) {
        JsonNode kept = step.kept().fault();
        if (inDoubt && kept != null) {
            doubted(step, kept, draft);
        } else if (!Retries.again(step, fault, draft)) {
            Declined.decline(step, fault, draft);
        }
    }

    private static void unusable(StepState step, JsonNode fault, boolean inDoubt, Draft draft) {
        JsonNode kept = step.kept().fault();
        if (inDoubt && kept != null) {
            DoubtRule.begin(step, kept, draft);
        } else {
            Settled.stuck(step, fault, draft);
        }
    }

    /** It was done. */
    public static void succeeded(StepState step, @Nullable JsonNode reply, Draft draft) {
        Settled.succeeded(step, reply == null || reply.isMissingNode() ? null : reply, draft);
        passPivot(step, draft);
    }

    /** What was decided before is not done any more; unless somebody wants it by force. */
    private static void passPivot(StepState step, Draft draft) {
        Step.Operation definition = OperationRule.definition(step, draft);
        if (definition == null || !definition.pivot()) {
            return;
        }
        draft.flags(draft.flags().passesPivot());
        if (draft.undoing() != null && !draft.undoing().forced()) {
            draft.undoing(null);
            Blocks.goOnAround(step.id(), draft);
            draft.note(null, Notes.of("past-pivot").put("step", step.id().toString()));
        }
    }

    /** What was asked for has come to nothing before anybody had begun it. */
    private static void withdrawn(StepState step, Draft draft) {
        if (DoubtRule.isInDoubt(step, draft) && step.kept().fault() != null) {
            DoubtRule.begin(step, step.kept().fault(), draft);
        } else {
            Settled.become(step, StepStatus.CANCELLED, draft);
        }
    }
}
