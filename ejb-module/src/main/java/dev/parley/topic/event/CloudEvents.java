package dev.parley.topic.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.topic.TopicProblems;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents, read in both of their modes. All that is wrong with one is told at once, by the name of the attribute.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
 */
public final class CloudEvents {

    /** The media type of a whole event, its data within it. */
    public static final String STRUCTURED = "application/cloudevents+json";

    /** The attribute that says when it happened. */
    public static final String TIME = "time";

    private static final String VERSION = "1.0";
    private static final int LONGEST = 255;
    private static final int LONGEST_VALUE = 1000;
    private static final int MOST_EXTENSIONS = 50;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,50}");
    private static final Pattern JSON = Pattern.compile("(?i)(application|text)/([a-z0-9.!#$&^_-]+\\+)?json\\b.*");

    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, String> rest;

    private CloudEvents(Map<String, String> attributes) {
        rest = new TreeMap<>(attributes);
    }

    /**
     * The event that is in a JSON text with its data.
     *
     * @throws Refusal {@code body-not-json}, {@code event-invalid}
     */
    public static EventDraft structured(String text) {
        JsonNode json = JsonText.parse(text);
        if (!json.isObject()) {
            throw new Refusal(TopicProblems.eventInvalid(
                    List.of(new Violation("", "an object with the attributes of a CloudEvent"))));
        }
        Map<String, String> attributes = new TreeMap<>();
        List<Violation> wrong = new ArrayList<>();
        json.properties().forEach(member -> {
            if (member.getValue().isValueNode()) {
                attributes.put(member.getKey(), member.getValue().asText());
            } else if (!member.getKey().equals("data")) {
                wrong.add(new Violation(member.getKey(), "a text, a number, or true or false"));
            }
        });
        attributes.remove("data");
        CloudEvents reader = new CloudEvents(attributes);
        reader.violations.addAll(wrong);
        JsonNode data = json.path("data");
        if (data.isMissingNode()) {
            reader.refuse("data", "JSON, which is required here; data_base64 is not taken");
        }
        return reader.read(data.toString());
    }

    /**
     * The event whose attributes are beside its data.
     *
     * @param attributes by name, without what stands before it on the wire
     * @throws Refusal {@code event-invalid}
     */
    public static EventDraft binary(Map<String, String> attributes, String data) {
        return new CloudEvents(attributes).read(data);
    }

    private EventDraft read(String data) {
        String version = take("specversion");
        if (!VERSION.equals(version)) {
            refuse("specversion", VERSION);
        }
        String id = required("id");
        String source = required("source");
        String type = required("type");
        String subject = take("subject");
        if (subject != null && !isText(subject)) {
            refuse("subject", text());
        }
        checkSource(source);
        checkTime();
        String content = take("datacontenttype");
        if (content != null && !JSON.matcher(content).matches()) {
            refuse("datacontenttype", "application/json, or another one of JSON");
        }
        checkExtensions();
        if (!violations.isEmpty()) {
            throw new Refusal(TopicProblems.eventInvalid(violations));
        }
        return new EventDraft(id, type, source, subject, rest, data);
    }

    private @Nullable String take(String name) {
        return rest.remove(name);
    }

    private String required(String name) {
        String value = take(name);
        if (value == null || !isText(value)) {
            refuse(name, text() + ", which is required");
            return "";
        }
        return value;
    }

    private static String text() {
        return "1 to " + LONGEST + " characters without control characters";
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
    }

    private void checkSource(String source) {
        try {
            new URI(source);
        } catch (URISyntaxException e) {
            refuse("source", "a URI reference, such as /orders");
        }
    }

    private void checkTime() {
        String time = rest.get(TIME);
        try {
            if (time != null) {
                OffsetDateTime.parse(time.toUpperCase(Locale.ROOT));
            }
        } catch (DateTimeException e) {
            refuse(TIME, "a time as RFC 3339 writes it, such as 2026-01-31T12:00:00Z");
        }
    }

    private void checkExtensions() {
        if (rest.size() > MOST_EXTENSIONS) {
            refuse("", "at most " + MOST_EXTENSIONS + " attributes");
        }
        rest.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || name.equals("data")) {
                refuse(name, "nothing: attributes are called by lower-case letters and digits");
            } else if (value.length() > LONGEST_VALUE || value.chars().anyMatch(Character::isISOControl)) {
                refuse(name, "at most " + LONGEST_VALUE + " characters without control characters");
            }
        });
    }

    private void refuse(String attribute, String expected) {
        violations.add(new Violation(attribute, expected));
    }
}
