package dev.parley.web;

import dev.parley.conversation.RequestLimits;
import dev.parley.message.AddressPolicy;
import java.time.Duration;
import java.util.List;

/** Bounds of bodies for tests. */
public final class RequestBodiesExample {

    private RequestBodiesExample() {}

    /**
     * Bounds.
     *
     * @param maxSize what a body of a message may have
     */
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    public static RequestBodies of(int maxSize, Duration patience) {
        RequestBodies bodies = new RequestBodies();
        bodies.limits = new RequestLimits(
                maxSize, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10);
        bodies.patience = patience;
        return bodies;
    }
}
