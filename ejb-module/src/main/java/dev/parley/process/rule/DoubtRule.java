package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.OnUnknown;
import dev.parley.process.definition.Step;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.StepWork;
import java.time.Instant;
import java.util.Objects;

/** A step of which nobody knows whether it was done: it is asked, undone as if it had been, or left to a person. */
final class DoubtRule {

    private DoubtRule() {}

    /** Whether an attempt at it may have been done, for all that is known. */
    static boolean isInDoubt(StepState step, Draft draft) {
        JsonNode fault = step.kept().fault();
        Offer offer = draft.offer(step.kept().operation());
        boolean outside = offer == null || offer.kind() == Offer.Kind.PROVIDER;
        return fault != null && outside && Faults.isInDoubt(Faults.name(fault));
    }

    /** Nobody knows any more; it is tried again if it has to be done. */
    static void begin(StepState step, JsonNode fault, Draft draft) {
        if (!asksOutcome(step, draft) && Retries.again(step, fault, draft)) {
            return;
        }
        begin(step, fault, draft.flags().pivoted() && draft.undoing() == null, draft);
    }

    /** Nobody knows, and it is not wanted any more. */
    static void undoing(StepState step, JsonNode fault, Draft draft) {
        begin(step, fault, false, draft);
    }

    private static boolean asksOutcome(StepState step, Draft draft) {
        Offer offer = draft.offer(step.kept().operation());
        return OperationRule.head(step, draft).onUnknown() == OnUnknown.ASK && offer != null && offer.outcome() != null;
    }

    private static void begin(StepState step, JsonNode fault, boolean needed, Draft draft) {
        Offer offer = draft.offer(step.kept().operation());
        StepState unknown =
                step.become(StepStatus.UNKNOWN, draft.now()).with(step.kept().faulted(fault));
        if (offer != null && offer.outcome() != null && asksOutcome(step, draft)) {
            ask(unknown.with(StepWork.begin(Phase.OUTCOME, draft.undoneBy())), offer.outcome(), draft);
        } else {
            giveUp(unknown, needed, draft);
        }
    }

    private static void giveUp(StepState step, boolean stop, Draft draft) {
        JsonNode fault = Faults.json(ProcessProblem.OUTCOME_UNKNOWN.because("Nobody knows whether step " + step.id()
                + " was done: " + step.kept().fault()));
        if ((stop && !goesOn(step, draft)) || isPersons(step, draft)) {
            stop(step, fault, draft);
        } else {
            draft.put(step.with(StepWork.begin(Phase.OUTCOME, null))
                    .with(step.kept().faulted(fault)));
        }
    }

    /** Whether what follows goes on although nobody knows, by whoever wrote the definition. */
    private static boolean goesOn(StepState step, Draft draft) {
        return OperationRule.head(step, draft).onFault().handles(ProcessProblem.OUTCOME_UNKNOWN.label());
    }

    private static boolean isPersons(StepState step, Draft draft) {
        OnUnknown onUnknown = OperationRule.head(step, draft).onUnknown();
        boolean nobodyElses = onUnknown == OnUnknown.ASK && !UndoRule.isUndoable(step, draft) && !goesOn(step, draft);
        return onUnknown == OnUnknown.STOP || nobodyElses || isPivotForGood(step, draft);
    }

    /** What may have been the point of no return is not passed over. */
    private static boolean isPivotForGood(StepState step, Draft draft) {
        Step.Operation definition = OperationRule.definition(step, draft);
        return definition != null && definition.pivot() && step.kept().compensation() == null;
    }

    private static void stop(StepState step, JsonNode fault, Draft draft) {
        Settled.stuck(step.with(StepWork.begin(Phase.OUTCOME, null)), fault, draft);
    }

    /** Asks, or asks again, whether it was done. */
    static void ask(StepState step, String operation, Draft draft) {
        AskKey key = AskKey.next(Phase.OUTCOME, step);
        Instant until = Objects.requireNonNull(step.work().until(), "Asking ends");
        String message = AskedMessage.forward(draft.conversation(), step);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("messageId", message);
        body.set("request", step.kept().input());
        draft.add(new Effect.Ask(key.toString(), operation, body.toString(), until));
        draft.put(step.asking(Phase.OUTCOME, key.toString(), until));
    }

    /** The pause is over. */
    static void again(StepState step, Draft draft) {
        Offer offer = draft.offer(step.kept().operation());
        if (offer == null || offer.outcome() == null) {
            giveUp(step, true, draft);
        } else {
            ask(step, offer.outcome(), draft);
        }
    }

    /** It is said whether it was done; or it is not, and asked again. */
    static void answered(StepState step, Event.Answered answer, JsonNode body, Draft draft) {
        String outcome =
                answer.kind() == MessageKind.REPLY ? body.path("outcome").asText() : "";
        switch (outcome) {
            case "done" -> Answers.succeeded(step, body.path("reply"), draft);
            case "not-done" -> notDone(step, draft);
            default -> pause(step, draft);
        }
    }

    private static void notDone(StepState step, Draft draft) {
        StepState known =
                step.with(new StepWork(Phase.FORWARD, null, step.asks().forward(), null, null, null, false));
        JsonNode fault = Objects.requireNonNull(step.kept().fault(), "Why it was in doubt");
        StepState clear = known.with(known.kept().faulted(null));
        if (!Retries.again(clear, Faults.json(notDoneProblem(step)), draft)) {
            Declined.decline(clear, fault, draft);
        }
    }

    private static Problem notDoneProblem(StepState step) {
        return ExchangeProblem.OPERATION_FAILED.because("Step " + step.id() + " is known not to have been done.");
    }

    private static void pause(StepState step, Draft draft) {
        Instant next = draft.now()
                .plus(Pauses.after(
                        Pauses.forEver(draft.settings()),
                        step.id() + draft.conversation().id(),
                        step.work().attempt()));
        Instant until = step.work().until();
        if (until != null && next.isBefore(until)) {
            draft.put(step.with(step.work().pausing(next)));
        } else {
            giveUp(step, true, draft);
        }
    }
}
