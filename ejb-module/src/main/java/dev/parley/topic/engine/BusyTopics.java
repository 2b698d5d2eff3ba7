package dev.parley.topic.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Topics with subscriptions that are behind, as far as this node knows: the others are not read for each event. Only a
 * hint: all topics are looked at now and then.
 */
final class BusyTopics {

    private final ConcurrentMap<String, Long> topics = new ConcurrentHashMap<>();
    private final AtomicLong added = new AtomicLong();

    /** Adds a topic that has something to do, or may have. */
    void add(String topic) {
        topics.put(topic, added.incrementAndGet());
    }

    /** Those that are known, each with which addition it was. */
    Map<String, Long> known() {
        return Map.copyOf(topics);
    }

    /**
     * Notes what was found. A topic stays that was added again meanwhile: whoever looked may not have seen why.
     *
     * @param before those that were known before it was looked
     * @param behind topics of which a subscription is behind
     */
    void looked(Map<String, Long> before, Set<String> behind) {
        behind.forEach(topic -> topics.computeIfAbsent(topic, name -> added.incrementAndGet()));
        before.forEach((topic, addition) -> {
            if (!behind.contains(topic)) {
                topics.remove(topic, addition);
            }
        });
    }
}
