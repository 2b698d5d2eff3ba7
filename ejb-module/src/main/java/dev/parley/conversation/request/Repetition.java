package dev.parley.conversation.request;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import java.util.ArrayList;
import java.util.List;

/** The rule of repeated requests: they change nothing, and are answered again with what was stored. */
public final class Repetition {

    private Repetition() {}

    /** A repeated request is answered again; one with the message id of another is refused. */
    public static Decision decide(Conversation state, Event.Repeated repeated) {
        Envelope request = repeated.request();
        if (!repeated.sameContent()) {
            Reading.Refused refused = RequestReader.refuse(request, Problems.messageIdReused(request.messageId()));
            return new Decision(state, List.of(toldOrParked(refused)));
        }
        return new Decision(state, again(state, request, repeated.answers()));
    }

    /** Sends what was answered before to whoever asks this time. */
    public static List<Effect> again(Conversation state, Envelope request, List<JournalEntry> journaled) {
        List<Effect> again = new ArrayList<>();
        for (JournalEntry answer : journaled) {
            if (isOutdated(state, answer, journaled)) {
                continue;
            }
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

    /** The fault from which an operator had it go on is not its end any more. */
    private static boolean isOutdated(Conversation state, JournalEntry answer, List<JournalEntry> journaled) {
        if (state.retried() == 0 || answer.kind() != MessageKind.FAULT) {
            return false;
        }
        boolean failed = state.status().isFinal() && state.status() != Status.SUCCEEDED;
        return !failed
                || journaled.stream().anyMatch(e -> e.kind() == MessageKind.FAULT && e.sequence() > answer.sequence());
    }

    private static Effect toldOrParked(Reading.Refused refused) {
        return refused.fault() == null ? new Effect.Park(refused.problem()) : new Effect.SendAgain(refused.fault());
    }
}
