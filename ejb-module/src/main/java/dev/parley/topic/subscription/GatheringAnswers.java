package dev.parley.topic.subscription;

import dev.parley.conversation.Parent;
import dev.parley.conversation.gathering.GatheringKey;
import dev.parley.conversation.gathering.GatheringPolicy;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/** What Parley itself answers for a subscriber: that a receiver took an event, or that it could not be delivered. */
public final class GatheringAnswers {

    private static final String TAKEN = "{}";

    private GatheringAnswers() {}

    /** The address of the conversation that gathers the answers. */
    public static Address to(Asked asked) {
        return new Parent(GatheringPolicy.NAME, asked.conversationId()).address();
    }

    /** The answer that it was taken; empty if none is asked for. */
    static Optional<Outgoing> taken(Subscription subscription, StoredEvent event, Instant now) {
        return answer(subscription, event, MessageKind.REPLY, TAKEN, now);
    }

    /** The answer that it was given up; empty if none is asked for. */
    static Optional<Outgoing> givenUp(Subscription subscription, StoredEvent event, Problem problem, Instant now) {
        return answer(subscription, event, MessageKind.FAULT, problem.toJson(), now);
    }

    private static Optional<Outgoing> answer(
            Subscription subscription, StoredEvent event, MessageKind kind, String body, Instant now) {
        return Optional.ofNullable(event.asked(now))
                .map(asked -> new Outgoing(
                        to(asked),
                        kind,
                        event.type(),
                        asked.conversationId(),
                        asked.conversationId() + "." + event.number() + "." + kind.label(),
                        event.messageId(),
                        GatheringKey.from(subscription.label()),
                        body));
    }
}
