package dev.parley.relay;

import dev.parley.message.Refusal;
import dev.parley.relay.BodyReader.Members;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a lock: it is extended, or with a duration of zero its message is given back. Not checked any further.
 *
 * @param lock for how long it is to be valid, an ISO 8601 duration
 * @param delay after which the message can be received again, an ISO 8601 duration; null for at once
 */
public record LockChange(String lock, @Nullable String delay) {

    /**
     * Reads the body of a request.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static LockChange read(String text) {
        return BodyReader.read(text, "a change of a lock", body -> {
            Members members = body.object("", List.of("lock", "delay"), Map.of());
            String lock = members.text("lock");
            if (lock == null) {
                body.refuse("/lock", "an ISO 8601 duration, which is required; PT0S gives the message back");
            }
            LockChange change = new LockChange(lock == null ? "" : lock, members.text("delay"));
            if (change.delay() != null && !change.givesBack()) {
                body.refuse("/delay", "nothing, unless lock is PT0S, which gives the message back");
            }
            return change;
        });
    }

    /** True if the message is given back. */
    public boolean givesBack() {
        try {
            return Duration.parse(lock).isZero();
        } catch (DateTimeException e) {
            return false; // it is refused as an extension, with what is expected
        }
    }
}
