package dev.parley.topic.event;

/**
 * An event that was published: it is durable, and reaches all who subscribe.
 *
 * @param topic the topic
 * @param messageId its id
 * @param repeated true if it had been published before, and was not again
 */
public record Published(String topic, String messageId, boolean repeated) {}
