package dev.parley.slip.undo;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.MessageKind;
import dev.parley.message.Refusal;
import dev.parley.slip.SlipProblem;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversation of a request to undo a slip that has ended: it waits until the slip has gone back. */
@Dependent
public class UndoPattern implements ConversationPattern<UndoState> {

    /** Its name. */
    public static final String NAME = "slip-undo";

    /** The operation that is asked for. */
    public static final String OPERATION = "parley.slip.undo";

    /** The key under which the slip answers. */
    public static final String KEY = "undo";

    private final UndoCodec codec = new UndoCodec();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<UndoState> codec() {
        return codec;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (!(event instanceof Event.Requested requested)) {
            throw new IllegalArgumentException("Nothing is undone because of " + event);
        }
        Envelope request = requested.request();
        UndoState state = new UndoState(UndoReader.slip(request.body()));
        Conversation accepted = Conversation.accepted(NAME, request, requested.newId(), now);
        Conversation begun = accepted.waitingUntil(request.expiresAt(), state, now);
        if (!now.isBefore(request.expiresAt())) {
            return Outcomes.fail(begun, Status.EXPIRED, Problems.expired(accepted), now);
        }
        List<Effect> effects = new ArrayList<>();
        if (request.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        effects.add(new Recall(state.slip()));
        return new Decision(begun, effects);
    }

    /** The slip goes on going back, whoever does not wait for it any more. */
    @Override
    public Decision decide(Conversation conversation, @Nullable UndoState state, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (conversation.status().isFinal()) {
            return Decision.nothing(conversation);
        }
        if (event instanceof Event.Cancelled) {
            throw new Refusal(SlipProblem.SLIP_TRAVELS.because("The slip goes back already."));
        }
        if (event instanceof Event.Due) {
            return Outcomes.fail(conversation, Status.EXPIRED, Problems.expiredUnanswered(conversation), now);
        }
        return event instanceof Event.Answered answered
                ? answered(conversation, answered, now)
                : Decision.nothing(conversation);
    }

    private static Decision answered(Conversation conversation, Event.Answered answered, Instant now) {
        if (answered.kind() != MessageKind.FAULT) {
            return Outcomes.succeed(conversation, answered.body(), now);
        }
        Conversation ended = conversation.become(Status.FAULTED, now);
        return new Decision(ended, List.of(Outcomes.fault(ended, answered.body())));
    }
}
