package dev.parley.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic, and what is in it.
 *
 * @param topic the topic
 * @param sequence the number of its last event; 0 if there was none
 * @param subscriptions how many subscriptions it has
 * @param oldest when the event was published that is kept longest; null if there is none
 */
public record TopicView(Topic topic, long sequence, int subscriptions, @Nullable Instant oldest) {}
