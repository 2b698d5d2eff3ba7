package dev.parley.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.gathering.Completion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a topic: what it is to be like.
 *
 * @param schema what the data of an event has to be, a JSON Schema; null for any JSON
 * @param exchange what comes back of an event
 * @param completion when there is enough of what comes back
 * @param deadline how long that is waited for
 * @param publishers who may publish, by user name, besides whoever runs the topic; {@code *} for everybody
 * @param subscribers who may subscribe, by user name, besides whoever runs the topic; {@code *} for everybody
 * @param retention how long an event is kept
 * @param key a JSON Pointer into the data: events with the same value there are delivered in their order; null if an
 *     event has a key only where its publisher gives it a subject
 * @param maxSubscriptions how many subscriptions there may be
 */
public record TopicDefinition(
        @Nullable JsonNode schema,
        TopicExchange exchange,
        Completion completion,
        Duration deadline,
        List<String> publishers,
        List<String> subscribers,
        Duration retention,
        @Nullable String key,
        int maxSubscriptions) {

    /** The name among users that stands for everybody, also for who is not known. */
    public static final String ANYBODY = "*";

    private static final ObjectMapper JSON = new ObjectMapper();

    public TopicDefinition {
        publishers = List.copyOf(publishers);
        subscribers = List.copyOf(subscribers);
    }

    /** The text of the schema; null if there is none. */
    public @Nullable String schemaText() {
        return schema == null ? null : schema.toString();
    }

    /** The definition with all its fields, as {@link TopicDefinitionReader} reads it. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        if (schema != null) {
            json.set("schema", schema);
        }
        json.put("exchange", exchange.label());
        if (exchange.answers()) {
            answers(json);
        }
        publishers.forEach(json.putArray("publishers")::add);
        subscribers.forEach(json.putArray("subscribers")::add);
        json.put("retention", retention.toString());
        if (key != null) {
            json.put("key", key);
        }
        return json.put("maxSubscriptions", maxSubscriptions);
    }

    private void answers(ObjectNode json) {
        if (!completion.any().isEmpty()) {
            json.put("complete", completion.label());
        }
        json.put("atLeast", completion.atLeast()).put("deadline", deadline.toString());
    }
}
