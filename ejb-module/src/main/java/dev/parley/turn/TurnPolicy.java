package dev.parley.turn;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import dev.parley.conversation.request.RequestReader;
import dev.parley.message.Direction;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rule of a conversation in turns: only the next turn is taken, one that was taken is answered again, one ahead is
 * kept until the conversation is ready for it, and whatever is kept when the conversation ends is refused.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Cooper, Turn Taking; Barros,
 *     Receive</a>
 */
final class TurnPolicy {

    /**
     * The number of turns that may be kept, and by which one may be ahead: nobody fills the database with what nobody
     * waits for.
     */
    static final int MOST_KEPT = 100;

    private final Duration timeout;

    /** @param timeout how long a requester may take for its next turn, where the operation does not say */
    TurnPolicy(Duration timeout) {
        this.timeout = timeout;
    }

    /** A turn of a conversation that is not there yet: the first one begins it, any other waits in it for the first. */
    Decision begin(TurnCame event, Instant now) {
        Envelope request = event.request();
        Conversation none = Conversation.accepted(TurnPattern.NAME, request, event.newId(), now)
                .withoutRequest(Turns.NONE);
        int turn = wanted(request, none);
        if (turn > MOST_KEPT) {
            return refuse(none, request, TurnProblems.turnTooFar(turn, none, MOST_KEPT));
        }
        if (turn > 1) {
            return keep(none, request, turn, now);
        }
        Decision taken = take(none, request, now);
        return now.isBefore(request.expiresAt()) ? taken : expired(taken, now);
    }

    private static Decision expired(Decision taken, Instant now) {
        Conversation state = taken.conversation();
        Decision end = Outcomes.fail(state, Status.EXPIRED, TurnProblems.turnExpired(state), now);
        List<Effect> effects = new ArrayList<>(taken.effects().subList(0, 1));
        effects.addAll(end.effects());
        return new Decision(end.conversation(), effects);
    }

    private static int wanted(Envelope request, Conversation state) {
        Integer turn = request.turn();
        if (turn == null) {
            return 1;
        }
        return turn == Envelope.NEXT_TURN ? turns(state).next() : turn;
    }

    private static Turns turns(Conversation state) {
        return (Turns) Objects.requireNonNull(state.turns(), "Only a conversation that takes turns");
    }

    /** The next turn is taken, with the attempts at its operation counted anew. */
    private static Conversation taking(Conversation state, Envelope request, Instant now) {
        return state.workingOn(request, turns(state).taken(), now);
    }

    /** Decides on what happens in a conversation that takes turns. */
    Decision decide(Conversation state, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(state, repeated);
        }
        if (event instanceof TurnCame came) {
            return came(state, came, now);
        }
        if (event instanceof TurnRecalled recalled) {
            return recalled(state, recalled, now);
        }
        if (event instanceof Event.ProviderAnswered) {
            return new Decision(state, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        if (state.status().isFinal()) {
            return Decision.nothing(state);
        }
        if (event instanceof Event.TurnReturned returned) {
            return returned(state, returned, now);
        }
        if (event instanceof Event.Returned returned) {
            return Outcomes.succeed(state, returned.reply(), now);
        }
        if (event instanceof Event.Faulted faulted) {
            return Outcomes.fail(state, Status.FAULTED, faulted.problem(), now);
        }
        if (event instanceof Event.GaveUp gaveUp) {
            return Outcomes.giveUp(state, gaveUp, now);
        }
        if (event instanceof Event.Due) {
            return due(state, now);
        }
        if (event instanceof Event.Cancelled cancelled) {
            return Outcomes.cancel(state, cancelled, now);
        }
        throw new IllegalArgumentException("Not for a conversation that takes turns: " + event);
    }

    private static Decision came(Conversation state, TurnCame event, Instant now) {
        Envelope request = event.request();
        if (!state.sender().equals(request.sender()) || !state.operation().equals(request.operation())) {
            return refuse(state, request, TurnProblems.turnOfOthers(state));
        }
        int turn = wanted(request, state);
        if (state.hasAnswered(turn)) {
            return answered(state, request, turn, event.earlier());
        }
        if (state.status().isFinal()) {
            return refuse(state, request, TurnProblems.turnAfterEnd(turn, state));
        }
        if (turn == state.turn() && !isSame(request, event.earlier())) {
            return refuse(state, request, TurnProblems.turnTaken(turn, state));
        }
        return notTaken(state, request, turn, event.kept(), now);
    }

    private static Decision notTaken(Conversation state, Envelope request, int turn, int kept, Instant now) {
        if (turn - state.turn() > MOST_KEPT || kept >= MOST_KEPT) {
            return refuse(state, request, TurnProblems.turnTooFar(turn, state, MOST_KEPT));
        }
        if (!now.isBefore(request.expiresAt())) {
            return refuse(state, request, TurnProblems.turnLate(turn, request));
        }
        return isAwaited(turn, state) ? take(state, request, now) : keep(state, request, turn, now);
    }

    private static boolean isAwaited(int turn, Conversation state) {
        return turns(state).awaiting() && turn == turns(state).next();
    }

    /** A turn that was taken is answered again if this is the same, whatever its message id. */
    private static Decision answered(Conversation state, Envelope request, int turn, List<JournalEntry> journaled) {
        if (!isSame(request, journaled)) {
            return refuse(state, request, TurnProblems.turnTaken(turn, state));
        }
        List<Effect> effects = new ArrayList<>(List.of(forget(request)));
        effects.addAll(Repetition.again(state, request, journaled));
        return new Decision(state, effects);
    }

    private static boolean isSame(Envelope request, List<JournalEntry> journaled) {
        return journaled.stream()
                .anyMatch(e -> e.direction() == Direction.IN && JsonText.same(e.body(), request.body()));
    }

    private static Decision refuse(Conversation state, Envelope request, Problem problem) {
        Effect told = new Effect.Refuse(RequestReader.refuse(request, problem));
        return new Decision(state, List.of(forget(request), told));
    }

    private static Effect forget(Envelope request) {
        return new Effect.Forget(request.sender(), request.messageId());
    }

    private static Decision take(Conversation state, Envelope request, Instant now) {
        Conversation taken = taking(state, request, now);
        List<Effect> effects = new ArrayList<>(List.of(noted(taken, request)));
        if (taken.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(taken, taken.replyTo(), MessageKind.ACK, Acknowledgment.of(taken))));
        }
        effects.add(new Effect.Run(!taken.acknowledge()));
        return new Decision(taken, effects);
    }

    private static Effect noted(Conversation taken, Envelope request) {
        return new Effect.Note(new Received(
                MessageKind.REQUEST,
                request.sender(),
                request.messageId(),
                request.correlationId(),
                request.body(),
                taken.turn()));
    }

    private static Decision keep(Conversation state, Envelope request, int turn, Instant now) {
        String acknowledgment = request.acknowledge() ? Acknowledgment.of(taking(state, request, now), turn) : null;
        List<Effect> effects = new ArrayList<>();
        if (acknowledgment != null) {
            effects.add(new Effect.SendAgain(Outcomes.answer(
                    taking(state, request, now), turn, request.replyTo(), MessageKind.ACK, acknowledgment)));
        }
        effects.add(new BufferTurn(new EarlyTurn(request, turn, now, acknowledgment)));
        return new Decision(state, effects);
    }

    /** The decision on a turn that was kept. It is looked at again whenever its conversation has changed. */
    private static Decision recalled(Conversation state, TurnRecalled event, Instant now) {
        EarlyTurn kept = event.turn();
        Envelope request = kept.request();
        if (state.hasAnswered(kept.turn())) {
            return dropped(kept, answered(state, request, kept.turn(), event.earlier()));
        }
        if (state.status().isFinal()) {
            return dropped(kept, refuse(state, request, TurnProblems.turnAfterEnd(kept.turn(), state)));
        }
        if (!now.isBefore(request.expiresAt())) {
            return dropped(kept, refuse(state, request, TurnProblems.turnLate(kept.turn(), request)));
        }
        return isAwaited(kept.turn(), state) ? dropped(kept, takeKept(state, kept, now)) : Decision.nothing(state);
    }

    private static Decision takeKept(Conversation state, EarlyTurn kept, Instant now) {
        Conversation taken = taking(state, kept.request(), now);
        List<Effect> effects = new ArrayList<>(List.of(noted(taken, kept.request())));
        if (kept.acknowledgment() != null) {
            effects.add(
                    new Effect.Sent(Outcomes.answer(taken, taken.replyTo(), MessageKind.ACK, kept.acknowledgment())));
        }
        effects.add(new Effect.Run(false));
        return new Decision(taken, effects);
    }

    private static Decision dropped(EarlyTurn kept, Decision decision) {
        List<Effect> effects =
                new ArrayList<>(List.of(new DropTurn(kept.request().messageId())));
        effects.addAll(decision.effects());
        return new Decision(decision.conversation(), effects);
    }

    private Decision returned(Conversation state, Event.TurnReturned event, Instant now) {
        if (event.last()) {
            return Outcomes.succeed(state, event.reply(), now);
        }
        Effect reply = new Effect.Send(Outcomes.answer(state, state.replyTo(), MessageKind.REPLY, event.reply()));
        Instant until = now.plus(event.timeout() == null ? timeout : event.timeout());
        return new Decision(state.waitingUntil(until, turns(state).answered(event.state()), now), List.of(reply));
    }

    private static Decision due(Conversation state, Instant now) {
        if (now.isBefore(state.dueAt())) {
            return Decision.nothing(state);
        }
        Problem problem = turns(state).awaiting()
                ? TurnProblems.turnMissed(turns(state).next(), state)
                : TurnProblems.turnExpired(state);
        return Outcomes.fail(state, Status.EXPIRED, problem, now);
    }
}
