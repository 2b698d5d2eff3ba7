package dev.parley.topic.event;

import org.jspecify.annotations.Nullable;

/**
 * An event that was published: it is durable, and reaches all who subscribe.
 *
 * @param topic the topic
 * @param messageId its id
 * @param repeated true if it had been published before, and was not again
 * @param conversationId the conversation that gathers what comes back of it; null if nothing does
 */
public record Published(String topic, String messageId, boolean repeated, @Nullable String conversationId) {

    /** An event of which nothing comes back. */
    public Published(String topic, String messageId, boolean repeated) {
        this(topic, messageId, repeated, null);
    }
}
