package dev.parley.topic.subscription;

import java.time.Instant;

/**
 * What a subscription has before it that has something to do.
 *
 * @param name the name of the subscription
 * @param behind the number of events by which it is behind, or which are delivered to it again
 * @param servedAt when it was served last
 */
public record Backlog(String name, long behind, Instant servedAt) {}
