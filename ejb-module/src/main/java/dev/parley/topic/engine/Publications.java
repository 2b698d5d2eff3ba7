package dev.parley.topic.engine;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.gathering.Completion;
import dev.parley.conversation.gathering.CompletionReader;
import dev.parley.conversation.gathering.GatheringBegun;
import dev.parley.conversation.gathering.GatheringPolicy;
import dev.parley.conversation.request.HeaderPolicy;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.engine.run.UnitsOfWork;
import dev.parley.message.Caller;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicDefinition;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.NewEvent;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.subscription.EventFilter;
import dev.parley.topic.subscription.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The publications of which something comes back: each is a conversation, which begins in the transaction that appends
 * the event.
 */
@ApplicationScoped
class Publications {

    @Inject
    TopicTransactions transactions;

    @Inject
    UnitsOfWork units;

    @Inject
    Gateways gateways;

    @Inject
    Settings settings;

    /**
     * The plan of what is gathered; null if nothing comes back.
     *
     * @throws Refusal {@code event-invalid}, {@code deadline-invalid}, {@code header-invalid}
     */
    @Nullable
    Gathered planned(Publication publication, Topic topic, Instant now) {
        TopicDefinition definition = topic.definition();
        AnswersWanted wanted = publication.wanted();
        if (!definition.exchange().answers()) {
            if (wanted.saysHow()) {
                throw wrong("nothing: nothing comes back of an event of this topic");
            }
            return null;
        }
        Completion completion = CompletionReader.read(wanted.complete(), wanted.atLeast(), definition.completion())
                .orElseThrow(() -> wrong(CompletionReader.EXPECTED + "; atLeast not more than that"));
        requireHeaders(wanted);
        return new Gathered(new Asked(Ids.next(), Ids.ticket(), until(wanted, definition, now)), completion);
    }

    private void requireHeaders(AnswersWanted wanted) {
        HeaderPolicy headers = new HeaderPolicy(settings.limits());
        headers.state(wanted.state());
        if (wanted.correlationId() != null) {
            headers.identifier("JMSCorrelationID", wanted.correlationId());
        }
    }

    private static Refusal wrong(String expected) {
        return new Refusal(TopicProblems.eventInvalid(List.of(new Violation(CompletionReader.COMPLETE, expected))));
    }

    private Instant until(AnswersWanted wanted, TopicDefinition definition, Instant now) {
        HeaderPolicy headers = new HeaderPolicy(settings.limits());
        if (wanted.until() != null) {
            return headers.deadline(wanted.until(), now);
        }
        return wanted.within() == null ? now.plus(definition.deadline()) : headers.deadline(wanted.within(), now);
    }

    /** Begins the conversation of an event that has been appended. */
    void begin(Gathered gathered, Publication publication, NewEvent event, Topic topic, Connection connection)
            throws SQLException {
        Asked asked = gathered.asked();
        GatheringBegun begun = new GatheringBegun(
                request(publication, event, topic, asked),
                asked.conversationId(),
                topic.definition().exchange().label(),
                gathered.completion(),
                expected(event.stored(asked.until(), publication.hops()), connection),
                asked.ticket());
        try (Gateway gateway = gateways.open()) {
            units.with(gateway, unit -> unit.begin(GatheringPolicy.NAME, begun.request(), begun));
        }
    }

    /** Those who subscribe now, and whose filters let it through. */
    List<String> expected(StoredEvent event, Connection connection) throws SQLException {
        return new SubscriptionTable(connection, transactions.subscriptions())
                .ofTopic(event.topic()).stream()
                        .filter(subscription -> EventFilter.of(
                                        subscription.definition().filter())
                                .takes(event))
                        .map(Subscription::label)
                        .toList();
    }

    private static Envelope request(Publication publication, NewEvent event, Topic topic, Asked asked) {
        AnswersWanted wanted = publication.wanted();
        return new Envelope(
                event.topic(),
                event.body(),
                topic.definition().exchange().inwards(),
                publication.sender(),
                Participant.caller(publication.sender()).map(Caller::name).orElse(null),
                event.messageId(),
                wanted.correlationId() == null ? event.messageId() : wanted.correlationId(),
                wanted.replyTo(),
                wanted.faultTo(),
                false,
                wanted.state(),
                asked.conversationId(),
                asked.until(),
                publication.hops());
    }
}
