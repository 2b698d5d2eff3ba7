package dev.parley.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.ProviderCall;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule of an exchange between a requester and an operation: what is answered when, and how it ends.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/QuickAcknowledgment.html">Hohpe, Quick Acknowledgment</a>
 * @see <a href="https://www.w3.org/TR/wsdl20-adjuncts/#fault-rules">WSDL 2.0 Adjuncts, fault propagation rules</a>
 */
final class ExchangePolicy {

    private final AskPolicy asks = new AskPolicy();

    /** A new request: it is accepted, acknowledged if that was asked for, and its operation is to run; or it came too late. */
    Decision begin(Event.Requested event, Instant now) {
        Envelope request = event.request();
        Conversation accepted = accepted(request, event.newId(), now);
        if (!now.isBefore(accepted.expiresAt())) {
            return expire(accepted, now);
        }
        List<Effect> effects = new ArrayList<>();
        if (accepted.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        Provision provision = event.provision();
        if (provision == null) {
            effects.add(new Effect.Run(!accepted.acknowledge()));
            return new Decision(accepted, effects);
        }
        Decision asked = asks.begin(accepted, event, provision, now);
        effects.addAll(asked.effects());
        return new Decision(asked.conversation(), effects);
    }

    static Conversation accepted(Envelope request, String newId, Instant now) {
        String id = request.conversationId() != null ? request.conversationId() : newId;
        return new Conversation(
                id,
                0,
                Status.ACCEPTED,
                request.operation(),
                request.exchange(),
                request.sender(),
                request.owner(),
                request.messageId(),
                request.correlationId(),
                request.replyTo(),
                request.faultTo(),
                request.acknowledge(),
                request.state(),
                0,
                null,
                0,
                now,
                now,
                request.expiresAt(),
                request.hops(),
                null);
    }

    /** Whatever happens after the end changes nothing; only a repeated request is answered again. */
    Decision decide(Conversation state, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return repeat(state, repeated);
        }
        if (event instanceof Event.Answered answered) {
            return asks.answered(state, answered.answer(), now);
        }
        if (state.status().isFinal()) {
            return Decision.nothing(state);
        }
        if (event instanceof Event.Returned returned) {
            return Outcomes.succeed(state, returned.reply(), now);
        }
        if (event instanceof Event.TurnReturned returned) {
            // It has been deployed anew since the request came, and takes turns now.
            return Outcomes.succeed(state, returned.reply(), now);
        }
        if (event instanceof Event.Faulted faulted) {
            return Outcomes.fail(state, Status.FAULTED, faulted.problem(), now);
        }
        if (event instanceof Event.GaveUp gaveUp) {
            return giveUp(state, gaveUp, now);
        }
        if (event instanceof Event.Due due) {
            return due(state, due, now);
        }
        if (event instanceof Event.Cancelled cancelled) {
            return cancel(state, cancelled, now);
        }
        throw new IllegalArgumentException("Not for a conversation that is there: " + event);
    }

    private Decision due(Conversation state, Event.Due due, Instant now) {
        ProviderCall asking = state.asking();
        if (now.isBefore(state.dueAt())) {
            return Decision.nothing(state);
        }
        if (!now.isBefore(state.expiresAt())) {
            return asking == null ? expire(state, now) : asks.expire(state, asking, now);
        }
        return asking == null ? Decision.nothing(state) : asks.due(state, asking, due, now);
    }

    /** What has begun elsewhere is not undone; but nobody waits for it any more. */
    static Decision cancel(Conversation state, Event.Cancelled event, Instant now) {
        Effect note = new Effect.Note(new Received(
                MessageKind.NOTICE, event.by(), state.id() + ".Cancel", state.correlationId(), "{\"cancel\":true}"));
        Decision end = Outcomes.fail(state, Status.CANCELLED, Problems.cancelled(state), now);
        List<Effect> effects = new ArrayList<>(List.of(note));
        effects.addAll(end.effects());
        return new Decision(end.conversation(), effects);
    }

    static Decision repeat(Conversation state, Event.Repeated repeated) {
        Envelope request = repeated.request();
        if (!repeated.sameContent()) {
            Reading.Refused refused = refuse(request, Problems.messageIdReused(request.messageId()));
            return new Decision(state, List.of(toldOrParked(refused)));
        }
        return new Decision(state, again(state, request, repeated.answers()));
    }

    /** Sends what was answered before to whoever asks this time. */
    static List<Effect> again(Conversation state, Envelope request, List<JournalEntry> journaled) {
        List<Effect> again = new ArrayList<>();
        for (JournalEntry answer : journaled) {
            Address to = answer.kind() == MessageKind.FAULT ? request.faultAddress() : request.replyTo();
            boolean wasSent = answer.direction() == Direction.OUT && answer.to() != null;
            if (wasSent && to != null && answer.kind() != MessageKind.REQUEST) {
                again.add(new Effect.SendAgain(new Outgoing(
                                to,
                                answer.kind(),
                                answer.type(),
                                state.id(),
                                answer.messageId(),
                                request.correlationId(),
                                request.state(),
                                answer.body())
                        .ofTurn(answer.turn())));
            }
        }
        return again;
    }

    private static Effect toldOrParked(Reading.Refused refused) {
        return refused.fault() == null ? new Effect.Park(refused.problem()) : new Effect.SendAgain(refused.fault());
    }

    /** Refuses a request, with a fault where there is an address for it. */
    static Reading.Refused refuse(Envelope request, Problem problem) {
        return RequestReader.refused(
                problem,
                request.faultAddress(),
                request.operation(),
                request.messageId(),
                request.correlationId(),
                request.state());
    }

    static Decision giveUp(Conversation state, Event.GaveUp event, Instant now) {
        Problem told = Problems.operationFailed(state.operation(), event.attempts(), state.id());
        Problem parked = told.kind().because(told.detail() + " Last failure: " + event.cause());
        Conversation ended = state.become(Status.FAULTED, now);
        return new Decision(ended, List.of(Outcomes.fault(ended, told.toJson()), new Effect.Park(parked)));
    }

    private static Decision expire(Conversation state, Instant now) {
        return Outcomes.fail(state, Status.EXPIRED, Problems.expired(state), now);
    }
}
