package dev.parley.slip;

import java.time.Duration;

/**
 * The limits of slips.
 *
 * @param maxSize bytes of one at most
 * @param hops steps of one at most
 * @param compensation how long a compensation may take
 */
public record SlipLimits(int maxSize, int hops, Duration compensation) {

    /** The limits of who configures none. */
    public static final SlipLimits DEFAULT = new SlipLimits(256 * 1024, 64, Duration.ofDays(1));
}
