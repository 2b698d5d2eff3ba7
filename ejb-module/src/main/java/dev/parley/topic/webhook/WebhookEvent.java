package dev.parley.topic.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.JsonText;
import dev.parley.message.Sha256;
import dev.parley.topic.event.StoredEvent;

/**
 * An event as receivers get it: a CloudEvent in structured mode, so that all of it is signed.
 *
 * @param id the same at each attempt, also when it is delivered again later, and another for each event
 * @param body JSON text
 */
public record WebhookEvent(String id, String body) {

    private static final int DIGITS = 32;

    /** The event for a subscription. */
    public static WebhookEvent of(StoredEvent event, String subscription) {
        return new WebhookEvent(id(event), json(event, subscription).toString());
    }

    /** The number alone would be that of another event if the topic was deleted and made again. */
    private static String id(StoredEvent event) {
        String what = String.join(
                "\n",
                event.topic(),
                String.valueOf(event.number()),
                event.messageId(),
                String.valueOf(event.publishedAt()));
        return "evt_" + Sha256.hex(what).substring(0, DIGITS);
    }

    private static ObjectNode json(StoredEvent event, String subscription) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        event.attributes().forEach(json::put);
        json.put("specversion", "1.0")
                .put("id", event.messageId())
                .put("source", event.source())
                .put("type", event.type())
                .put("time", event.time())
                .put("datacontenttype", "application/json");
        if (event.key() != null) {
            json.put("subject", event.key());
        }
        json.put("topic", event.topic())
                .put("subscription", subscription)
                .put("sequence", String.valueOf(event.number()));
        json.set("data", JsonText.parse(event.body()));
        return json;
    }
}
