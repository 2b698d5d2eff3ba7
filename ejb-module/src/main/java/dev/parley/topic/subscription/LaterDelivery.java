package dev.parley.topic.subscription;

import java.time.Duration;

/**
 * The delivery of which it is known only later what came of it: {@link #deliver} plans what begins when the transaction
 * commits, and {@link Settlements} are told of the end. Meanwhile the events are held; if nobody tells, they are
 * delivered again.
 */
public interface LaterDelivery extends EventDelivery {

    /** The number of events of a subscription that may be under way at once. */
    int atOnce(Subscription subscription);

    /** The time after which nobody will tell any more. */
    Duration within();
}
