package dev.parley.simulation.errand;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.MessageKind;
import dev.parley.message.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A pattern that is there for tests alone: it asks operations, one after the other, each more than once, and then
 * answers.
 */
public final class ErrandPattern implements ConversationPattern<Errand> {

    private static final String LATE = "An errand did not come to its end.";

    /** Its name, and that of the operation whose requests begin it. */
    public static final String NAME = "errand";

    private final Function<Conversation, List<String>> operations;
    private final Duration patience;

    /**
     * @param operations what an errand asks for
     * @param patience how long it waits for each answer
     */
    public ErrandPattern(Function<Conversation, List<String>> operations, Duration patience) {
        this.operations = operations;
        this.patience = patience;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<Errand> codec() {
        return new Errand.Codec();
    }

    @Override
    public Decision begin(Event event, Instant now) {
        Event.Requested requested = (Event.Requested) event;
        Conversation accepted = Conversation.accepted(NAME, requested.request(), requested.newId(), now);
        Errand errand = new Errand(operations.apply(accepted), List.of(), false);
        if (!now.isBefore(accepted.expiresAt())) {
            return Outcomes.fail(
                    accepted.with(errand, now), Status.EXPIRED, ErrandProblem.ERRAND_EXPIRED.because(LATE), now);
        }
        List<Effect> effects = new ArrayList<>();
        if (accepted.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        effects.addAll(asking(errand, now));
        return new Decision(accepted.with(errand, now), effects);
    }

    /** What has been asked for is asked for once more, each time. */
    private List<Effect> asking(Errand errand, Instant now) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i <= errand.answers().size(); i++) {
            Effect ask =
                    new Effect.Ask("step-" + i, errand.operations().get(i), "{\"step\":" + i + "}", now.plus(patience));
            effects.add(ask);
            effects.add(ask);
        }
        return effects;
    }

    @Override
    public Decision decide(Conversation conversation, Errand errand, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (conversation.status().isFinal()) {
            return Decision.nothing(conversation);
        }
        if (event instanceof Event.Answered answered) {
            return answered(conversation, errand, answered, now);
        }
        if (event instanceof Event.Due) {
            return now.isBefore(conversation.dueAt())
                    ? Decision.nothing(conversation)
                    : Outcomes.fail(conversation, Status.EXPIRED, ErrandProblem.ERRAND_EXPIRED.because(LATE), now);
        }
        if (event instanceof Event.Cancelled cancelled) {
            return Outcomes.cancel(conversation, cancelled, now);
        }
        throw new IllegalArgumentException("Not for an errand: " + event);
    }

    private Decision answered(Conversation conversation, Errand errand, Event.Answered event, Instant now) {
        if (!event.key().equals("step-" + errand.answers().size())) {
            throw new IllegalStateException("Answered twice, or out of order: " + event + " after " + errand);
        }
        Errand next = errand.answered(event.body(), event.kind() == MessageKind.FAULT);
        Conversation running = conversation.with(next, now).become(Status.RUNNING, now);
        if (!next.isDone()) {
            return new Decision(running, asking(next, now));
        }
        return next.faults()
                ? Outcomes.fail(running, Status.FAULTED, ErrandProblem.ERRAND_FAILED.because(LATE), now)
                : Outcomes.succeed(running, "{\"answers\":" + next.answers() + "}", now);
    }

    /** Why errands end early. */
    private enum ErrandProblem implements ProblemKind {
        ERRAND_EXPIRED(504, "Errand too late"),
        ERRAND_FAILED(500, "Errand failed");

        private final int status;
        private final String title;

        ErrandProblem(int status, String title) {
            this.status = status;
            this.title = title;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
