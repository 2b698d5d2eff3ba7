package dev.parley.topic;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.gathering.Completion;
import dev.parley.conversation.gathering.CompletionReader;
import dev.parley.definition.Fields;
import dev.parley.directory.schema.SchemaRules;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reader of what a topic is to be like, which says of all that is wrong with it at once what is expected. What only
 * reading shows is ignored, so that what was read can be changed and written.
 */
public final class TopicDefinitionReader {

    /** The number of subscriptions that a topic may have at most, if nothing is said. */
    public static final int DEFAULT_SUBSCRIPTIONS = 100;

    private static final Set<String> SHOWN_ONLY =
            Set.of("name", "owner", "sequence", "subscriptions", "oldest", "updatedAt", "updatedBy");
    private static final String DEADLINE = "deadline";
    private static final int MOST_USERS = 1000;
    private static final int MOST_SUBSCRIPTIONS = 10_000;

    /** Each of them is listed in the conversation of each event. */
    private static final int MOST_ANSWERING = 1_000;

    private static final Duration DEFAULT_DEADLINE = Duration.ofHours(1);
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Duration retention;

    /** @param retention how long events are kept if nothing is said */
    public TopicDefinitionReader(Duration retention) {
        this.retention = retention;
    }

    /**
     * The definition that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public TopicDefinition read(String name, String text) {
        return new Fields.Body("a definition of topic '" + name + "'", "an object such as {}", SHOWN_ONLY)
                .read(text, this::definition);
    }

    private TopicDefinition definition(Fields fields) {
        TopicExchange exchange = exchange(fields);
        return new TopicDefinition(
                schema(fields),
                exchange,
                completion(fields, exchange),
                fields.duration(DEADLINE, DEFAULT_DEADLINE, SHORTEST, LONGEST_DEADLINE),
                fields.users("publishers", List.of(), 0, MOST_USERS, "everybody"),
                fields.users("subscribers", List.of(), 0, MOST_USERS, "everybody"),
                fields.duration("retention", retention, SHORTEST, LONGEST),
                key(fields),
                subscriptions(fields, exchange));
    }

    private static @Nullable JsonNode schema(Fields fields) {
        JsonNode schema = fields.given("schema");
        if (schema != null) {
            fields.refuseAll(SchemaRules.violations(schema, "/schema"));
        }
        return schema;
    }

    private static TopicExchange exchange(Fields fields) {
        return fields.value(
                "exchange",
                TopicExchange.OUT_ONLY,
                "one of " + TopicExchange.labels(),
                json -> json.isTextual() && TopicExchange.of(json.textValue()).isPresent(),
                json -> TopicExchange.of(json.textValue()).orElseThrow());
    }

    private static Completion completion(Fields fields, TopicExchange exchange) {
        for (String member : List.of(CompletionReader.COMPLETE, CompletionReader.AT_LEAST, DEADLINE)) {
            if (!exchange.answers() && fields.has(member)) {
                fields.refuse(member, "nothing: nothing comes back where exchange is " + exchange.label());
            }
        }
        return CompletionReader.read(fields, exchange.usual());
    }

    private static int subscriptions(Fields fields, TopicExchange exchange) {
        int most = exchange.answers() ? MOST_ANSWERING : MOST_SUBSCRIPTIONS;
        return fields.whole("maxSubscriptions", DEFAULT_SUBSCRIPTIONS, 1, most);
    }

    private static @Nullable String key(Fields fields) {
        String pointer = fields.value(
                "key",
                "",
                "a JSON Pointer into the data of an event, such as /orderId",
                TopicDefinitionReader::isPointer,
                JsonNode::textValue);
        return pointer.isEmpty() ? null : pointer;
    }

    private static boolean isPointer(JsonNode given) {
        try {
            return given.isTextual()
                    && given.textValue().length() > 1
                    && !JsonPointer.compile(given.textValue()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
