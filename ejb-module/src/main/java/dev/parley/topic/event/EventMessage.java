package dev.parley.topic.event;

import dev.parley.conversation.Ticket;
import dev.parley.conversation.gathering.GatheringTicket;
import dev.parley.message.Address;
import dev.parley.message.AnswerQueues;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as they go to queues and mailboxes: what Parley says of them, and the attributes of CloudEvents. */
public final class EventMessage {

    /** The property that names the subscription. */
    public static final String SUBSCRIPTION = "Subscription";

    /** The property with the number of the event in its topic. */
    public static final String SEQUENCE = "Sequence";

    private EventMessage() {}

    /**
     * The message of an event to a subscription. Those with the same key are one message group.
     *
     * @param asked what the subscriber is asked for; null for nothing
     */
    public static Outgoing of(StoredEvent event, Address to, String subscription, @Nullable Asked asked) {
        Map<String, String> properties = new TreeMap<>();
        event.attributes().forEach((name, value) -> attribute(properties, name, value));
        attribute(properties, "id", event.messageId());
        attribute(properties, "specversion", "1.0");
        attribute(properties, "source", event.source());
        attribute(properties, "type", event.type());
        attribute(properties, CloudEvents.TIME, event.time());
        attribute(properties, "datacontenttype", "application/json");
        if (event.key() != null) {
            attribute(properties, "subject", event.key());
            properties.put(EventReader.SUBJECT, event.key());
        }
        properties.put(EventReader.TOPIC, event.topic());
        properties.put(SUBSCRIPTION, subscription);
        properties.put(SEQUENCE, String.valueOf(event.number()));
        return new Outgoing(
                        to,
                        MessageKind.EVENT,
                        event.type(),
                        asked == null ? null : asked.conversationId(),
                        event.messageId(),
                        asked == null ? event.messageId() : ticket(asked, subscription),
                        null,
                        event.body(),
                        new Outgoing.Request(
                                asked == null ? null : AnswerQueues.REPLIES, 0, null, event.hops(), event.key()))
                .with(properties);
    }

    private static String ticket(Asked asked, String subscription) {
        return new Ticket(asked.conversationId(), GatheringTicket.of(asked.ticket(), subscription)).correlationId();
    }

    private static void attribute(Map<String, String> properties, String name, String value) {
        properties.put(EventReader.CLOUD_EVENTS + name, value);
    }
}
