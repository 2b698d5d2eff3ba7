package dev.parley.process.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.process.definition.Offer;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.Persons;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepRecord;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import org.jspecify.annotations.Nullable;

/** How a person settles a step. */
final class Settling {

    private Settling() {}

    /** Whether a step waits for a person, or for nothing but time. */
    static boolean mayBeSettled(StepState step, Command command) {
        boolean rests = step.work().asked() == null;
        return switch (step.status()) {
            case STUCK -> true;
            case WAITING -> true;
            case UNKNOWN -> step.isOpen() && (rests || !(command instanceof Command.Retry));
            case COMPENSATING -> rests && step.block() == null;
            case RUNNING -> rests && step.block() == null && command instanceof Command.Skip;
            default -> false;
        };
    }

    static void retry(StepState step, Command.Retry retry, Draft draft) {
        if (draft.flags().paused()) {
            throw Refused.notNow("It is paused: resume it first.");
        }
        if (step.work().phase() == Phase.UNDO) {
            Persons.undoAgain(edited(step, retry.input()), draft);
            return;
        }
        if (retry.input() != null && !Persons.asks(step, draft)) {
            throw Refused.notNow(
                    "Step " + step.id() + " asks nothing: retry it without an input, or resolve or skip it.");
        }
        if (!Persons.canAskOutcome(step, draft)) {
            refuseIfUnwanted(step, draft);
        }
        if (retry.input() != null && Persons.isInDoubt(step, draft)) {
            throw Refused.notNow("The request may have been done: resolve the step instead of changing it.");
        }
        boolean same = retry.input() == null || retry.input().equals(step.kept().input());
        Persons.tryAgain(same ? step : step.changed(Phase.FORWARD), retry.input(), draft);
    }

    private static StepState edited(StepState step, @Nullable JsonNode input) {
        boolean same = input == null || input.equals(step.kept().edited());
        return same ? step : step.with(step.kept().edited(input)).changed(Phase.UNDO);
    }

    private static void refuseIfUnwanted(StepState step, Draft draft) {
        if (Persons.isUnwanted(step, draft)) {
            throw Refused.notNow("Step " + step.id() + " is not wanted any more: what it is in is being undone.");
        }
    }

    /** What may have been done, and is passed over, is written off as what was not undone is. */
    static void skip(StepState step, Command.Skip skip, Draft draft) {
        if (step.block() != null && Persons.isBegun(step, draft)) {
            throw Refused.notNow("Steps in it were begun: settle these.");
        }
        boolean writtenOff = step.work().phase() == Phase.UNDO || Persons.isInDoubt(step, draft);
        Persons.passOver(step, writtenOff, skip.reply(), draft);
    }

    static void resolve(StepState step, Command.Resolve resolve, Draft draft) {
        JsonNode reply = resolve.reply();
        JsonNode fault = resolve.fault();
        if ((reply == null) == (fault == null) || step.block() != null) {
            throw Refused.notNow("Resolve a step that is no block, with either a reply or a fault.");
        }
        if (fault != null && Persons.isReply(step, draft)) {
            throw Refused.notNow("The reply is given, or made again: cancel the process if it is to be undone.");
        }
        if (step.work().phase() == Phase.UNDO && fault != null) {
            throw Refused.notNow("What could not be undone is skipped, not resolved.");
        }
        Persons.settle(step, reply, fault, draft);
    }

    /** Whether the step could ask another operation. */
    static boolean mayBeReplaced(StepState step, Draft draft) {
        boolean forward = step.work().phase() == Phase.FORWARD;
        return step.status() == StepStatus.STUCK
                && Persons.asks(step, draft)
                && (step.work().phase() == Phase.UNDO || (forward && !Persons.isUnwanted(step, draft)))
                && !(forward && Persons.isInDoubt(step, draft));
    }

    static void replace(StepState step, Command.Replace replace, Draft draft) {
        Offer offer = Persons.offer(replace.operation(), draft);
        if (!mayBeReplaced(step, draft) || offer == null) {
            throw Refused.notNow("Another operation that is there can be asked by a step that is stuck,"
                    + " asks an operation, and is known not to be done, or could not be undone.");
        }
        if (draft.flags().paused()) {
            throw Refused.notNow("It is paused: resume it first.");
        }
        StepRecord kept = step.kept();
        if (step.work().phase() == Phase.UNDO) {
            StepRecord other = kept.compensatedBy(replace.operation())
                    .edited(replace.input())
                    .undone(null);
            Persons.undoAgain(step.with(other).changed(Phase.UNDO), draft);
        } else {
            if (replace.input() == null && kept.input() == null) {
                throw Refused.notNow("Step " + step.id() + " has no request yet: say what is to be asked, as input.");
            }
            StepRecord other = StepRecord.asking(replace.operation(), offer.compensation(), kept.input());
            Persons.tryAgain(step.with(other).changed(Phase.FORWARD), replace.input(), draft);
        }
    }
}
