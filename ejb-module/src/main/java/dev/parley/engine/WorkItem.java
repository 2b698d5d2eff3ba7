package dev.parley.engine;

/**
 * A work message as it was delivered.
 *
 * @param work what is to be done
 * @param from the lane it came from
 * @param redelivered whether it was in a transaction that rolled back
 * @param parking how to park it
 */
record WorkItem(Work work, Lane from, boolean redelivered, Parking parking) {

    /**
     * Whether it has to go to another lane instead of being run here: out of the shared lane if it is slow or has failed, out of the isolated one
     * if it is slow. It never goes back, so it cannot go round in circles. One of a group stays: its order is worth more than a neighbour's time.
     */
    boolean mustMoveTo(Lane lane) {
        return switch (from) {
            case SHARED -> lane != Lane.SHARED && work.group() == null;
            case ISOLATED -> lane == Lane.SLOW;
            case INLINE, SLOW -> false;
        };
    }

    /** Whether it has a transaction of its own, and each attempt is counted. */
    boolean isAlone() {
        return from != Lane.SHARED || work.group() != null;
    }
}
