package dev.parley.bench.topic;

import dev.parley.bench.Figures;

/** Who brings an event to all who want it. */
enum TopicSide implements Figures.Column {
    PARLEY("Parley"),
    MULTICAST("Artemis, multicast"),
    BY_HAND("by hand");

    private final String title;

    TopicSide(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** The queue that a subscriber consumes; its name in the topic of the broker. */
    String subscriber(int number) {
        return switch (this) {
            case PARLEY -> "reply.alice.topic-" + number;
            case MULTICAST -> "subscriber-" + number;
            case BY_HAND -> "reply.alice.copy-" + number;
        };
    }
}
