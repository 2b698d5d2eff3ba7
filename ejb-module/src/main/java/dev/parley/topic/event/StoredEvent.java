package dev.parley.topic.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.JsonText;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event in the log of its topic.
 *
 * @param topic the topic
 * @param number its place in the topic, from 1, without gaps
 * @param messageId its id
 * @param type what has happened
 * @param source where it has happened
 * @param key what it is about; null if it does not say
 * @param attributes what else is said of it, by name
 * @param body JSON text
 * @param publishedAt when it was published
 * @param hops how many operations called each other until then
 * @param asked what those are asked for who get it; null for nothing
 */
public record StoredEvent(
        String topic,
        long number,
        String messageId,
        String type,
        String source,
        @Nullable String key,
        Map<String, String> attributes,
        String body,
        Instant publishedAt,
        int hops,
        @Nullable Asked asked) {

    public StoredEvent {
        attributes = new TreeMap<>(attributes);
    }

    /** An event of which nothing comes back. */
    public StoredEvent(
            String topic,
            long number,
            String messageId,
            String type,
            String source,
            @Nullable String key,
            Map<String, String> attributes,
            String body,
            Instant publishedAt,
            int hops) {
        this(topic, number, messageId, type, source, key, attributes, body, publishedAt, hops, null);
    }

    /** What somebody is asked for who gets it at that time; null for nothing, also if an answer would be too late. */
    public @Nullable Asked asked(Instant now) {
        return asked != null && now.isBefore(asked.until()) ? asked : null;
    }

    /** The time at which it happened, as its publisher says, or at which it was published. */
    public String time() {
        return attributes.getOrDefault(CloudEvents.TIME, publishedAt.toString());
    }

    /** What is at a pointer of what a filter sees: {@code /type}, {@code /data/…} and the others. */
    public JsonNode find(JsonPointer pointer) {
        return pointer.matchesProperty("data")
                ? JsonText.parse(body).at(pointer.tail())
                : described().at(pointer);
    }

    private ObjectNode described() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", messageId).put("type", type).put("source", source).put("time", time());
        if (key != null) {
            json.put("subject", key);
        }
        ObjectNode extensions = json.putObject("extensions");
        attributes.forEach(extensions::put);
        return json;
    }
}
