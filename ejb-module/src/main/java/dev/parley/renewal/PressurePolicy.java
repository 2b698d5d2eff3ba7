package dev.parley.renewal;

import java.time.Duration;
import java.time.Instant;

/**
 * The number of holders that are asked before their time, because resources are tight. Those that were silent longest
 * are asked first.
 */
public final class PressurePolicy {

    /**
     * The number of holders that are asked for each that waits, who then need not wait until all that were asked have
     * kept what they hold.
     */
    private static final int ASKED_FOR_EACH = 2;

    /** The number of holders of a pool that have an early ping outstanding at most. */
    public static final int MOST = 200;

    private static final int SHARE_IF_WAITING = 10;
    private static final int SHARE_IF_TIGHT = 2;

    private static final Duration SOONEST = Duration.ofSeconds(1);

    private PressurePolicy() {}

    /**
     * The load of a pool.
     *
     * @param held grants that are held
     * @param waiting grants that wait
     * @param asked holders that have been asked and have not answered
     */
    public record Load(int held, int waiting, int asked) {}

    /**
     * The time from which on a holder may be asked early, if somebody waits: who was never asked, at once; who has
     * confirmed is left alone for a while, so that nobody is asked again and again.
     */
    public static Instant askableAt(PoolDefinition pool, Grant grant) {
        Instant heard = grant.confirmedAt() == null ? grant.askedAt() : grant.confirmedAt();
        return grant.rounds() == 0 ? heard : heard.plus(quiet(pool));
    }

    private static Duration quiet(PoolDefinition pool) {
        Duration part = pool.pingEvery().dividedBy(SHARE_IF_WAITING);
        return part.compareTo(pool.pingTimeout()) < 0 ? part : pool.pingTimeout();
    }

    /**
     * Holders that were {@link #askableAt askable} before that are asked early: while nobody waits, only those that
     * have been silent for a good part of their time.
     */
    public static Instant askableBefore(PoolDefinition pool, Load load, Instant now) {
        return load.waiting() > 0 ? now : now.minus(pool.pingEvery().dividedBy(SHARE_IF_TIGHT));
    }

    /** The interval in which it is looked for somebody to ask early, while nobody waits. */
    public static Duration lookEvery(PoolDefinition pool) {
        Duration part = pool.pingEvery().dividedBy(2L * SHARE_IF_TIGHT);
        return part.compareTo(SOONEST) < 0 ? SOONEST : part;
    }

    /** True if holders are asked early. */
    public static boolean isTight(PoolDefinition pool, Load load) {
        return !pool.lease() && load.held() > 0 && (load.waiting() > 0 || load.held() >= pool.tight());
    }

    /**
     * The number of holders to ask now, beside those that have been asked; never so many that a large pool is asked all
     * at once.
     */
    public static int toAsk(PoolDefinition pool, Load load) {
        if (!isTight(pool, load)) {
            return 0;
        }
        long missing =
                Math.max((long) load.waiting() * ASKED_FOR_EACH, Math.max(1, (long) load.held() - pool.tight() + 1));
        long portion = Math.min(MOST, Math.min(missing, load.held()));
        return (int) Math.max(0, portion - load.asked());
    }
}
