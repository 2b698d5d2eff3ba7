package dev.parley.slip;

import dev.parley.message.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * The limits of slips.
 *
 * @param maxSize bytes of one at most
 * @param hops steps of one at most
 * @param compensation how long a compensation may take
 * @param readable how long the text of one is read after it was sent
 */
public record SlipLimits(int maxSize, int hops, Duration compensation, Duration readable) {

    /** By so much the clocks of nodes may differ. */
    public static final Duration SKEW = Duration.ofHours(1);

    /** The limits of who configures none. */
    public static final SlipLimits DEFAULT = new SlipLimits(256 * 1024, 64, Duration.ofDays(1), Duration.ofDays(7));

    /** The same, with texts that are read for so long. */
    public SlipLimits readableFor(Duration duration) {
        return new SlipLimits(maxSize, hops, compensation, duration);
    }

    /** When nobody reads any more what is sent now, whatever the clock of whoever would. */
    Instant lostAfter(Instant now) {
        return now.plus(readable).plus(SKEW);
    }

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
