package dev.parley.topic.event;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.MessageHead;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.topic.Problems;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reader of events from a queue, plain or as CloudEvents; it writes what their publishers are told. */
public final class EventReader {

    /** The property that names the topic. */
    public static final String TOPIC = "Topic";

    /** The property that says what an event is about. */
    public static final String SUBJECT = "Subject";

    /** What stands before the attributes of CloudEvents; JMS knows no colon. */
    public static final String CLOUD_EVENTS = "cloudEvents_";

    /** The same as AMQP clients may write it. */
    private static final String CLOUD_EVENTS_OF_AMQP = "cloudEvents:";

    private final AddressPolicy addresses;

    /** A reader that lets those addresses through. */
    public EventReader(AddressPolicy addresses) {
        this.addresses = addresses;
    }

    /**
     * The topic that a message is for.
     *
     * @throws Refusal {@code topic-missing}, {@code header-invalid}
     */
    public String topic(Arrival arrival) {
        arrival.refuseIfMalformed();
        String topic = arrival.property(TOPIC);
        if (topic == null) {
            throw new Refusal(Problems.topicMissing());
        }
        return topic;
    }

    /**
     * The event that a message is.
     *
     * @throws Refusal {@code event-invalid}, or why its body cannot be read
     */
    public EventDraft event(Arrival arrival) {
        if (arrival.unreadable() != null) {
            throw new Refusal(arrival.unreadable());
        }
        Map<String, String> attributes = attributes(arrival);
        if (!attributes.isEmpty()) {
            return CloudEvents.binary(attributes, arrival.body());
        }
        return new EventDraft(
                MessageHead.of(arrival).messageId(),
                arrival.type(),
                null,
                arrival.property(SUBJECT),
                Map.of(),
                arrival.body());
    }

    private static Map<String, String> attributes(Arrival arrival) {
        Map<String, String> attributes = new TreeMap<>();
        arrival.properties().forEach((name, value) -> {
            if (name.startsWith(CLOUD_EVENTS) || name.startsWith(CLOUD_EVENTS_OF_AMQP)) {
                attributes.put(name.substring(CLOUD_EVENTS.length()), value);
            }
        });
        return attributes;
    }

    /** The answer to who wants one; null if nobody does. */
    public @Nullable Outgoing reply(Arrival arrival, Published published, Predicate<Address> writable) {
        Address to = MessageHead.of(arrival).replyTo();
        if (to == null || !addresses.allows(to) || !writable.test(to)) {
            return null;
        }
        return answer(to, MessageKind.REPLY, arrival, PublishedText.of(published));
    }

    /** The fault that tells a publisher; null if it names no address where it may be told. */
    public @Nullable Outgoing fault(Arrival arrival, Problem problem, Predicate<Address> writable) {
        return MessageHead.of(arrival)
                .faultAddress(to -> addresses.allows(to) && writable.test(to))
                .map(to -> answer(to, MessageKind.FAULT, arrival, problem.toJson()))
                .orElse(null);
    }

    private static Outgoing answer(Address to, MessageKind kind, Arrival arrival, String body) {
        MessageHead head = MessageHead.of(arrival);
        String topic = arrival.property(TOPIC);
        Outgoing answer = new Outgoing(
                to,
                kind,
                arrival.type(),
                null,
                head.messageId() + "." + kind.label(),
                head.answerId(),
                arrival.property(Headers.STATE),
                body);
        return topic == null ? answer : answer.with(Map.of(TOPIC, topic));
    }
}
