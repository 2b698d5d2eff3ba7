package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.Told;
import dev.parley.process.state.Kept;
import dev.parley.process.state.KeptMessage;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step that awaits a message. One that comes too early is kept; one that nobody will ever await is refused. */
public final class AwaitRule {

    /** How many messages are kept: nobody fills the database with what nobody waits for. */
    private static final int MOST_KEPT = 100;

    private AwaitRule() {}

    static void begin(Step.Await step, StepId id, Draft draft) {
        StepState begun = StepState.begun(id, Kept.asking(step.message(), null, null), null, draft.now());
        StepState timed =
                begun.with(begun.work().lookedAt(draft.deadline(step.head().timeout())));
        draft.put(timed);
        kept(step.message(), draft).ifPresent(message -> {
            List<KeptMessage> others = new ArrayList<>(draft.messages());
            others.remove(message);
            draft.messages(others);
            consume(timed, message, draft);
        });
    }

    private static Optional<KeptMessage> kept(String name, Draft draft) {
        return draft.messages().stream().filter(m -> m.name().equals(name)).findFirst();
    }

    private static void consume(StepState step, KeptMessage message, Draft draft) {
        Settled.succeeded(step, message.body(), draft);
        draft.add(new AnswerMessage(message.id(), null));
    }

    /** A message came. */
    public static void told(Told told, Draft draft) {
        KeptMessage message = new KeptMessage(told.message(), told.conversationId(), Faults.parse(told.body()));
        boolean ends = draft.undoing() != null || draft.conversation().status().isFinal();
        Optional<StepState> awaiting = draft.steps().stream()
                .filter(s -> isAwaiting(s, told.message(), draft))
                .findFirst();
        if (awaiting.isPresent() && !ends) {
            consume(awaiting.get(), message, draft);
        } else if (ends
                || !isAwaited(told.message(), draft)
                || draft.messages().size() >= MOST_KEPT
                || !draft.keeps(message.body())) {
            refuse(message, draft);
        } else {
            List<KeptMessage> more = new ArrayList<>(draft.messages());
            more.add(message);
            draft.messages(more);
        }
    }

    private static boolean isAwaiting(StepState step, String message, Draft draft) {
        return step.status() == StepStatus.RUNNING
                && message.equals(step.kept().operation())
                && draft.definition().step(step.id().name()).orElse(null) instanceof Step.Await;
    }

    private static boolean isAwaited(String message, Draft draft) {
        return draft.definition()
                .allSteps()
                .anyMatch(s -> s instanceof Step.Await await && await.message().equals(message));
    }

    /** What is still kept at the end was never wanted. */
    public static void refuseAll(Draft draft) {
        draft.messages().forEach(m -> refuse(m, draft));
        draft.messages(List.of());
    }

    private static void refuse(KeptMessage message, Draft draft) {
        draft.add(new AnswerMessage(
                message.id(),
                ProcessProblem.NOT_WANTED.because("Nobody waits for '" + message.name() + "' in "
                        + draft.conversation().operation() + " "
                        + draft.conversation().id() + ".")));
    }
}
