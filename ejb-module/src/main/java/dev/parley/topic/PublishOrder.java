package dev.parley.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order to publish, as the body of a request.
 *
 * @param topic where
 * @param event what, JSON text
 * @param type what has happened; null for the name of the topic
 * @param subject what it is about; null if that is not said
 */
public record PublishOrder(String topic, String event, @Nullable String type, @Nullable String subject) {

    private static final int LONGEST = 255;

    /**
     * The order that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static PublishOrder read(String text) {
        return new Fields.Body("an order to publish", "an object with topic and event", Set.of())
                .read(text, PublishOrder::order);
    }

    private static PublishOrder order(Fields fields) {
        if (!fields.has("topic")) {
            fields.refuse("topic", "the name of a topic, which is required");
        }
        JsonNode event = fields.given("event");
        String type = text(fields, "type");
        String subject = text(fields, "subject");
        return new PublishOrder(
                text(fields, "topic"),
                (event == null ? JsonNodeFactory.instance.objectNode() : event).toString(),
                type.isEmpty() ? null : type,
                subject.isEmpty() ? null : subject);
    }

    private static String text(Fields fields, String member) {
        return fields.value(
                member,
                "",
                "a text of 1 to " + LONGEST + " characters without control characters",
                given -> given.isTextual()
                        && !given.textValue().isBlank()
                        && given.textValue().length() <= LONGEST
                        && given.textValue().chars().noneMatch(Character::isISOControl),
                JsonNode::textValue);
    }
}
