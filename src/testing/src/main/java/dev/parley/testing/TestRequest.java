package dev.parley.testing;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of a test.
 *
 * @param operation what is asked for
 * @param body the request: a record, a {@code JsonObject}, JSON text, or null for an operation that takes none
 * @param messageId its key
 * @param sender who asks
 * @param within how long the operation has for it, with all its attempts
 * @param state the requester's opaque state, or null
 */
public record TestRequest(
        String operation,
        @Nullable Object body,
        String messageId,
        String sender,
        Duration within,
        @Nullable String state) {

    /** A request of {@code user:alice}, with a new key and an hour's time. */
    public static TestRequest of(String operation, @Nullable Object body) {
        return new TestRequest(
                Objects.requireNonNull(operation, "An operation has a name"),
                body,
                UUID.randomUUID().toString(),
                "user:alice",
                Duration.ofHours(1),
                null);
    }

    /** The same with that key. */
    public TestRequest withMessageId(String key) {
        return new TestRequest(operation, body, key, sender, within, state);
    }

    /** The same, of somebody else. */
    public TestRequest from(String somebody) {
        return new TestRequest(operation, body, messageId, somebody, within, state);
    }

    /** The same, with another deadline. */
    public TestRequest within(Duration time) {
        return new TestRequest(operation, body, messageId, sender, time, state);
    }

    /** The same, with state that goes back with the answer. */
    public TestRequest withState(String opaque) {
        return new TestRequest(operation, body, messageId, sender, within, opaque);
    }
}
