package dev.parley.topic.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription, and how far it is.
 *
 * @param subscription the subscription
 * @param done the number of the last event that was looked at
 * @param replayDone the same of what is delivered again
 * @param replayTo the number of the last event that is delivered again; 0 if nothing is
 * @param paused true if it stands still
 * @param reason why it does; null if somebody wanted it, or if it does not
 * @param delivered how many events were delivered
 * @param parked how many were put where operators look for them
 * @param dropped how many were given up
 * @param missed how many were removed from the topic before they were looked at
 */
public record SubscriptionState(
        Subscription subscription,
        long done,
        long replayDone,
        long replayTo,
        boolean paused,
        @Nullable String reason,
        long delivered,
        long parked,
        long dropped,
        long missed) {

    /** One that has looked at the events up to that number, and at nothing else. */
    public static SubscriptionState at(Subscription subscription, long done) {
        return new SubscriptionState(subscription, done, 0, 0, false, null, 0, 0, 0, 0);
    }

    /** True if events are delivered again. */
    public boolean replays() {
        return replayTo > 0;
    }

    /** The number behind which it goes on. */
    public long after() {
        return replays() ? replayDone : done;
    }

    /** The same when the events up to that number were looked at, some of which were not there any more. */
    public SubscriptionState lookedAt(long number, long gone) {
        return replays()
                ? new SubscriptionState(
                        subscription,
                        done,
                        number < replayTo ? number : 0,
                        number < replayTo ? replayTo : 0,
                        paused,
                        reason,
                        delivered,
                        parked,
                        dropped,
                        missed)
                : new SubscriptionState(
                        subscription,
                        number,
                        replayDone,
                        replayTo,
                        paused,
                        reason,
                        delivered,
                        parked,
                        dropped,
                        missed + gone);
    }

    /** The same with an event more that was delivered. */
    public SubscriptionState oneDelivered() {
        return counted(1, 0, 0, 0);
    }

    /** The same with an event more that was parked. */
    public SubscriptionState oneParked() {
        return counted(0, 1, 0, 0);
    }

    /** The same with an event more that was given up. */
    public SubscriptionState oneDropped() {
        return counted(0, 0, 1, 0);
    }

    /** The same with an event more that was not there any more. */
    public SubscriptionState oneMissed() {
        return counted(0, 0, 0, 1);
    }

    private SubscriptionState counted(int more, int moreParked, int moreDropped, int moreMissed) {
        return new SubscriptionState(
                subscription,
                done,
                replayDone,
                replayTo,
                paused,
                reason,
                delivered + more,
                parked + moreParked,
                dropped + moreDropped,
                missed + moreMissed);
    }

    /** The same standing still. */
    public SubscriptionState pausedBecause(@Nullable String why) {
        return new SubscriptionState(
                subscription, done, replayDone, replayTo, true, why, delivered, parked, dropped, missed);
    }

    /** The same going on. */
    public SubscriptionState resumed() {
        return new SubscriptionState(
                subscription, done, replayDone, replayTo, false, null, delivered, parked, dropped, missed);
    }

    /** The same delivering again what is behind a number, up to another one. */
    public SubscriptionState replaying(long behind, long to) {
        return new SubscriptionState(
                subscription, done, behind, to, paused, reason, delivered, parked, dropped, missed);
    }
}
