package dev.parley.renewal;

import dev.parley.message.Backoff;
import dev.parley.message.StableRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a grant. A holder is asked when it has been silent for a while; who does not answer is asked again, each
 * time with twice the patience, and loses the grant after the last time. What came due while Parley itself was away is
 * not held against anybody. Durations differ a little between grants, by what follows from their ids, so that what
 * began together does not come due together.
 */
public final class GrantPolicy {

    /** The part of itself by which a period is shortened at most. */
    private static final double JITTER = 0.1;

    /** The part of itself by which a fresh period is lengthened at most. */
    private static final double SLACK = 0.2;

    private static final int MOST_DOUBLINGS = 6;

    private final PoolDefinition pool;

    /** The policy for the grants of a pool, as it is defined now. */
    public GrantPolicy(PoolDefinition pool) {
        this.pool = pool;
    }

    /** Decides. */
    public GrantDecision decide(Grant grant, GrantEvent event, Instant now) {
        if (grant.status().isFinal()) {
            return ended(grant, event);
        }
        if (event instanceof GrantEvent.Released) {
            return end(grant, Grant.Ending.RELEASED, now);
        }
        if (event instanceof GrantEvent.Revoked) {
            return end(grant, Grant.Ending.REVOKED, now);
        }
        return grant.status() == Grant.Status.WAITING ? waiting(grant, event, now) : held(grant, event, now);
    }

    /** Whoever gives back twice has given back; everybody else learns that it is over. */
    private static GrantDecision ended(Grant grant, GrantEvent event) {
        boolean isReleasedAgain = event instanceof GrantEvent.Released && grant.ended() == Grant.Ending.RELEASED;
        boolean isDeclinedAgain = event instanceof GrantEvent.Declined declined
                && declined.pingId().equals(grant.answered());
        boolean isByTime = event instanceof GrantEvent.Due || event instanceof GrantEvent.Hurried;
        return isReleasedAgain || isDeclinedAgain || isByTime
                ? GrantDecision.of(grant)
                : GrantDecision.refused(grant, RenewalProblems.grantEnded(grant));
    }

    private GrantDecision waiting(Grant grant, GrantEvent event, Instant now) {
        if (event instanceof GrantEvent.Granted granted) {
            Grant held = grant.held(granted.reference(), granted.token(), now, now);
            return GrantDecision.of(held.due(null, next(held, now)), new GrantEffect.TellGranted());
        }
        if (event instanceof GrantEvent.Due) {
            return now.isBefore(grant.dueAt()) ? GrantDecision.of(grant) : end(grant, Grant.Ending.WAITED, now);
        }
        return event instanceof GrantEvent.Hurried
                ? GrantDecision.of(grant)
                : GrantDecision.refused(grant, RenewalProblems.notHeldYet(grant));
    }

    private GrantDecision held(Grant grant, GrantEvent event, Instant now) {
        if (event instanceof GrantEvent.Due due) {
            return due(grant, due, now);
        }
        if (event instanceof GrantEvent.Hurried hurried) {
            return pool.lease() || grant.isAsked() ? GrantDecision.of(grant) : askEarly(grant, hurried.pingId(), now);
        }
        if (event instanceof GrantEvent.Confirmed confirmed) {
            return confirmed(grant, confirmed.pingId(), now);
        }
        if (event instanceof GrantEvent.Declined declined) {
            return isOutstanding(grant, declined.pingId())
                    ? end(grant.heard(declined.pingId(), now, now), Grant.Ending.DECLINED, now)
                    : GrantDecision.refused(grant, RenewalProblems.pingUnknown(grant));
        }
        if (event instanceof GrantEvent.Renewed) {
            return renewed(grant, now);
        }
        throw new IllegalArgumentException("Nothing that happens to what is held: " + event);
    }

    private GrantDecision due(Grant grant, GrantEvent.Due due, Instant now) {
        if (isTooOld(grant, now)) {
            return end(grant, Grant.Ending.LIFETIME, now);
        }
        if (now.isBefore(grant.dueAt())) {
            return GrantDecision.of(grant);
        }
        if (grant.dueAt().isBefore(due.resumedAt())) {
            return GrantDecision.of(fresh(grant, now));
        }
        Ping ping = grant.ping();
        if (pool.lease()) {
            return silent(grant, due.resumedAt(), now);
        }
        if (ping == null) {
            return ask(grant, due.pingId(), 1, now);
        }
        return ping.attempt() < pool.pingAttempts()
                ? ask(grant, ping.id(), ping.attempt() + 1, now)
                : silent(grant, due.resumedAt(), now);
    }

    /** Nobody loses for silence who had no time to be heard since Parley came back. */
    private GrantDecision silent(Grant grant, Instant resumedAt, Instant now) {
        boolean isShort = pool.lease() && pool.pingEvery().compareTo(pool.pingTimeout()) < 0;
        Instant heardBy = resumedAt.plus(isShort ? pool.pingEvery() : pool.pingTimeout());
        boolean hadTime = !grant.dueAt().isBefore(heardBy);
        Ping ping = grant.ping();
        if (pool.lease() || ping == null) {
            return hadTime
                    ? end(grant, Grant.Ending.NOT_RENEWED, now)
                    : GrantDecision.of(grant.due(null, bounded(grant, heardBy)));
        }
        return hadTime ? end(grant, Grant.Ending.SILENT, now) : ask(grant, ping.id(), ping.attempt(), now);
    }

    /** The question before its time. One that was asked before an outage may still be answered: its id stays. */
    private GrantDecision askEarly(Grant grant, String pingId, Instant now) {
        return ask(grant, grant.ping() == null ? pingId : grant.ping().id(), 1, now);
    }

    private boolean isTooOld(Grant grant, Instant now) {
        Instant end = endOfLife(grant);
        return end != null && !now.isBefore(end);
    }

    private @Nullable Instant endOfLife(Grant grant) {
        return pool.maxLifetime() == null || grant.grantedAt() == null
                ? null
                : grant.grantedAt().plus(pool.maxLifetime());
    }

    /** Asked again from the beginning, each at another time; a lease is valid for a whole period more. */
    private Grant fresh(Grant grant, Instant now) {
        double fraction = StableRandom.fraction(grant.id(), -1);
        Duration period = pool.lease()
                ? StableRandom.times(pool.pingEvery(), 1 + SLACK * fraction)
                : StableRandom.times(pool.pingEvery(), fraction);
        Instant due = bounded(grant, now.plus(period));
        // Its last question may still be answered; it is asked again as if it had not been.
        return grant.due(grant.ping() == null ? null : new Ping(grant.ping().id(), 0, due), due);
    }

    private GrantDecision ask(Grant grant, String pingId, int attempt, Instant now) {
        Duration patience = Backoff.doubling(pool.pingTimeout(), MOST_DOUBLINGS).after(attempt - 1);
        Ping ping = new Ping(pingId, attempt, now.plus(patience));
        return GrantDecision.of(grant.asked(ping, bounded(grant, ping.answerBy())), new GrantEffect.Ask(ping));
    }

    private GrantDecision confirmed(Grant grant, String pingId, Instant now) {
        if (isOutstanding(grant, pingId)) {
            Grant heard = grant.heard(pingId, now, now);
            return GrantDecision.of(heard.due(null, next(heard, now)));
        }
        return pingId.equals(grant.answered())
                ? GrantDecision.of(grant)
                : GrantDecision.refused(grant, RenewalProblems.pingUnknown(grant));
    }

    private static boolean isOutstanding(Grant grant, String pingId) {
        return grant.ping() != null && grant.ping().id().equals(pingId);
    }

    private GrantDecision renewed(Grant grant, Instant now) {
        if (!pool.lease()) {
            return GrantDecision.refused(grant, RenewalProblems.noLease(grant));
        }
        if (isTooOld(grant, now)) {
            return GrantDecision.refused(grant, RenewalProblems.tooOld(grant));
        }
        Grant heard = grant.heard(null, now, now);
        return GrantDecision.of(heard.due(null, next(heard, now)));
    }

    /**
     * The time at which a holder that was just heard of has been silent for long enough. A lease is as long as it was
     * said to be.
     */
    private Instant next(Grant grant, Instant now) {
        double part = pool.lease() ? 1 : 1 - JITTER * StableRandom.fraction(grant.id(), grant.rounds());
        return bounded(grant, now.plus(StableRandom.times(pool.pingEvery(), part)));
    }

    private Instant bounded(Grant grant, Instant due) {
        Instant end = endOfLife(grant);
        return end != null && end.isBefore(due) ? end : due;
    }

    private static GrantDecision end(Grant grant, Grant.Ending why, Instant now) {
        Grant.Status status = why == Grant.Ending.RELEASED ? Grant.Status.RELEASED : Grant.Status.RELINQUISHED;
        List<GrantEffect> effects = new ArrayList<>();
        if (grant.reference() != null) {
            effects.add(new GrantEffect.Free(grant.reference()));
        }
        if (why != Grant.Ending.RELEASED) {
            effects.add(new GrantEffect.TellEnded(why));
        }
        return new GrantDecision(grant.over(status, why, now), effects);
    }
}
