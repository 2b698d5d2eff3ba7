package dev.parley.slip;

import dev.parley.message.Refusal;
import java.nio.charset.StandardCharsets;
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

    /**
     * Refuses an order that is larger than a slip may be.
     *
     * @throws Refusal {@code slip-too-large}
     */
    public void refuseLarger(String order) {
        if (order.getBytes(StandardCharsets.UTF_8).length > maxSize) {
            throw new Refusal(SlipProblem.SLIP_TOO_LARGE.because("A slip has at most " + maxSize + " bytes."));
        }
    }
}
