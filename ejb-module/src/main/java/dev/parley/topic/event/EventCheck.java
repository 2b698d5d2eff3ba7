package dev.parley.topic.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.schema.EnteredSchema;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Unicode;
import dev.parley.message.Violation;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicProblems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The check of events against their topic, which fills in what they leave out. */
public final class EventCheck {

    private static final int LONGEST = 255;

    private final Topic topic;
    private final int maxSize;
    private final @Nullable EnteredSchema schema;

    /**
     * The check of one topic, as it stands.
     *
     * @param maxSize bytes of the data of an event in UTF-8
     */
    public EventCheck(Topic topic, int maxSize) {
        this.topic = topic;
        this.maxSize = maxSize;
        JsonNode json = topic.definition().schema();
        this.schema = json == null ? null : new EnteredSchema(json);
    }

    /** The version of the topic that is checked against. */
    public long version() {
        return topic.version();
    }

    /** The topic that is checked against. */
    public Topic topic() {
        return topic;
    }

    /**
     * The event as it is stored.
     *
     * @param sender who publishes it
     * @param ids makes an id if it has none
     * @throws Refusal {@code message-too-large}, {@code body-not-json}, {@code body-invalid}, {@code event-invalid}
     */
    public NewEvent check(EventDraft draft, String sender, Supplier<String> ids) {
        if (draft.data().getBytes(StandardCharsets.UTF_8).length > maxSize) {
            throw new Refusal(TopicProblems.messageTooLarge(maxSize));
        }
        List<Violation> wrong = new ArrayList<>();
        String id = text("id", draft.id() == null ? ids.get() : draft.id(), wrong);
        String type = text("type", draft.type() == null ? topic.name() : draft.type(), wrong);
        String source = text("source", draft.source() == null ? source(sender) : draft.source(), wrong);
        JsonNode data = JsonText.parse(draft.data());
        if (schema != null) {
            InvalidBody.refuseIfAny(schema.check(data), "an event of topic '" + topic.name() + "'");
        }
        String subject = draft.subject() == null ? null : text("subject", draft.subject(), wrong);
        String key = key(subject, data, wrong);
        if (!wrong.isEmpty()) {
            throw new Refusal(TopicProblems.eventInvalid(wrong));
        }
        return new NewEvent(topic.name(), sender, id, type, source, key, draft.attributes(), draft.data());
    }

    private static String source(String sender) {
        return "urn:parley:" + URLEncoder.encode(sender, StandardCharsets.UTF_8);
    }

    private static String text(String name, String value, List<Violation> wrong) {
        if (value.isBlank()
                || value.length() > LONGEST
                || value.chars().anyMatch(Character::isISOControl)
                || Unicode.isTorn(value)) {
            wrong.add(new Violation(name, "1 to " + LONGEST + " characters without control characters"));
        }
        return value;
    }

    private @Nullable String key(@Nullable String subject, JsonNode data, List<Violation> wrong) {
        String pointer = topic.definition().key();
        if (subject != null || pointer == null) {
            return subject;
        }
        JsonNode found = data.at(JsonPointer.compile(pointer));
        if (!found.isTextual() && !found.isNumber()) {
            wrong.add(new Violation("data" + pointer, "a text or a number, which is the key of the event"));
            return null;
        }
        return text("data" + pointer, found.asText(), wrong);
    }
}
