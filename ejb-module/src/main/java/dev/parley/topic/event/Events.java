package dev.parley.topic.event;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import java.util.concurrent.CompletionStage;

/** The way to publish events that do not come as JMS messages. */
public interface Events {

    /**
     * Publishes an event. The stage completes after the commit that holds it, never before, on a thread that must not
     * be blocked; it completes with a {@link Refusal} ({@code topic-unknown}, {@code publisher-refused},
     * {@code body-not-json}, {@code body-invalid}, {@code event-invalid}, {@code idempotency-key-reused}) if nothing
     * was published, and with any other exception if a durable answer cannot be given.
     */
    CompletionStage<Published> publish(String topic, EventDraft event, AnswersWanted wanted, Caller caller);
}
