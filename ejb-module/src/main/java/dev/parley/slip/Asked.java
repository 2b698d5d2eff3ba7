package dev.parley.slip;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a slip that is asked for as an operation is, and whose end is the answer. */
final class Asked {

    private Asked() {}

    static Decision begin(Event.Requested requested, OrderReader orders, Instant lostAfter, Instant now) {
        Envelope request = requested.request();
        Conversation accepted = Conversation.accepted(SlipPattern.NAME, request, requested.newId(), now);
        SlipOrder order = orders.readKnown(request.body());
        Slip slip = Slip.start(head(accepted, request, end(request, order, now)), order);
        SlipState state = new SlipState(slip).travelling(lostAfter);
        Conversation begun = accepted.waitingUntil(Conversation.NEVER, state, now);
        if (!now.isBefore(request.expiresAt())) {
            return Outcomes.fail(begun, Status.EXPIRED, Problems.expired(accepted), now);
        }
        List<Effect> effects = new ArrayList<>();
        if (request.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        effects.add(new Forward(slip));
        return new Decision(begun, effects);
    }

    private static SlipHead head(Conversation accepted, Envelope request, Instant end) {
        return new SlipHead(accepted.id(), request.sender(), accepted.correlationId(), end, true, null, request.hops());
    }

    private static Instant end(Envelope request, SlipOrder order, Instant now) {
        Instant own = order.deadline() == null ? request.expiresAt() : now.plus(order.deadline());
        return own.isBefore(request.expiresAt()) ? own : request.expiresAt();
    }
}
