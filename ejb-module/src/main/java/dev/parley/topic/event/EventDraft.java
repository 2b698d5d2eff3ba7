package dev.parley.topic.event;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as its publisher gave it, not checked against its topic yet.
 *
 * @param id its id, the publisher's idempotency key; null to have one made
 * @param type what has happened; null for the name of the topic
 * @param source where it has happened; null for the publisher
 * @param subject what it is about, its key; null if it does not say
 * @param attributes what else is said of it, by name
 * @param data JSON text
 */
public record EventDraft(
        @Nullable String id,
        @Nullable String type,
        @Nullable String source,
        @Nullable String subject,
        Map<String, String> attributes,
        String data) {

    public EventDraft {
        attributes = new TreeMap<>(attributes);
    }

    /** An event of which only the data is given. */
    public static EventDraft of(@Nullable String id, String data) {
        return new EventDraft(id, null, null, null, Map.of(), data);
    }
}
