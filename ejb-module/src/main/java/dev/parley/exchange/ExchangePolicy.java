package dev.parley.exchange;

import dev.parley.conversation.Address;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.MessageKind;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Problem;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of an exchange between a requester and an operation: what is answered when, and how it ends.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/QuickAcknowledgment.html">Hohpe, Quick Acknowledgment</a>
 * @see <a href="https://www.w3.org/TR/wsdl20-adjuncts/#fault-rules">WSDL 2.0 Adjuncts, fault propagation rules</a>
 */
final class ExchangePolicy {

    private static final String EMPTY_REPLY = "{}";

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
                    answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        effects.add(new Effect.Run(!accepted.acknowledge()));
        return new Decision(accepted, effects);
    }

    private static Conversation accepted(Envelope request, String newId, Instant now) {
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
                request.expiresAt());
    }

    /** Whatever happens after the end changes nothing; only a repeated request is answered again. */
    Decision decide(Conversation state, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return repeat(state, repeated);
        }
        if (state.status().isFinal()) {
            return Decision.nothing(state);
        }
        if (event instanceof Event.Returned returned) {
            return succeed(state, returned.reply(), now);
        }
        if (event instanceof Event.Faulted faulted) {
            return end(state, Status.FAULTED, faulted.problem(), now);
        }
        if (event instanceof Event.GaveUp gaveUp) {
            return giveUp(state, gaveUp, now);
        }
        if (event instanceof Event.DeadlinePassed) {
            return now.isBefore(state.expiresAt()) ? Decision.nothing(state) : expire(state, now);
        }
        throw new IllegalArgumentException("Not for a conversation that is there: " + event);
    }

    private static Decision repeat(Conversation state, Event.Repeated repeated) {
        Envelope request = repeated.request();
        if (!repeated.sameContent()) {
            Reading.Refused refused = refuse(request, Problems.messageIdReused(request.messageId()));
            return new Decision(state, List.of(toldOrParked(refused)));
        }
        List<Effect> again = new ArrayList<>();
        for (JournalEntry answer : repeated.answers()) {
            Address to = answer.kind() == MessageKind.FAULT ? request.faultAddress() : request.replyTo();
            if (answer.to() != null && to != null) {
                again.add(new Effect.SendAgain(new Outgoing(
                        to,
                        answer.kind(),
                        answer.type(),
                        state.id(),
                        answer.messageId(),
                        request.correlationId(),
                        request.state(),
                        answer.body())));
            }
        }
        return new Decision(state, again);
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

    private static Decision succeed(Conversation state, @Nullable String reply, Instant now) {
        Conversation ended = state.become(Status.SUCCEEDED, now);
        boolean nothingToSay = reply == null && state.exchange() == MessageExchangePattern.IN_OPTIONAL_OUT;
        if (!state.exchange().allowsReply() || nothingToSay) {
            return Decision.nothing(ended);
        }
        String body = reply == null ? EMPTY_REPLY : reply;
        return new Decision(ended, List.of(new Effect.Send(answer(ended, ended.replyTo(), MessageKind.REPLY, body))));
    }

    private static Decision giveUp(Conversation state, Event.GaveUp event, Instant now) {
        Problem told = Problems.operationFailed(state.operation(), event.attempts(), state.id());
        Problem parked =
                Problem.of(told.name(), told.status(), told.title(), told.detail() + " Last failure: " + event.cause());
        Conversation ended = state.become(Status.FAULTED, now);
        return new Decision(ended, List.of(fault(ended, told), new Effect.Park(parked)));
    }

    private static Decision expire(Conversation state, Instant now) {
        return end(state, Status.EXPIRED, Problems.expired(state), now);
    }

    private static Decision end(Conversation state, Status status, Problem problem, Instant now) {
        Conversation ended = state.become(status, now);
        boolean canBeTold = ended.faultAddress() != null || ended.owner() != null;
        return new Decision(
                ended,
                canBeTold ? List.of(fault(ended, problem)) : List.of(fault(ended, problem), new Effect.Park(problem)));
    }

    private static Effect fault(Conversation state, Problem problem) {
        return new Effect.Send(answer(state, state.faultAddress(), MessageKind.FAULT, problem.toJson()));
    }

    /** Answers have ids that follow from the conversation's, so that one sent twice can be recognised. */
    private static Outgoing answer(Conversation state, @Nullable Address to, MessageKind kind, String body) {
        String messageId = state.id() + "." + kind.label();
        return new Outgoing(
                to, kind, state.operation(), state.id(), messageId, state.correlationId(), state.state(), body);
    }
}
