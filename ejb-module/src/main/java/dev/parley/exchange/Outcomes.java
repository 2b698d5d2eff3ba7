package dev.parley.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a conversation ends, and what its requester is told. */
final class Outcomes {

    private static final String EMPTY_REPLY = "{}";

    private Outcomes() {}

    /**
     * It was done.
     *
     * @param reply JSON text; null if there is none
     */
    static Decision succeed(Conversation state, @Nullable String reply, Instant now) {
        Conversation ended = state.become(Status.SUCCEEDED, now);
        boolean nothingToSay = reply == null && state.exchange() == MessageExchangePattern.IN_OPTIONAL_OUT;
        if (!state.exchange().allowsReply() || nothingToSay) {
            return Decision.nothing(ended);
        }
        String body = reply == null || reply.isBlank() ? EMPTY_REPLY : reply;
        return new Decision(ended, List.of(new Effect.Send(answer(ended, ended.replyTo(), MessageKind.REPLY, body))));
    }

    /** It ends without what was asked for; a requester that cannot be told leaves it to the operators. */
    static Decision fail(Conversation state, Status status, Problem problem, Instant now) {
        Conversation ended = state.become(status, now);
        if (ended.turns() != null && ended.turn() == 0) {
            // Nobody has begun it: whoever came early is told of its own turn.
            return new Decision(
                    ended, List.of(new Effect.Send(answer(ended, null, MessageKind.FAULT, problem.toJson()))));
        }
        Effect told = fault(ended, problem.toJson());
        return new Decision(ended, canBeTold(ended) ? List.of(told) : List.of(told, new Effect.Park(problem)));
    }

    /** Whether somebody gets the fault, or can look it up. */
    static boolean canBeTold(Conversation state) {
        return state.faultAddress() != null || state.owner() != null;
    }

    /** The fault that tells the requester; only journaled if there is no address for it. */
    static Effect fault(Conversation state, String body) {
        return new Effect.Send(answer(state, state.faultAddress(), MessageKind.FAULT, body));
    }

    /** Answers have ids that follow from the conversation's, so that one sent twice can be recognised. */
    static Outgoing answer(Conversation state, @Nullable Address to, MessageKind kind, String body) {
        return answer(state, state.turns() == null ? 0 : state.turns().current(), to, kind, body);
    }

    /** The answer to a turn; 0 where none are taken. */
    static Outgoing answer(Conversation state, int turn, @Nullable Address to, MessageKind kind, String body) {
        String which = turn > 1 ? "." + turn : "";
        String messageId = state.id() + which + "." + kind.label();
        return new Outgoing(
                        to, kind, state.operation(), state.id(), messageId, state.correlationId(), state.state(), body)
                .ofTurn(turn);
    }
}
