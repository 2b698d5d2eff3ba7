package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.Recalled;
import dev.parley.process.event.Told;
import dev.parley.process.state.Kept;
import dev.parley.process.state.KeptMessage;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step that awaits a message. One that comes too early is kept; one that nobody will ever await is refused. */
public final class AwaitRule {

    /** How many messages are kept: nobody fills the database with what nobody waits for. */
    private static final int MOST_KEPT = 100;

    private static final String USER = "user:";

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
        if (isAwaited(told.message(), draft) && awaits(told.message(), draft).noneMatch(s -> takesFrom(s, told))) {
            draft.add(new AnswerMessage(
                    message.id(),
                    ProcessProblem.SENDER_REFUSED.because(
                            "Whoever sends '" + told.message() + "' has to be somebody else.")));
            return;
        }
        boolean ends = draft.undoing() != null || draft.conversation().status().isFinal();
        Optional<StepState> awaiting =
                draft.steps().stream().filter(s -> isAwaiting(s, told, draft)).findFirst();
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

    private static boolean isAwaiting(StepState step, Told told, Draft draft) {
        return step.status() == StepStatus.RUNNING
                && told.message().equals(step.kept().operation())
                && draft.definition().step(step.id().name()).orElse(null) instanceof Step.Await await
                && takesFrom(await, told);
    }

    private static boolean isAwaited(String message, Draft draft) {
        return awaits(message, draft).findAny().isPresent();
    }

    private static Stream<Step.Await> awaits(String message, Draft draft) {
        return draft.definition()
                .allSteps()
                .filter(Step.Await.class::isInstance)
                .map(Step.Await.class::cast)
                .filter(await -> await.message().equals(message));
    }

    private static boolean takesFrom(Step.Await step, Told told) {
        return step.from() == null || (told.user() != null && step.from().equals(USER + told.user()));
    }

    /** A message whose sender does not wait is not kept. */
    public static void recalled(Recalled recalled, Draft draft) {
        draft.messages(draft.messages().stream()
                .filter(m -> !m.id().equals(recalled.conversationId()))
                .toList());
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
