package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Problem;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import org.jspecify.annotations.Nullable;

/** What becomes of a step when it is known what came of it. */
final class Settled {

    private Settled() {}

    /** It was done; its reply is kept if there is room. */
    static StepState succeeded(StepState step, @Nullable JsonNode reply, Draft draft) {
        if (!draft.keeps(reply)) {
            return doneWithoutReply(step, draft);
        }
        return put(
                step.become(StepStatus.SUCCEEDED, draft.now())
                        .with(step.work().done())
                        .with(step.kept().replied(reply))
                        .done(draft.nextOrder()),
                draft);
    }

    /** It was done; what it has kept up to now is its reply. */
    static StepState complete(StepState step, Draft draft) {
        return step.become(StepStatus.SUCCEEDED, draft.now())
                .with(step.work().done())
                .done(draft.nextOrder());
    }

    /** It was done, and its reply cannot be kept: nobody misses it, or else it is undone. */
    static StepState doneWithoutReply(StepState step, Draft draft) {
        boolean missed = draft.definition().needsReply(step.id().name());
        JsonNode fault = missed ? Faults.json(tooLarge(step)) : null;
        return put(
                step.become(StepStatus.SUCCEEDED, draft.now())
                        .with(step.work().done())
                        .with(step.kept().replied(null).faulted(fault))
                        .done(draft.nextOrder()),
                draft);
    }

    private static Problem tooLarge(StepState step) {
        return ProcessProblem.REPLY_TOO_LARGE.because(
                "Step " + step.id() + " was done, and its reply is too large to be kept.");
    }

    static StepState faulted(StepState step, JsonNode fault, Draft draft) {
        return faulted(step, StepStatus.FAULTED, fault, draft);
    }

    static StepState faulted(StepState step, StepStatus status, JsonNode fault, Draft draft) {
        return put(
                step.become(status, draft.now())
                        .with(step.work().done())
                        .with(step.kept().faulted(fault)),
                draft);
    }

    /** It waits for a person, who finds the fault. */
    static StepState stuck(StepState step, JsonNode fault, Draft draft) {
        return put(
                step.become(StepStatus.STUCK, draft.now())
                        .with(step.work().stuck(Faults.name(fault)))
                        .with(step.kept().faulted(fault)),
                draft);
    }

    /** It takes a status, with nothing to wait for. */
    static StepState become(StepState step, StepStatus status, Draft draft) {
        return put(step.become(status, draft.now()).with(step.work().done()), draft);
    }

    private static StepState put(StepState step, Draft draft) {
        draft.put(step);
        return step;
    }
}
