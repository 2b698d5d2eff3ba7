package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Repetition;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.slip.SlipDecision.Next;
import dev.parley.slip.answer.FaultName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of a slip that is kept: because its requester wants to see where it is, because it waits for an
 * answer that does not come at once, or because it is stuck.
 */
@Dependent
public class SlipPattern implements ConversationPattern<SlipState> {

    /** Its name, and what its conversations are called instead of an operation. */
    public static final String NAME = "slip";

    private final SlipCodec codec = new SlipCodec();
    private final SlipLimits limits;
    private final SlipOffers offers;
    private final SlipPolicy policy;

    /** The pattern, with what is configured and which operations there are. */
    @Inject
    public SlipPattern(SlipLimits limits, SlipOffers offers) {
        this.limits = limits;
        this.offers = offers;
        this.policy = new SlipPolicy(limits, offers);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<SlipState> codec() {
        return codec;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof Event.Requested requested) {
            return Asked.begin(requested, new OrderReader(limits, offers), limits.lostAfter(now), now);
        }
        if (!(event instanceof Begun begun)) {
            throw new IllegalArgumentException("No slip begins with " + event);
        }
        Slip slip = begun.slip();
        Conversation conversation = Conversation.accepted(NAME, envelope(slip), slip.id(), now)
                .waitingUntil(Conversation.NEVER, new SlipState(slip), now);
        Received first = new Received(
                MessageKind.REQUEST,
                slip.head().originator(),
                slip.id(),
                slip.head().correlationId(),
                slip.toJson().toString());
        return new Decision(conversation, List.of(new Effect.Note(first)));
    }

    private static Envelope envelope(Slip slip) {
        SlipHead head = slip.head();
        String owner = Participant.caller(head.originator()).map(Caller::name).orElse(null);
        return new Envelope(
                NAME,
                "{}",
                MessageExchangePattern.IN_OUT,
                head.originator(),
                owner,
                head.id(),
                head.correlationId(),
                null,
                null,
                false,
                null,
                head.id(),
                head.expiresAt(),
                head.hops());
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable SlipState state, Event event, Instant now) {
        if (event instanceof Event.Cancelled && !conversation.status().isFinal()) {
            throw new Refusal(SlipProblem.SLIP_TRAVELS.because(
                    "Where it is is known when it is there: give it a deadline, and it turns round."));
        }
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (event instanceof Recalled recalled && state != null) {
            return recalled(conversation, state, recalled.by(), now);
        }
        if (event instanceof Commanded commanded) {
            return commanded(conversation, state, commanded, now);
        }
        if (state == null || conversation.status().isFinal()) {
            return Decision.nothing(conversation);
        }
        if (event instanceof Came came) {
            return carry(conversation, state, came.decision(), now);
        }
        if (event instanceof Event.Due && state.isLost(now)) {
            return lost(conversation, state, now);
        }
        if (event instanceof Event.Answered answered) {
            return answered.key().equals(state.asked())
                    ? carry(conversation, state, policy.decide(state.slip(), meaning(answered), now), now)
                    : Decision.nothing(conversation);
        }
        return Decision.nothing(conversation);
    }

    /** What has ended well goes back; of what goes back already one more wants to know. */
    private Decision recalled(Conversation conversation, SlipState state, String by, Instant now) {
        SlipState recalled = state.recalledBy(by);
        if (conversation.status() == Status.SUCCEEDED) {
            SlipDecision decision = policy.decide(state.slip(), new SlipEvent.Recalled(), now);
            if (decision.next() instanceof Next.Forward) {
                return carry(conversation, recalled, decision, now);
            }
        }
        if (!conversation.status().isFinal() && state.slip().place().isBack()) {
            return Decision.nothing(conversation.with(recalled, now));
        }
        Problem refused = conversation.status().isFinal()
                ? null
                : SlipProblem.SLIP_TRAVELS.because("It has not ended yet: only then it can be undone.");
        return new Decision(conversation, List.of(new TellUndone(by, false, refused)));
    }

    private Decision commanded(Conversation conversation, @Nullable SlipState state, Commanded commanded, Instant now) {
        if (!commanded.isOf("\"" + conversation.version() + "\"")) {
            throw new Refusal(CommonProblem.PRECONDITION_FAILED.because("It has moved: it is " + conversation.status()
                    + ", and its ETag is \"" + conversation.version() + "\"."));
        }
        if (state == null || conversation.status() != Status.STUCK) {
            throw new Refusal(SlipProblem.SLIP_NOT_STUCK.because("It is " + conversation.status() + "."));
        }
        Effect note = new Effect.Note(new Received(
                MessageKind.NOTICE,
                commanded.by(),
                conversation.id() + "." + state.slip().place().hop() + "." + commanded.name(),
                conversation.correlationId(),
                StateJson.object()
                        .put("command", commanded.name())
                        .put("reason", commanded.reason())
                        .toString()));
        Decision decision = carry(conversation, state, policy.decide(state.slip(), commanded.command(), now), now);
        List<Effect> effects = new ArrayList<>(List.of(note));
        effects.addAll(decision.effects());
        return new Decision(decision.conversation(), effects);
    }

    /** No node takes it any more from where it was sent to: a person sees to it, and it is sent anew, or goes back. */
    private static Decision lost(Conversation conversation, SlipState state, Instant now) {
        Slip slip = state.slip();
        Problem problem =
                SlipProblem.SLIP_LOST.because("It was sent to " + slip.place().hop()
                        + " and did not come there: it may be in parley.dead, or was removed from its queue.");
        return new Decision(
                conversation.with(state.seen(slip, null), now).become(Status.STUCK, now),
                List.of(
                        new ParkSlip(slip, problem),
                        new Announce(slip, SlipEvents.On.STUCK, JsonText.parseExactly(problem.toJson()))));
    }

    private static SlipEvent meaning(Event.Answered answered) {
        JsonNode body = parse(answered.body());
        return answered.kind() == MessageKind.FAULT ? new SlipEvent.Failed(body) : new SlipEvent.Replied(body);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? StateJson.object() : JsonText.parseExactly(body);
        } catch (Refusal e) {
            return JsonNodeFactory.instance.textNode(body);
        }
    }

    private Decision carry(Conversation conversation, SlipState state, SlipDecision decision, Instant now) {
        Slip slip = decision.slip();
        Next next = decision.next();
        Status going = slip.place().isBack() ? Status.COMPENSATING : Status.RUNNING;
        if (next instanceof Next.Ask ask) {
            String hop = slip.place().hop();
            return new Decision(
                    conversation.with(state.seen(slip, hop), now).become(going, now),
                    List.of(new Effect.Ask(hop, ask.operation(), ask.body(), ask.deadline())));
        }
        SlipState seen = state.seen(slip, null);
        Conversation there = conversation.with(seen, now);
        if (next instanceof Next.Stick stick) {
            Problem problem = SlipProblem.SLIP_STUCK.because(
                    "It could not be undone at " + slip.place().hop() + ": " + FaultName.of(stick.fault()));
            return new Decision(
                    there.become(Status.STUCK, now),
                    List.of(new ParkSlip(slip, problem), new Announce(slip, SlipEvents.On.STUCK, stick.fault())));
        }
        return next instanceof Next.End end
                ? ended(there, seen, end.status(), now)
                : new Decision(
                        conversation
                                .with(seen.travelling(limits.lostAfter(now)), now)
                                .become(going, now),
                        List.of(new Forward(slip)));
    }

    private static Decision ended(Conversation conversation, SlipState state, Status status, Instant now) {
        Slip slip = state.slip();
        JsonNode fault = slip.fault();
        if (fault == null) {
            Decision succeeded = Outcomes.succeed(conversation, reply(slip), now);
            List<Effect> effects = new ArrayList<>(succeeded.effects());
            effects.add(new Announce(slip, SlipEvents.On.COMPLETED, null));
            return new Decision(succeeded.conversation(), effects);
        }
        Conversation ended = conversation.become(status, now);
        List<Effect> effects = new ArrayList<>();
        if (!FaultName.of(fault).equals(SlipProblem.SLIP_RECALLED.label())) {
            // Otherwise whoever asked for it has its answer
            effects.add(Outcomes.fault(ended, fault.toString()));
        }
        state.recalledBy().forEach(by -> effects.add(new TellUndone(by, true, null)));
        effects.add(new Announce(slip, SlipEvents.On.FAULTED, fault));
        return new Decision(ended, effects);
    }

    /** What whoever asked for it is answered: by the id it can be undone. */
    private static String reply(Slip slip) {
        ObjectNode json = StateJson.object().put("slip", slip.id());
        json.set("variables", slip.variables());
        return json.toString();
    }
}
