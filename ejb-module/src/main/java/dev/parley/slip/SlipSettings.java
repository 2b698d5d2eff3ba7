package dev.parley.slip;

import dev.parley.slip.seal.Seals;
import java.util.Optional;

/**
 * What is configured of slips.
 *
 * @param limits the limits of what is allowed
 * @param seals those of the configured keys; empty if none are, and nodes share one that they keep in the database
 */
public record SlipSettings(SlipLimits limits, Optional<Seals> seals) {}
