package dev.parley.engine.broker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a queue of Parley's stands.
 *
 * @param name its name
 * @param messages how many messages are in it
 * @param oldest when the one that is next was sent, by its sender's clock; null if there is none, or it does not say
 */
public record QueueState(String name, long messages, @Nullable Instant oldest) {

    static final String DEAD = "parley.dead";

    /** True if what is in it waits for an operator. */
    public boolean isForDeadLetters() {
        return name.equals(DEAD);
    }
}
