package dev.parley.process.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.DueRule;
import dev.parley.process.rule.Notes;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;

/** What commands do. Each is journaled, with who gave it and why; one to a step names it as it was seen. */
public final class Commands {

    private Commands() {}

    /**
     * Does it.
     *
     * @throws dev.parley.message.Refusal if it is not possible now
     */
    public static void command(Commanded commanded, Draft draft) {
        Command command = commanded.command();
        if (commanded.reason().isBlank() && !needsNoReason(command)) {
            throw Refused.reasonMissing();
        }
        if (command instanceof Command.Cancel cancel) {
            Cancelling.command(commanded, cancel.force(), draft);
            return;
        }
        if (command instanceof Command.Rerun rerun) {
            Rerun.command(commanded, rerun, draft);
            return;
        }
        if (draft.conversation().status().isFinal()) {
            throw Refused.ended(draft);
        }
        if (command instanceof Command.OfStep toStep) {
            StepState step = step(toStep, draft);
            draft.note(commanded.by(), note(commanded).put("step", toStep.step()));
            settle(toStep, step, draft);
        } else {
            draft.note(commanded.by(), note(commanded));
            hold(command instanceof Command.Pause, draft);
        }
    }

    /** Whoever has asked for something may want it no more, and need not say why. */
    private static boolean needsNoReason(Command command) {
        return command instanceof Command.Cancel cancel && !cancel.force();
    }

    private static ObjectNode note(Commanded commanded) {
        return Notes.of(commanded.command().name()).put("reason", commanded.reason());
    }

    private static void hold(boolean pause, Draft draft) {
        draft.flags(draft.flags().paused(pause));
        if (!pause) {
            DueRule.due(draft);
        }
    }

    private static StepState step(Command.OfStep command, Draft draft) {
        StepState step = draft.step(StepId.of(command.step()));
        if (step == null) {
            throw Refused.stepUnknown(command.step());
        }
        if (!step.etag().equals(command.etag())) {
            throw Refused.moved(step);
        }
        return step;
    }

    private static void settle(Command.OfStep command, StepState step, Draft draft) {
        if (!Settling.mayBeSettled(step, command)) {
            throw Refused.notNow(command, step);
        }
        if (command instanceof Command.Retry retry) {
            Settling.retry(step, retry, draft);
        } else if (command instanceof Command.Skip skip) {
            Settling.skip(step, skip, draft);
        } else if (command instanceof Command.Resolve resolve) {
            Settling.resolve(step, resolve, draft);
        } else if (command instanceof Command.Replace replace) {
            Settling.replace(step, replace, draft);
        }
    }
}
