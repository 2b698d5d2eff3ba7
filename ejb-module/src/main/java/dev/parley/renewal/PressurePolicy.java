package dev.parley.renewal;

/** How many holders are asked before their time, because resources are tight. Those that were silent longest are asked first. */
public final class PressurePolicy {

    /** So that who waits need not wait until all that were asked have kept what they hold. */
    private static final int ASKED_FOR_EACH = 2;

    private static final int MOST = 200;

    private PressurePolicy() {}

    /**
     * How a pool stands.
     *
     * @param held grants that are held
     * @param waiting grants that wait
     * @param asked holders that have been asked and have not answered
     */
    public record Load(int held, int waiting, int asked) {}

    /** Whether holders are asked early. */
    public static boolean isTight(PoolDefinition pool, Load load) {
        return !pool.lease() && load.held() > 0 && (load.waiting() > 0 || load.held() >= pool.tight());
    }

    /** How many more holders to ask now; never so many that a large pool is asked all at once. */
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
