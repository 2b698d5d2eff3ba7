package dev.parley.topic.event;

import dev.parley.message.JsonText;
import dev.parley.message.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event that has been checked against its topic, and has no place in it yet.
 *
 * @param topic the topic
 * @param sender whose ids these are
 * @param messageId its id
 * @param type what has happened
 * @param source where it has happened
 * @param key what it is about; events with the same key are delivered in their order; null if it has none
 * @param attributes what else is said of it, by name
 * @param body JSON text
 */
public record NewEvent(
        String topic,
        String sender,
        String messageId,
        String type,
        String source,
        @Nullable String key,
        Map<String, String> attributes,
        String body) {

    public NewEvent {
        attributes = new TreeMap<>(attributes);
    }

    /** The event as it is in the log, where it has no place yet. */
    public StoredEvent stored(Instant now, int hops) {
        return new StoredEvent(topic, 0, messageId, type, source, key, attributes, body, now, hops);
    }

    /**
     * The hash of its content. Of bodies that differ in form alone the hashes differ: {@link #isAgain} looks further.
     */
    public String hash() {
        return hash(body);
    }

    private String hash(String of) {
        return Sha256.hex(String.join("\n", type, source, String.valueOf(key), attributes.toString(), of));
    }

    /**
     * True if it is the event of that hash again: the same body, or the same JSON with other spaces or another order of
     * members.
     *
     * @param firstHash the hash of the first event with its id
     * @param firstBody the body of that event
     */
    public boolean isAgain(String firstHash, String firstBody) {
        return firstHash.equals(hash()) || (firstHash.equals(hash(firstBody)) && JsonText.same(firstBody, body));
    }
}
