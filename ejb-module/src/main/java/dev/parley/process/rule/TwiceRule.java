package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;
import dev.parley.process.definition.Offer;
import dev.parley.process.event.Bar;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;

/**
 * A compensation that a person has replaced, and that is done after all: the one in its place is withdrawn. Where that
 * may have been done, too, a person sees to it, as nothing says which of the two is to stand.
 */
final class TwiceRule {

    private TwiceRule() {}

    /** Whether the answer of a compensation is awaited. */
    static boolean isAwaited(StepState step) {
        return step.status() == StepStatus.COMPENSATING
                && step.work().phase() == Phase.UNDO
                && step.work().asked() != null;
    }

    /**
     * A compensation was done after it was given up.
     *
     * @param replaced whether it is one that was replaced; otherwise one in whose place nothing is needed any more
     */
    static void undoneLate(StepState step, JsonNode body, boolean replaced, Draft draft) {
        if (!replaced) {
            twice(step, draft);
        } else if (!step.work().barred()) {
            undoneAfterAll(step.with(step.work().bar()).with(step.kept().undone(body)), draft);
        }
    }

    private static void undoneAfterAll(StepState step, Draft draft) {
        if (isAwaited(step)) {
            draft.put(step);
            bar(step, draft);
        } else if (mayHaveBeenDone(step, draft)) {
            twice(step, draft);
        } else {
            UndoRule.compensated(step, draft);
        }
    }

    /** Whether what undid a step in place of that compensation has been believed, and both were done. */
    static boolean isTwice(StepState step, JsonNode body) {
        JsonNode said = step.kept().undone();
        boolean byAnother =
                step.status() == StepStatus.COMPENSATED && !step.work().barred();
        return byAnother && !UndoRule.saysNothing(body) && (said == null || !UndoRule.saysNothing(said));
    }

    /** What comes before the step may be undone by now, and all of it be over: operators hear of it where they look. */
    static void toldTooLate(StepState step, Draft draft) {
        draft.add(new Effect.Park(ProcessProblem.UNDONE_TWICE.because("Step " + step.id() + " of "
                + draft.conversation().operation() + " "
                + draft.conversation().id()
                + " was undone by what a person had replaced, too, after what is in its place had undone it.")));
    }

    /** Has withdrawn what is asked for. */
    static void bar(StepState step, Draft draft) {
        draft.add(new Bar(new AskKey(Phase.UNDO, step.id(), 1).message()));
    }

    /** Whether what was asked last may have been done, for all that is known. */
    private static boolean mayHaveBeenDone(StepState step, Draft draft) {
        boolean timedOut =
                ProcessProblem.COMPENSATION_TIMED_OUT.label().equals(step.work().stuck());
        return isOutside(step, draft) && (step.status() == StepStatus.COMPENSATING || timedOut);
    }

    private static boolean isOutside(StepState step, Draft draft) {
        Offer offer = draft.offer(step.kept().compensation());
        return offer == null || offer.kind() == Offer.Kind.PROVIDER;
    }

    /** What came of the one that was to be withdrawn. */
    static void answered(StepState step, Event.Answered answer, JsonNode body, Draft draft) {
        if (isWithoutEffect(step, answer, body, draft)) {
            UndoRule.compensated(step, draft);
        } else {
            twice(step, draft);
        }
    }

    private static boolean isWithoutEffect(StepState step, Event.Answered answer, JsonNode body, Draft draft) {
        if (answer.kind() != MessageKind.FAULT) {
            return UndoRule.saysNothing(body);
        }
        Offer offer = draft.offer(step.kept().compensation());
        boolean certain = step.work().attempt() <= 1 || !isOutside(step, draft);
        if (Faults.isWithdrawn(body, offer)) {
            return certain;
        }
        return switch (Faults.meaning(answer, body, offer)) {
            case DECLINED -> true;
            case NOT_DONE, UNUSABLE -> certain;
            case IN_DOUBT, DONE -> false;
        };
    }

    /** What one of the two replied is no reason that a person could be told. */
    private static void twice(StepState step, Draft draft) {
        JsonNode why = Faults.json(ProcessProblem.UNDONE_TWICE.because("Step " + step.id()
                + " may have been undone by what a person had replaced, and by what is in its place."));
        UndoRule.stick(step.with(step.kept().undone(why)), ProcessProblem.UNDONE_TWICE.label(), draft);
    }
}
