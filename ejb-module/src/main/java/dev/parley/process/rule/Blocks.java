package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.process.definition.OnFault;
import dev.parley.process.definition.Step;
import dev.parley.process.state.Block;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepRecord;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all blocks have in common. */
final class Blocks {

    private Blocks() {}

    /** A block that begins; its time begins, too. */
    static StepState begin(Step step, StepId id, Block block, Draft draft) {
        StepState begun = StepState.begun(id, StepRecord.NOTHING, block, draft.now());
        Instant due = step.head().timeout() == null
                ? null
                : draft.deadline(step.head().timeout());
        StepState timed = begun.with(begun.work().lookedAt(due));
        draft.put(timed);
        return timed;
    }

    static Block of(StepState state) {
        return Objects.requireNonNull(state.block(), "Only blocks have one");
    }

    /**
     * Lets a block go on.
     *
     * @param within how far what is in it comes
     * @param undo undoes what is in it
     */
    static StepProgress advance(
            Step step, StepState state, Supplier<StepProgress> within, BooleanSupplier undo, Draft draft) {
        JsonNode failure = of(state).failure();
        if (failure != null && state.status() == StepStatus.COMPENSATING) {
            return undoFailed(step, state, failure, undo, draft);
        }
        if (state.status() != StepStatus.RUNNING) {
            return OperationRule.advance(step, state, draft);
        }
        JsonNode late = state.kept().fault();
        StepProgress outcome = late == null ? within.get() : StepProgress.failed(state.id(), late);
        return outcome.isFailed() ? failed(step, state.id(), outcome, undo, draft) : outcome;
    }

    /**
     * A fault that is passed over, or leads on, is so after what the block has done is undone; any other is one of the
     * list around it.
     */
    private static StepProgress failed(Step step, StepId id, StepProgress outcome, BooleanSupplier undo, Draft draft) {
        StepState state = Objects.requireNonNull(draft.step(id), "It has begun");
        if (!step.head().onFault().handles(Faults.name(outcome.fault()))) {
            return outcome;
        }
        var note = Notes.of("undo").put("step", state.id().toString());
        note.set("fault", outcome.fault());
        draft.note(null, note);
        StepState failing = state.become(StepStatus.COMPENSATING, draft.now())
                .with(state.work().done())
                .with(of(state).failing(outcome.fault()));
        draft.put(failing);
        return undoFailed(step, failing, outcome.fault(), undo, draft);
    }

    private static StepProgress undoFailed(
            Step step, StepState state, JsonNode failure, BooleanSupplier undo, Draft draft) {
        if (!undo.getAsBoolean()) {
            return StepProgress.OPEN;
        }
        boolean ignored = step.head().onFault().target(Faults.name(failure)) == null
                && step.head().onFault().rule() == OnFault.Rule.IGNORE;
        Settled.faulted(state, ignored ? StepStatus.IGNORED : StepStatus.FAULTED, failure, draft);
        return ignored ? StepProgress.DONE : StepProgress.failed(state.id(), failure);
    }

    /** The block is done. */
    static StepProgress done(StepState state, Supplier<@Nullable JsonNode> reply, Draft draft) {
        if (!draft.isLooking()) {
            boolean wanted = draft.definition().needsReply(state.id().name());
            Settled.succeeded(state, wanted ? reply.get() : null, draft);
        }
        return StepProgress.DONE;
    }

    /**
     * Undoes a block that something around it has undone.
     *
     * @param undo undoes what is in it
     */
    static boolean undo(StepState state, BooleanSupplier undo, Draft draft) {
        if (Unwanted.OVER.contains(state.status())) {
            return isQuiet(state, draft);
        }
        boolean done = undo.getAsBoolean();
        StepState now = Objects.requireNonNull(draft.step(state.id()), "It is there");
        if (done) {
            undone(now, draft);
        } else if (now.status() != StepStatus.COMPENSATING) {
            draft.put(now.become(StepStatus.COMPENSATING, draft.now())
                    .with(now.work().done()));
        }
        return done;
    }

    /** What was to be undone around a step, and is not any more, goes on: nothing else of it had been undone yet. */
    static void goOnAround(StepId id, Draft draft) {
        for (Step block : draft.definition().blocksAround(id.name())) {
            StepState state = draft.step(new StepId(block.name(), ""));
            if (state != null
                    && state.status() == StepStatus.COMPENSATING
                    && of(state).failure() == null) {
                draft.put(state.become(StepStatus.RUNNING, draft.now()));
            }
        }
    }

    /** What came late in a block that is over may still be busy. */
    private static boolean isQuiet(StepState state, Draft draft) {
        Step block = draft.definition().step(state.id().name()).orElseThrow();
        List<String> names =
                block.lists().stream().flatMap(Step::all).map(Step::name).toList();
        return draft.steps().stream()
                .filter(s ->
                        names.contains(s.id().name()) && s.id().isIn(state.id().rounds()))
                .noneMatch(s -> s.isOpen() || s.status() == StepStatus.STUCK);
    }

    /** Where nothing in it had to be undone, it stays done, or was never wanted. */
    private static void undone(StepState state, Draft draft) {
        if (state.status() == StepStatus.COMPENSATING) {
            Settled.become(state, StepStatus.COMPENSATED, draft);
        } else if (state.status() != StepStatus.SUCCEEDED) {
            Settled.become(state, StepStatus.CANCELLED, draft);
        }
    }
}
