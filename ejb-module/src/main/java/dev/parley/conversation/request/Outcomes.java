package dev.parley.conversation.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a conversation ends, and what its requester is told. */
public final class Outcomes {

    private static final String EMPTY_REPLY = "{}";

    private Outcomes() {}

    /**
     * The end of a request that was done, and its reply.
     *
     * @param reply JSON text; null if there is none
     */
    public static Decision succeed(Conversation state, @Nullable String reply, Instant now) {
        Conversation ended = state.become(Status.SUCCEEDED, now);
        boolean nothingToSay = reply == null && state.exchange() == MessageExchangePattern.IN_OPTIONAL_OUT;
        if (!state.exchange().allowsReply() || nothingToSay) {
            return Decision.nothing(ended);
        }
        String body = reply == null || reply.isBlank() ? EMPTY_REPLY : reply;
        return new Decision(ended, List.of(new Effect.Send(answer(ended, ended.replyTo(), MessageKind.REPLY, body))));
    }

    /**
     * The end of a request that was not done, and its fault; one whose requester cannot be told is left to the
     * operators.
     */
    public static Decision fail(Conversation state, Status status, Problem problem, Instant now) {
        Conversation ended = state.become(status, now);
        if (ended.turns() != null && ended.turn() == 0) {
            // Nobody has begun it: whoever came early is told of its own turn.
            return new Decision(
                    ended, List.of(new Effect.Send(answer(ended, null, MessageKind.FAULT, problem.toJson()))));
        }
        Effect told = fault(ended, problem.toJson());
        return new Decision(ended, canBeTold(ended) ? List.of(told) : List.of(told, new Effect.Park(problem)));
    }

    /** True if somebody gets the fault, or can look it up. */
    public static boolean canBeTold(Conversation state) {
        return state.faultAddress() != null || state.owner() != null;
    }

    /** The fault that tells the requester; only journaled if there is no address for it. */
    public static Effect fault(Conversation state, String body) {
        return new Effect.Send(answer(state, state.faultAddress(), MessageKind.FAULT, body));
    }

    /**
     * The answer, with an id that follows from the conversation's, so that one that is sent twice can be recognised.
     */
    public static Outgoing answer(Conversation state, @Nullable Address to, MessageKind kind, String body) {
        return answer(state, state.turns() == null ? 0 : state.turns().current(), to, kind, body);
    }

    /** The answer to a turn; 0 where none are taken. */
    public static Outgoing answer(Conversation state, int turn, @Nullable Address to, MessageKind kind, String body) {
        String which = turn > 1 ? "." + turn : "";
        // After a retry it is another answer than the one that was sent before
        String again = state.retried() > 0 ? "." + state.retried() : "";
        String messageId = state.id() + which + "." + kind.label() + again;
        return new Outgoing(
                        to, kind, state.operation(), state.id(), messageId, state.correlationId(), state.state(), body)
                .ofTurn(turn);
    }

    /**
     * The end by who does not want it any more. Work that has begun elsewhere is not undone; but nobody waits for it
     * any more.
     */
    public static Decision cancel(Conversation state, Event.Cancelled event, Instant now) {
        Effect note = new Effect.Note(new Received(
                MessageKind.NOTICE, event.by(), state.id() + ".Cancel", state.correlationId(), said(event)));
        Decision end = fail(state, Status.CANCELLED, Problems.cancelled(state), now);
        List<Effect> effects = new ArrayList<>(List.of(note));
        effects.addAll(end.effects());
        return new Decision(end.conversation(), effects);
    }

    private static String said(Event.Cancelled event) {
        ObjectNode said = JsonNodeFactory.instance.objectNode().put("cancel", true);
        return (event.reason().isBlank() ? said : said.put("reason", event.reason())).toString();
    }

    /** The operation failed as often as it may: the requester is told that, the operators why. */
    public static Decision giveUp(Conversation state, Event.GaveUp event, Instant now) {
        Problem told = Problems.operationFailed(state.operation(), event.attempts(), state.id());
        Problem parked = told.kind().because(told.detail() + " Last failure: " + event.cause());
        Conversation ended = state.become(Status.FAULTED, now);
        return new Decision(ended, List.of(fault(ended, told.toJson()), new Effect.Park(parked)));
    }
}
