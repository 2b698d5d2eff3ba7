package dev.parley.topic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusyTopicsTest {

    private final BusyTopics busy = new BusyTopics();

    @Test
    void aTopicIsKnownUntilNobodyIsBehind() {
        busy.add("a");
        busy.add("b");
        busy.looked(busy.known(), Set.of("b"));
        assertThat(busy.known()).containsOnlyKeys("b");
    }

    @Test
    void whatIsFoundIsKnownAlsoIfSomebodyElseHasPublished() {
        busy.looked(busy.known(), Set.of("a"));
        assertThat(busy.known()).containsOnlyKeys("a");
    }

    @Test
    void whatIsAddedWhileItIsLookedStaysThoughNothingWasFound() {
        busy.add("a");
        Map<String, Long> before = busy.known();
        busy.add("a");
        busy.add("b");
        busy.looked(before, Set.of());
        assertThat(busy.known()).containsOnlyKeys("a", "b");
    }
}
