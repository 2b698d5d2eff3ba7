package dev.parley.process.rule;

import dev.parley.process.definition.AwaitedMessage;
import dev.parley.process.definition.Collect;
import dev.parley.process.definition.Step;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.Recalled;
import dev.parley.process.event.Told;
import dev.parley.process.state.KeptMessage;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepRecord;
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

    private AwaitRule() {}

    static void begin(Step.Await step, StepId id, Draft draft) {
        StepState begun = StepState.begun(id, StepRecord.asking(step.message(), null, null), null, draft.now());
        StepState timed =
                begun.with(begun.work().lookedAt(draft.deadline(step.head().timeout())));
        draft.put(timed);
        StepState awaiting = timed;
        for (Optional<KeptMessage> next = kept(step, draft);
                next.isPresent() && awaiting.status() == StepStatus.RUNNING;
                next = kept(step, draft)) {
            List<KeptMessage> others = new ArrayList<>(draft.messages());
            others.remove(next.get());
            draft.messages(others);
            awaiting = consume(step, awaiting, next.get(), draft);
        }
    }

    private static Optional<KeptMessage> kept(Step.Await step, Draft draft) {
        return draft.messages().stream()
                .filter(m -> m.name().equals(step.message()) && takesFrom(step, m))
                .findFirst();
    }

    private static StepState consume(Step.Await step, StepState state, KeptMessage message, Draft draft) {
        Collect collect = step.terms().collect();
        if (collect == null) {
            draft.add(new AnswerMessage(message.id(), null));
            return Settled.succeeded(state, message.body(), draft);
        }
        if (!draft.keeps(message.body())) {
            refuse(message, draft);
            return state;
        }
        draft.add(new AnswerMessage(message.id(), null));
        return Gathering.add(collect, step, state, message.body(), draft);
    }

    /** A message came. */
    public static void told(Told told, Draft draft) {
        KeptMessage message = new KeptMessage(
                told.message(), told.conversationId(), told.user(), told.roles(), Faults.parse(told.body()));
        if (isAwaited(told.message(), draft) && awaits(told.message(), draft).noneMatch(s -> takesFrom(s, message))) {
            draft.add(new AnswerMessage(
                    message.id(),
                    ProcessProblem.SENDER_REFUSED.because(
                            "Whoever sends '" + told.message() + "' has to be somebody else.")));
            return;
        }
        boolean ends = draft.undoing() != null || draft.conversation().status().isFinal();
        Optional<StepState> awaiting = draft.steps().stream()
                .filter(s -> isAwaiting(s, message, draft))
                .findFirst();
        if (awaiting.isPresent() && !ends) {
            StepState step = awaiting.get();
            consume(definition(step, draft).orElseThrow(), step, message, draft);
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

    private static boolean isAwaiting(StepState step, KeptMessage message, Draft draft) {
        return step.status() == StepStatus.RUNNING
                && message.name().equals(step.kept().operation())
                && definition(step, draft)
                        .filter(await -> takesFrom(await, message))
                        .isPresent();
    }

    private static Optional<Step.Await> definition(StepState step, Draft draft) {
        return draft.definition()
                .step(step.id().name())
                .filter(Step.Await.class::isInstance)
                .map(Step.Await.class::cast);
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

    private static boolean takesFrom(Step.Await step, KeptMessage message) {
        return AwaitedMessage.maySend(step.from(), message.user(), message.roles());
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
