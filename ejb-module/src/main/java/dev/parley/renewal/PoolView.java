package dev.parley.renewal;

/**
 * A pool, and how much of it is in use; exact.
 *
 * @param pool the pool
 * @param held how many grants are held
 * @param waiting how many wait
 */
public record PoolView(Pool pool, int held, int waiting) {

    /** The number of grants that could be made now; 0 also while a lowered capacity is still exceeded. */
    public int free() {
        return Math.max(0, pool.definition().capacity() - held);
    }

    /** True if holders are asked early, because somebody waits or little is left. */
    public boolean underPressure() {
        return waiting > 0 || held >= pool.definition().tight();
    }
}
