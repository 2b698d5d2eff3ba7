package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.StepWork;
import java.time.Duration;
import java.time.Instant;

/** What is done with steps whose time has come. */
public final class DueRule {

    /** An exchange answers by its deadline; if that is held up, it is not looked for all the time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private DueRule() {}

    /** Looks after all steps that are due. */
    public static void due(Draft draft) {
        for (StepState step : draft.steps()) {
            Instant due = step.work().due();
            if (due != null && !draft.now().isBefore(due)) {
                due(step, draft);
            }
        }
    }

    private static void due(StepState step, Draft draft) {
        if (step.work().asked() != null) {
            boolean running = step.status() == StepStatus.RUNNING;
            if (TwiceRule.isAwaited(step) && step.work().barred()) {
                TwiceRule.bar(step, draft);
            }
            StepWork work = running ? step.work().unbarred() : step.work();
            draft.put(step.with(work.lookedAt(draft.now().plus(PATIENCE))));
            return;
        }
        switch (step.status()) {
            case WAITING -> again(step, draft);
            case RUNNING -> ended(step, draft);
            case UNKNOWN -> DoubtRule.again(step, draft);
            case COMPENSATING -> {
                if (step.work().phase() == Phase.UNDO) {
                    UndoRule.ask(step, draft);
                }
            }
            default -> draft.put(step.with(step.work().done()));
        }
    }

    private static void again(StepState step, Draft draft) {
        if (draft.mayBegin()) {
            OperationRule.ask(step, draft);
        } else {
            draft.put(step.with(step.work().lookedAt(draft.now().plus(PATIENCE))));
        }
    }

    /** Time has passed for what only waits; a block, or a message, has none left. */
    private static void ended(StepState step, Draft draft) {
        Step definition = draft.definition().step(step.id().name()).orElseThrow();
        if (definition instanceof Step.Wait) {
            Settled.succeeded(step, null, draft);
        } else if (definition instanceof Step.Await) {
            var missed = ProcessProblem.MESSAGE_MISSED.because("'" + step.kept().operation() + "' did not come by "
                    + step.work().due() + ".");
            Declined.decline(step, Faults.json(missed), draft);
        } else {
            var late = ProcessProblem.STEP_TIMED_OUT.because(
                    "Step " + step.id() + " was not done by " + step.work().due() + ".");
            draft.put(step.with(step.work().done()).with(step.kept().faulted(Faults.json(late))));
        }
    }
}
