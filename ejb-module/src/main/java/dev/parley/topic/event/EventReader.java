package dev.parley.topic.event;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.MessageHead;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.message.Refusal;
import dev.parley.topic.TopicKind;
import dev.parley.topic.TopicProblems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reader of events from a queue, plain or as CloudEvents; it writes what their publishers are told. */
public final class EventReader {

    /** The property that names the topic. */
    public static final String TOPIC = "Topic";

    /** The property that says what an event is about. */
    public static final String SUBJECT = "Subject";

    /** The property that says when there is enough of what comes back. */
    private static final String COMPLETE = "Complete";

    /** The property with the number of replies that there must be. */
    private static final String AT_LEAST = "AtLeast";

    /** What stands before the attributes of CloudEvents; JMS knows no colon. */
    public static final String CLOUD_EVENTS = "cloudEvents_";

    /** The same as AMQP clients may write it. */
    private static final String CLOUD_EVENTS_OF_AMQP = "cloudEvents:";

    /** The properties that say of what type a body is; the second is what the broker makes of the header of AMQP. */
    private static final List<String> CONTENT_TYPES = List.of("ContentType", "JMS_AMQP_ContentType");

    private final AddressPolicy addresses;

    /** A reader that lets those addresses through. */
    public EventReader(AddressPolicy addresses) {
        this.addresses = addresses;
    }

    /**
     * The topic that a message is for.
     *
     * @throws Refusal {@code topic-missing}, {@code topic-unknown} if none can be called that, {@code header-invalid}
     */
    public String topic(Arrival arrival) {
        arrival.refuseIfMalformed();
        String topic = arrival.property(TOPIC);
        if (topic == null) {
            throw new Refusal(TopicProblems.topicMissing());
        }
        if (!TopicKind.STORED.names().matcher(topic).matches()) {
            throw new Refusal(TopicProblems.topicUnknown(topic)); // nor could every database look for it
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
        if (isStructured(arrival)) {
            return CloudEvents.structured(arrival.body());
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

    /** In structured mode the content type says so, of AMQP or as a property. */
    private static boolean isStructured(Arrival arrival) {
        return CONTENT_TYPES.stream()
                .map(arrival::property)
                .anyMatch(type -> type != null && type.toLowerCase(Locale.ROOT).startsWith(CloudEvents.STRUCTURED));
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

    /**
     * The wishes of who publishes for what comes back, where something does. Addresses that he may not write to are
     * left out: a topic of which nothing comes back needs none.
     *
     * @param admitted an address as it is kept, if he may write there, as far as that has to be looked up
     * @throws Refusal {@code header-invalid}
     */
    public AnswersWanted wanted(Arrival arrival, Function<Address, Optional<Address>> admitted) {
        MessageHead head = MessageHead.of(arrival);
        Function<Address, Optional<Address>> allowed =
                to -> addresses.allows(to) ? admitted.apply(to) : Optional.empty();
        return new AnswersWanted(
                arrival.property(COMPLETE),
                atLeast(arrival.property(AT_LEAST)),
                null,
                arrival.expiresAt(),
                Optional.ofNullable(head.replyTo()).flatMap(allowed).orElse(null),
                Optional.ofNullable(head.faultTo()).flatMap(allowed).orElse(null),
                head.answerId(),
                arrival.property(Headers.STATE));
    }

    private static @Nullable Integer atLeast(@Nullable String given) {
        if (given == null) {
            return null;
        }
        if (given.matches("[0-9]{1,4}")) {
            return Integer.valueOf(given);
        }
        throw new Refusal(CommonProblem.HEADER_INVALID.because(
                AT_LEAST + " is '" + Quote.of(given) + "'; write how many replies there must be, as 2."));
    }

    /** The answer to who wants one; null if nobody does. It is no reply where others reply. */
    public @Nullable Outgoing reply(Arrival arrival, Published published, Predicate<Address> writable) {
        Address to = MessageHead.of(arrival).replyTo();
        if (to == null || !addresses.allows(to) || !writable.test(to)) {
            return null;
        }
        MessageKind kind = published.conversationId() == null ? MessageKind.REPLY : MessageKind.ACK;
        return answer(to, kind, arrival, PublishedText.of(published));
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
