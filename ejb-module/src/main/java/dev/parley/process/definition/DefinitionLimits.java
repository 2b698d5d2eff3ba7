package dev.parley.process.definition;

import java.time.Duration;

/**
 * What is allowed in a definition.
 *
 * @param maxSize bytes of its text in UTF-8
 * @param maxSteps how many steps it may have, those in blocks too
 * @param maxDepth how deep blocks may be in each other
 * @param deadline how long an instance may take if nothing is said
 * @param compensateWithin how long a compensation is tried again if nothing is said
 */
public record DefinitionLimits(int maxSize, int maxSteps, int maxDepth, Duration deadline, Duration compensateWithin) {

    /** What holds if nothing is configured. */
    public static final DefinitionLimits DEFAULT =
            new DefinitionLimits(256 * 1024, 1000, 8, Duration.ofDays(1), Duration.ofDays(7));

    /** The same for what was allowed once: it may be as large as it is. */
    DefinitionLimits ofStored() {
        return new DefinitionLimits(
                Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, deadline, compensateWithin);
    }
}
