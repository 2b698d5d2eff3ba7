package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Effect;
import dev.parley.message.Problem;
import dev.parley.process.definition.Head;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.OnFault;
import dev.parley.process.definition.Step;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepRecord;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.value.ValueMissing;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step that asks an operation. */
public final class OperationRule {

    private OperationRule() {}

    static void begin(Step.Operation step, StepId id, Draft draft) {
        StepState begun = StepState.begun(
                id, StepRecord.asking(step.operation(), compensation(step, draft), null), null, draft.now());
        try {
            JsonNode input = step.input().in(draft.scope(id));
            if (draft.isFull(1) || !draft.keeps(input)) {
                Declined.decline(begun, Faults.json(tooMany(draft)), draft);
            } else {
                ask(begun.with(begun.kept().asked(input)), draft);
            }
        } catch (ValueMissing e) {
            Settled.stuck(begun, Faults.json(ProcessProblem.of(e)), draft);
        }
    }

    private static Problem tooMany(Draft draft) {
        return ProcessProblem.TOO_MANY_STEPS.because(
                "A process begins at most " + draft.settings().maxSteps() + " steps, and keeps at most "
                        + draft.settings().maxData() + " characters.");
    }

    private static @Nullable String compensation(Step.Operation step, Draft draft) {
        Offer offer = draft.offer(step.operation());
        return step.compensation() != null || offer == null ? step.compensation() : offer.compensation();
    }

    /** Asks, or asks again. */
    public static void ask(StepState step, Draft draft) {
        Instant deadline = draft.deadline(head(step, draft).timeout());
        AskKey key = AskKey.next(Phase.FORWARD, step);
        draft.add(new Effect.Ask(
                key.toString(), operation(step), String.valueOf(step.kept().input()), deadline));
        boolean undoesItself = step.kept().undoesItself() || UndoRule.asksWhatUndoesItself(step, draft);
        draft.put(step.become(StepStatus.RUNNING, draft.now())
                .with(step.kept().undoingItself(undoesItself))
                .asking(Phase.FORWARD, key.toString(), deadline));
    }

    private static String operation(StepState step) {
        return Objects.requireNonNull(step.kept().operation(), "Only a step that asks one");
    }

    /** How far any step has come that is no block. */
    static StepProgress advance(Step step, StepState state, Draft draft) {
        return switch (state.status()) {
            case SUCCEEDED ->
                state.kept().fault() == null
                        ? StepProgress.DONE
                        : StepProgress.failed(state.id(), state.kept().fault());
            case IGNORED, SKIPPED, CONFIRMED, HELD -> StepProgress.DONE;
            case FAULTED, CANCELLED ->
                StepProgress.failed(state.id(), state.kept().fault());
            case UNKNOWN -> unknown(step.head().onFault(), state, draft);
            case COMPENSATED ->
                step.head().onFault().rule() == OnFault.Rule.IGNORE
                        ? StepProgress.DONE
                        : StepProgress.failed(state.id(), state.kept().fault());
            case WAITING, RUNNING, COMPENSATING, STUCK -> StepProgress.OPEN;
        };
    }

    /** If what follows goes on nevertheless, it alone is undone before. */
    private static StepProgress unknown(OnFault onFault, StepState state, Draft draft) {
        JsonNode fault = state.kept().fault();
        boolean handled = fault != null && onFault.handles(Faults.name(fault));
        if (handled && !state.isOpen() && !state.work().barred() && draft.mayUndo()) {
            draft.note(null, Notes.of("unknown").put("step", state.id().toString()));
        }
        if (state.isOpen() || (handled && !UndoRule.undo(state, true, draft))) {
            return StepProgress.OPEN;
        }
        return onFault.rule() == OnFault.Rule.IGNORE ? StepProgress.DONE : StepProgress.failed(state.id(), fault);
    }

    /** The step of the definition that an instance's step is of; null if it asks nothing. */
    static Step.@Nullable Operation definition(StepState step, Draft draft) {
        return draft.definition().step(step.id().name()).orElse(null) instanceof Step.Operation operation
                ? operation
                : null;
    }

    static Head head(StepState step, Draft draft) {
        return draft.definition().step(step.id().name()).map(Step::head).orElseThrow();
    }
}
