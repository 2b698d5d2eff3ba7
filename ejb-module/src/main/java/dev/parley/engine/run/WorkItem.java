package dev.parley.engine.run;

import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;

/**
 * A work message as it was delivered.
 *
 * @param work what is to be done
 * @param from the lane it came from
 * @param redelivered true if it was in a transaction that rolled back
 * @param parking how to park it
 */
record WorkItem(OperationWork work, Lane from, boolean redelivered, DeadLettering parking) {

    /**
     * True if it has to go to another lane instead of being run here: out of the shared lane if it is slow or has
     * failed, out of the isolated one if it is slow. It never goes back, so it cannot go round in circles.
     */
    boolean mustMoveTo(Lane lane) {
        return switch (from) {
            case SHARED -> lane != Lane.SHARED;
            case ISOLATED -> lane == Lane.SLOW;
            case INLINE, SLOW, GROUPED -> false;
        };
    }

    /** True if it has a transaction of its own, and each attempt is counted. */
    boolean isAlone() {
        return from != Lane.SHARED;
    }
}
