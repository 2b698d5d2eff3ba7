package dev.parley.topic.event;

import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import java.util.Map;
import java.util.TreeMap;

/** Events as they go to queues and mailboxes: what Parley says of them, and the attributes of CloudEvents. */
public final class EventMessage {

    /** The property that names the subscription. */
    public static final String SUBSCRIPTION = "Subscription";

    /** The property with the number of the event in its topic. */
    public static final String SEQUENCE = "Sequence";

    private EventMessage() {}

    /** The message of an event to a subscription. Those with the same key are one message group. */
    public static Outgoing of(StoredEvent event, Address to, String subscription) {
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
                        null,
                        event.messageId(),
                        event.messageId(),
                        null,
                        event.body(),
                        new Outgoing.Request(null, 0, null, event.hops(), event.key()))
                .with(properties);
    }

    private static void attribute(Map<String, String> properties, String name, String value) {
        properties.put(EventReader.CLOUD_EVENTS + name, value);
    }
}
