package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Retry;
import dev.parley.process.definition.Head;
import dev.parley.process.definition.OnFault;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.StepWork;
import java.time.Instant;

/**
 * Whether a step that was not done is tried again: as often as it says, and after a pivot until it is done or nobody
 * waits any longer.
 */
final class Retries {

    private Retries() {}

    /** Has it tried again after a pause, and says whether it is. */
    static boolean again(StepState step, JsonNode fault, Draft draft) {
        Retry retry = OperationRule.head(step, draft).retry();
        boolean wanted = retry != null && step.work().attempt() < retry.attempts();
        if (draft.undoing() != null || !(wanted || must(step, draft))) {
            return false;
        }
        Retry pauses = wanted && retry != null ? retry : Pauses.forEver(draft.settings());
        return pause(step, fault, pauses, draft);
    }

    /** After the pivot what is to be done is done, unless its fault may be passed over. */
    private static boolean must(StepState step, Draft draft) {
        Head head = OperationRule.head(step, draft);
        return draft.flags().pivoted()
                && head.onFault().rule() == OnFault.Rule.COMPENSATE
                && head.onFault().goTo().isEmpty();
    }

    private static boolean pause(StepState step, JsonNode fault, Retry pauses, Draft draft) {
        Instant next = draft.now()
                .plus(Pauses.after(
                        pauses,
                        step.id() + draft.conversation().id(),
                        step.work().attempt()));
        Instant until = until(step, draft);
        if (!next.isBefore(until)) {
            return false;
        }
        StepWork work = step.work();
        StepWork bounded = new StepWork(work.phase(), null, work.attempt(), next, until, null, work.barred());
        draft.put(step.become(StepStatus.WAITING, draft.now())
                .with(bounded)
                .with(step.kept().faulted(fault)));
        return true;
    }

    private static Instant until(StepState step, Draft draft) {
        Instant until = step.work().until();
        return until != null
                ? until
                : draft.flags().pivoted() ? draft.undoneBy() : draft.before().deadline();
    }
}
