package dev.parley.process.command;

import dev.parley.conversation.ConversationProblem;
import dev.parley.message.CommonProblem;
import dev.parley.message.Refusal;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.ProcessProblem;
import dev.parley.process.state.StepState;

/** Why commands are refused. */
final class Refused {

    private Refused() {}

    static Refusal reasonMissing() {
        return new Refusal(ConversationProblem.REASON_MISSING.because("Say why; it goes into the journal."));
    }

    static Refusal stepUnknown(String step) {
        return new Refusal(ProcessProblem.STEP_UNKNOWN.because("No step '" + step + "' was begun."));
    }

    static Refusal moved(StepState step) {
        return new Refusal(CommonProblem.PRECONDITION_FAILED.because(
                "Step " + step.id() + " has moved: it is " + step.status() + ", and its ETag is " + step.etag() + "."));
    }

    static Refusal ended(Draft draft) {
        return new Refusal(ConversationProblem.CONVERSATION_ENDED.because(
                "It has ended with " + draft.conversation().status() + "."));
    }

    static Refusal pastPivot() {
        return new Refusal(ProcessProblem.PAST_PIVOT.because(
                "Its pivot was done: it goes on to its end. An operator may force it."));
    }

    static Refusal beforePivot() {
        return notNow("Its pivot was not done: cancel it without force.");
    }

    static Refusal tooLate() {
        return new Refusal(ConversationProblem.NOT_COMPENSABLE.because("It ended too long ago to be undone."));
    }

    static Refusal takenOver(String by) {
        return new Refusal(ConversationProblem.NOT_COMPENSABLE.because(
                "What it did was taken over by " + by + ": cancel that one, as far as it can be undone."));
    }

    static Refusal notNow(Command command, StepState step) {
        return notNow(command.name() + " is not possible while step " + step.id() + " is " + step.status() + ".");
    }

    static Refusal notNow(String why) {
        return new Refusal(ProcessProblem.COMMAND_REFUSED.because(why));
    }
}
