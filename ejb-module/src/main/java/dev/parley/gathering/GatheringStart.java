package dev.parley.gathering;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.gathering.Gathering;
import dev.parley.conversation.gathering.GatheringKey;
import dev.parley.conversation.gathering.GatheringPolicy;
import dev.parley.conversation.request.Acknowledgment;
import dev.parley.conversation.request.Outcomes;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a gathering that somebody has ordered. */
final class GatheringStart {

    private GatheringStart() {}

    static Decision begin(Event.Requested requested, Instant now) {
        Envelope request = requested.request();
        GatherOrder order = GatherReader.read(request.body());
        Instant until = now.plus(order.deadline());
        boolean isBound = request.deadlineGiven() && request.expiresAt().isBefore(until);
        Instant end = isBound ? request.expiresAt() : until;
        Gathering gathering = gathering(order, requested.ticket(), now);
        Conversation accepted = Conversation.accepted(GatheringPolicy.NAME, request, requested.newId(), now)
                .waitingUntil(end, gathering, now);
        List<Effect> effects = new ArrayList<>();
        if (accepted.acknowledge()) {
            effects.add(new Effect.Send(
                    Outcomes.answer(accepted, accepted.replyTo(), MessageKind.ACK, Acknowledgment.of(accepted))));
        }
        effects.addAll(asking(order, gathering, end));
        return GatheringPolicy.begin(accepted, gathering, effects, now);
    }

    private static Gathering gathering(GatherOrder order, String ticket, Instant now) {
        boolean isKnown = order.to() instanceof Recipients.Operations;
        List<String> expected = order.to() instanceof Recipients.Operations operations ? operations.names() : List.of();
        Gathering gathering = Gathering.begun(
                GatheringPolicy.SCATTER_GATHER, order.completion(), order.choice(), expected, ticket, now);
        return isKnown ? gathering : gathering.findingOut();
    }

    private static List<Effect> asking(GatherOrder order, Gathering gathering, Instant end) {
        if (order.to() instanceof Recipients.OfTopic topic) {
            return List.of(new Solicit(topic.name(), order.request(), gathering.ticket()));
        }
        if (order.to() instanceof Recipients.Providers providers) {
            return List.of(new FindProviders(providers.operation(), order.request()));
        }
        List<Effect> asks = new ArrayList<>();
        for (String operation : gathering.expected()) {
            asks.add(new Effect.Ask(GatheringKey.from(operation), operation, order.request(), end));
        }
        return asks;
    }
}
