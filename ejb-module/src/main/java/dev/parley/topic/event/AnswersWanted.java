package dev.parley.topic.event;

import dev.parley.message.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wishes of a publisher for what comes back of an event, where something does.
 *
 * @param complete when there is enough, as criteria with commas; null for what the topic says
 * @param atLeast how many replies there must be; null for what the topic says
 * @param within how long to wait, an ISO 8601 duration; null for what the topic says
 * @param until when an answer would be too late; null if that is not said as a time
 * @param replyTo where replies go; null for nowhere
 * @param faultTo where faults go; null for where replies go
 * @param correlationId what they carry; null for the id of the event
 * @param state what they carry besides; null for nothing
 */
public record AnswersWanted(
        @Nullable String complete,
        @Nullable Integer atLeast,
        @Nullable String within,
        @Nullable Instant until,
        @Nullable Address replyTo,
        @Nullable Address faultTo,
        @Nullable String correlationId,
        @Nullable String state) {

    /** No wishes. */
    public static final AnswersWanted AS_THE_TOPIC_SAYS = of(null, null, null);

    /** The wishes of who looks at the conversation. */
    public static AnswersWanted of(@Nullable String complete, @Nullable Integer atLeast, @Nullable String within) {
        return new AnswersWanted(complete, atLeast, within, null, null, null, null, null);
    }

    /** True if something is said that only matters where something comes back. */
    public boolean saysHow() {
        return complete != null || atLeast != null || within != null;
    }
}
