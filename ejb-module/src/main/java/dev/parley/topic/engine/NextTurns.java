package dev.parley.topic.engine;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What subscriptions have to do next.
 *
 * @param behind topics of which a subscription is behind
 * @param first the time of the first turn; null if nobody has anything to do
 */
record NextTurns(Set<String> behind, @Nullable Instant first) {}
