package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.Step;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.StepWork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What persons do with steps. */
public final class Persons {

    private Persons() {}

    public static @Nullable Offer offer(String operation, Draft draft) {
        return draft.offer(operation);
    }

    /** Whether an attempt at the step may have been done, for all that is known. */
    public static boolean isInDoubt(StepState step, Draft draft) {
        return step.work().phase() == Phase.OUTCOME || DoubtRule.isInDoubt(step, draft);
    }

    /**
     * Whether the step is not to be done any more: everything, or something that it is in, is being undone, or has been
     * passed over.
     */
    public static boolean isUnwanted(StepState step, Draft draft) {
        return draft.undoing() != null || Unwanted.is(step.id(), draft);
    }

    /** Whether the step asks an operation; others wait, or are blocks, or the reply of the process. */
    public static boolean asks(StepState step, Draft draft) {
        return OperationRule.definition(step, draft) != null;
    }

    /** Whether the step is the reply of the process, which nothing could be made of. */
    public static boolean isReply(StepState step, Draft draft) {
        return draft.definition().step(step.id().name()).isEmpty();
    }

    /** Whether it can be found out whether the step was done. */
    public static boolean canAskOutcome(StepState step, Draft draft) {
        Offer offer = draft.offer(step.kept().operation());
        return step.work().phase() == Phase.OUTCOME && offer != null && offer.outcome() != null;
    }

    /** Whether something in a block was begun. */
    public static boolean isBegun(StepState block, Draft draft) {
        Step step = draft.definition().step(block.id().name()).orElseThrow();
        return Step.all(step.lists().stream().flatMap(List::stream).toList()).anyMatch(s -> draft.steps().stream()
                .anyMatch(t ->
                        t.id().name().equals(s.name()) && t.id().isIn(block.id().rounds())));
    }

    /** Its compensation is asked once more, with all its time. */
    public static void undoAgain(StepState step, Draft draft) {
        StepWork anew = StepWork.begin(Phase.UNDO, draft.undoneBy());
        UndoRule.ask(step.become(StepStatus.COMPENSATING, draft.now()).with(anew), draft);
    }

    /**
     * It is tried again, or begun again where it never came to ask.
     *
     * @param input another request; null for the same
     */
    public static void tryAgain(StepState step, @Nullable JsonNode input, Draft draft) {
        Offer offer = draft.offer(step.kept().operation());
        if (canAskOutcome(step, draft) && offer != null && offer.outcome() != null) {
            StepState unknown = step.become(StepStatus.UNKNOWN, draft.now());
            DoubtRule.ask(unknown.with(StepWork.begin(Phase.OUTCOME, draft.undoneBy())), offer.outcome(), draft);
            return;
        }
        StepState asking = step.with(StepWork.NONE)
                .with(input == null ? step.kept() : step.kept().asked(input));
        if (asking.kept().input() != null) {
            OperationRule.ask(asking, draft);
        } else {
            beginAgain(step, draft);
        }
    }

    /** What a pointer did not find may be there now; the reply of the process is made anew by itself. */
    private static void beginAgain(StepState step, Draft draft) {
        Step definition = draft.definition().step(step.id().name()).orElse(null);
        draft.remove(step.id());
        if (definition != null) {
            Rules.begin(definition, step.id(), draft);
            StepState begun = draft.step(step.id());
            if (begun != null) {
                draft.put(begun.after(step));
            }
        }
    }

    /** Whatever follows goes on without it. */
    public static void passOver(StepState step, boolean writtenOff, @Nullable JsonNode reply, Draft draft) {
        StepWork work =
                writtenOff ? StepWork.begin(Phase.UNDO, null) : step.work().done();
        draft.put(step.become(StepStatus.SKIPPED, draft.now())
                .with(work)
                .with(reply == null ? step.kept() : step.kept().replied(reply)));
    }

    /** A person knows what came of it. */
    public static void settle(StepState step, @Nullable JsonNode reply, @Nullable JsonNode fault, Draft draft) {
        if (step.work().phase() == Phase.UNDO) {
            draft.put(step.become(StepStatus.COMPENSATED, draft.now())
                    .with(step.work().done())
                    .with(step.kept().undone(reply))
                    .done(draft.nextOrder()));
        } else if (fault == null) {
            Answers.succeeded(step.with(StepWork.NONE), reply, draft);
        } else {
            Declined.decline(step.with(StepWork.NONE), fault, draft);
        }
    }
}
