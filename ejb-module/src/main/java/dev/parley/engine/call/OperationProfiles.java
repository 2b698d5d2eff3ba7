package dev.parley.engine.call;

import dev.parley.engine.commit.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The observations of each operation on this node. */
@ApplicationScoped
public class OperationProfiles {

    @Inject
    Clock clock;

    private final ConcurrentMap<String, OperationProfile> profiles = new ConcurrentHashMap<>();

    /** The profile of an operation; one without runs if nothing has been seen of it. */
    public OperationProfile of(String operation) {
        return profiles.getOrDefault(operation, OperationProfile.UNKNOWN);
    }

    /** Notes that an operation ran to its end, and how long it took. */
    public void ran(String operation, Duration took) {
        profiles.compute(operation, (name, known) -> orUnknown(known).ran(took));
    }

    /** One of them may be to blame: each runs alone for a while, and shows. */
    void rolledBack(@Observes AfterCommit.RolledBack rolledBack) {
        Instant now = clock.instant();
        rolledBack.operations().forEach(operation -> failed(operation, now));
    }

    void failed(String operation, Instant at) {
        profiles.compute(operation, (name, known) -> orUnknown(known).failed(at));
    }

    private static OperationProfile orUnknown(@org.jspecify.annotations.Nullable OperationProfile known) {
        return known == null ? OperationProfile.UNKNOWN : known;
    }
}
