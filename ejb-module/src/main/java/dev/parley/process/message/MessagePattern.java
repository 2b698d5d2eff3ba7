package dev.parley.process.message;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.MessageKind;
import dev.parley.message.Participant;
import dev.parley.process.ProcessLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message to a process, which is a conversation of its own: whoever sends it is answered when the process takes it,
 * or with a fault when it is not wanted. One that comes too early waits; without a deadline of its own as long as a
 * process may take.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Cooper, Process Manager</a>
 */
@Dependent
public class MessagePattern implements ConversationPattern<MessageState> {

    /** Its name. */
    public static final String NAME = "process-message";

    private static final MessageState NOWHERE = new MessageState(null, Set.of(), 0, null);

    private final MessageState.Codec codec = new MessageState.Codec();
    private final ProcessLimits limits;

    /** The pattern, with how long a message may wait. */
    @Inject
    public MessagePattern(ProcessLimits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<MessageState> codec() {
        return codec;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof Event.Requested requested) {
            return begin(requested, now);
        }
        throw new IllegalArgumentException("No message to a process begins with " + event);
    }

    /** The conversation of the instance that a message is for; null if its sender has named none. */
    public static @Nullable String instance(Conversation message) {
        return message.patternState() instanceof MessageState state ? state.instance() : null;
    }

    private Decision begin(Event.Requested event, Instant now) {
        boolean isCode = Participant.isCode(event.request().sender());
        MessageState state = state(event, isCode, now);
        Conversation accepted = Conversation.accepted(NAME, event.request().unnamed(), event.newId(), now);
        Instant until = event.request().deadlineGiven()
                ? accepted.expiresAt()
                : now.plus(limits.definitions().deadline());
        Conversation waiting = accepted.waitingUntil(until, state, now);
        if (!now.isBefore(until)) {
            return Outcomes.fail(waiting, Status.EXPIRED, Problems.expired(waiting), now);
        }
        List<Effect> effects = new ArrayList<>();
        if (waiting.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(waiting, waiting.replyTo(), MessageKind.ACK, Acknowledgment.of(waiting))));
        }
        if (!isCode) {
            effects.add(
                    new Tell(state.instance(), state.roles(), event.request().body()));
        }
        return new Decision(waiting, effects);
    }

    /**
     * What code in the EAR sends is told after its transaction, which may be that of a step of the very instance, and
     * holds what it likes.
     */
    private static MessageState state(Event.Requested event, boolean isCode, Instant now) {
        String instance = event.request().conversationId();
        Set<String> roles = event.request().particulars().roles();
        return isCode
                ? new MessageState(instance, roles, 0, null).inAMoment(now)
                : MessageState.of(instance, roles, now);
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable MessageState state, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (event instanceof Event.ProviderAnswered) {
            return new Decision(conversation, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        if (conversation.status().isFinal()) {
            return Decision.nothing(conversation);
        }
        MessageState stands = state == null ? NOWHERE : state;
        if (event instanceof Taken taken) {
            return taken.refused() == null
                    ? Outcomes.succeed(conversation, reply(stands, taken.about()), now)
                    : Outcomes.fail(conversation, Status.FAULTED, taken.refused(), now);
        }
        if (event instanceof Untold untold) {
            return Decision.nothing(
                    conversation.with(stands.became(untold.outcome()).inAMoment(now), now));
        }
        if (event instanceof Freed freed) {
            return told(conversation, stands, freed.outcome(), now);
        }
        if (stands.outcome() != null) {
            return event instanceof Event.Due
                    ? tellSender(conversation, stands, stands.outcome(), now)
                    : Decision.nothing(conversation);
        }
        if (event instanceof Found found) {
            return tell(conversation, stands.found(found.instance()), now);
        }
        if (event instanceof Busy) {
            return Decision.nothing(conversation.with(stands.inAMoment(now), now));
        }
        if (event instanceof Event.Due && now.isBefore(conversation.expiresAt())) {
            return look(conversation, stands, now);
        }
        return recalled(stands, end(conversation, event, now));
    }

    /** What became of it stands, and its deadline is none any more. */
    private static Decision tellSender(
            Conversation conversation, MessageState state, MessageOutcome outcome, Instant now) {
        return state.next() == null || now.isBefore(state.next())
                ? Decision.nothing(conversation)
                : new Decision(conversation.with(state.inAMoment(now), now), List.of(new TellSender(outcome)));
    }

    private static Decision told(Conversation conversation, MessageState state, MessageOutcome outcome, Instant now) {
        String fault = outcome.fault();
        if (fault == null) {
            return Outcomes.succeed(conversation, reply(state, outcome.about()), now);
        }
        Conversation ended = conversation.become(Status.FAULTED, now);
        return new Decision(ended, List.of(Outcomes.fault(ended, fault)));
    }

    /** Whoever has sent it by a key learns whom it has reached. */
    private static @Nullable String reply(MessageState state, @Nullable String named) {
        String about = named == null ? state.instance() : named;
        return about == null
                ? null
                : StateJson.object().put("conversationId", about).toString();
    }

    private static Decision tell(Conversation conversation, MessageState state, Instant now) {
        return new Decision(conversation.with(state, now), List.of(new Tell(state.instance(), state.roles(), null)));
    }

    /** There may be an instance by now, or nobody else may have it in hand any more. */
    private static Decision look(Conversation conversation, MessageState state, Instant now) {
        if (state.next() == null || now.isBefore(state.next())) {
            return Decision.nothing(conversation);
        }
        return tell(conversation, state.instance() == null ? state.lookingAgain(now) : state.telling(), now);
    }

    private static Decision end(Conversation conversation, Event event, Instant now) {
        if (event instanceof Event.Cancelled cancelled) {
            return Outcomes.cancel(conversation, cancelled, now);
        }
        if (event instanceof Event.Due) {
            return Outcomes.fail(conversation, Status.EXPIRED, Problems.expired(conversation), now);
        }
        throw new IllegalArgumentException("Not for a message to a process: " + event);
    }

    /** What nobody waits for any more is not taken later. */
    private static Decision recalled(MessageState state, Decision decision) {
        String instance = state.instance();
        if (instance == null || !decision.conversation().status().isFinal()) {
            return decision;
        }
        List<Effect> effects = new ArrayList<>(decision.effects());
        effects.add(new Recall(instance));
        return new Decision(decision.conversation(), effects);
    }
}
