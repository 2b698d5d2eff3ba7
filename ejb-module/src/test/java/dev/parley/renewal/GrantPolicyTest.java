package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Address;
import dev.parley.renewal.Grant.Ending;
import dev.parley.renewal.Grant.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PoolDefinition ASKED = new PoolDefinition(10, PERIOD, PATIENCE, 3, 0.9, null, false);
    private static final PoolDefinition LEASED = new PoolDefinition(10, PERIOD, PATIENCE, 3, 0.9, null, true);
    private static final PoolDefinition SHORT_LIVED =
            new PoolDefinition(10, PERIOD, PATIENCE, 3, 0.9, Duration.ofMinutes(90), false);

    private final GrantPolicy policy = new GrantPolicy(ASKED);

    @Test
    void isAskedAfterAPeriodAndALittleEarlier() {
        Grant held = held(policy);

        assertThat(held.status()).isEqualTo(Status.HELD);
        assertThat(held.fencingToken()).isEqualTo(7);
        assertThat(held.dueAt()).isBetween(NOW.plus(PERIOD.multipliedBy(9).dividedBy(10)), NOW.plus(PERIOD));
    }

    /** A million grants of one second do not come due in one second. */
    @Test
    void comesDueAtAnotherTimeThanItsNeighbours() {
        long times = IntStream.range(0, 1000)
                .mapToObj(i -> held(policy, "grant-" + i).dueAt())
                .distinct()
                .count();

        assertThat(times).isGreaterThan(900);
    }

    @Test
    void isAskedAgainWithMorePatienceAndThenRelinquished() {
        Grant held = held(policy);
        GrantDecision first = due(policy, held, held.dueAt());
        GrantDecision second = due(policy, first.grant(), first.grant().dueAt());
        GrantDecision third = due(policy, second.grant(), second.grant().dueAt());

        assertThat(ping(first)).isEqualTo(new Ping("p-1", 1, held.dueAt().plus(PATIENCE)));
        assertThat(ping(second))
                .isEqualTo(new Ping("p-1", 2, first.grant().dueAt().plus(PATIENCE.multipliedBy(2))));
        assertThat(ping(third))
                .isEqualTo(new Ping("p-1", 3, second.grant().dueAt().plus(PATIENCE.multipliedBy(4))));

        GrantDecision last = due(policy, third.grant(), third.grant().dueAt());

        assertThat(last.grant().status()).isEqualTo(Status.RELINQUISHED);
        assertThat(last.grant().ended()).isEqualTo(Ending.SILENT);
        assertThat(last.effects())
                .containsExactly(new GrantEffect.Free("seat-1"), new GrantEffect.TellEnded(Ending.SILENT));
    }

    @Test
    void isLeftAloneForAPeriodOnceItsHolderHasConfirmed() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();
        Instant later = NOW.plus(PERIOD).plusSeconds(10);

        Grant confirmed =
                decide(policy, asked, new GrantEvent.Confirmed("p-1"), later).grant();

        assertThat(confirmed.ping()).isNull();
        assertThat(confirmed.confirmedAt()).isEqualTo(later);
        assertThat(confirmed.dueAt()).isAfter(later.plus(PERIOD.multipliedBy(8).dividedBy(10)));
    }

    @Test
    void takesAConfirmationOfAnyAttemptAndTheSameOneTwice() {
        Grant first = due(policy, held(policy), NOW.plus(PERIOD)).grant();
        Grant second = due(policy, first, first.dueAt()).grant();
        Grant confirmed = decide(policy, second, new GrantEvent.Confirmed("p-1"), second.dueAt())
                .grant();

        GrantDecision again = decide(policy, confirmed, new GrantEvent.Confirmed("p-1"), second.dueAt());

        assertThat(again).isEqualTo(GrantDecision.of(confirmed));
    }

    @Test
    void takesNoConfirmationOfAnotherPing() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();

        GrantDecision refused = decide(policy, asked, new GrantEvent.Confirmed("p-0"), NOW.plus(PERIOD));

        assertThat(refused.grant()).isEqualTo(asked);
        assertThat(problem(refused)).isEqualTo("ping-unknown");
    }

    @Test
    void isRelinquishedWhenItsHolderSaysNo() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();

        GrantDecision declined = decide(policy, asked, new GrantEvent.Declined("p-1"), NOW.plus(PERIOD));

        assertThat(declined.grant().ended()).isEqualTo(Ending.DECLINED);
        assertThat(declined.effects()).contains(new GrantEffect.Free("seat-1"));
        GrantDecision again = decide(policy, declined.grant(), new GrantEvent.Declined("p-1"), NOW.plus(PERIOD));
        assertThat(again).isEqualTo(GrantDecision.of(declined.grant()));
    }

    /** The two sides do not disagree for longer than it takes to ask. */
    @Test
    void tellsWhoConfirmsTooLate() {
        Grant revoked =
                decide(policy, held(policy), new GrantEvent.Revoked(), NOW).grant();

        assertThat(problem(decide(policy, revoked, new GrantEvent.Confirmed("p-1"), NOW)))
                .isEqualTo("grant-ended");
        assertThat(problem(decide(policy, revoked, new GrantEvent.Released(), NOW)))
                .isEqualTo("grant-ended");
    }

    @Test
    void isReleasedOnceHoweverOftenThatIsSaid() {
        GrantDecision released = decide(policy, held(policy), new GrantEvent.Released(), NOW);

        assertThat(released.effects()).containsExactly(new GrantEffect.Free("seat-1"));
        assertThat(decide(policy, released.grant(), new GrantEvent.Released(), NOW))
                .isEqualTo(GrantDecision.of(released.grant()));
    }

    @Test
    void isAskedEarlyWhenResourcesAreTightButNotTwice() {
        GrantDecision hurried = decide(policy, held(policy), new GrantEvent.Hurried("p-9"), NOW.plusSeconds(1));

        assertThat(ping(hurried))
                .isEqualTo(new Ping("p-9", 1, NOW.plusSeconds(1).plus(PATIENCE)));
        assertThat(decide(policy, hurried.grant(), new GrantEvent.Hurried("p-10"), NOW.plusSeconds(2)))
                .isEqualTo(GrantDecision.of(hurried.grant()));
    }

    /** What came due while Parley was away is nobody's silence. */
    @Test
    void hasAFreshPeriodAfterAnOutage() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();
        Instant resumed = asked.dueAt().plus(Duration.ofDays(2));

        Grant fresh = policy.decide(asked, new GrantEvent.Due("p-2", resumed), resumed.plusSeconds(1))
                .grant();

        assertThat(fresh.status()).isEqualTo(Status.HELD);
        assertThat(fresh.ping().attempt()).isZero();
        assertThat(fresh.dueAt()).isBetween(resumed, resumed.plusSeconds(1).plus(PERIOD));
    }

    /** However long a ping waits for its answer. */
    @Test
    void isAskedSoonAfterAnOutage() {
        Grant held = held(policy);
        Instant due = held.dueAt();

        Grant asked = policy.decide(held, new GrantEvent.Due("p-1", due), due).grant();

        assertThat(asked.ping()).isEqualTo(new Ping("p-1", 1, due.plus(PATIENCE)));
    }

    @Test
    void canStillBeAnsweredAfterAnOutage() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();
        Instant resumed = asked.dueAt().plus(Duration.ofDays(2));
        Grant fresh = policy.decide(asked, new GrantEvent.Due("p-2", resumed), resumed.plusSeconds(1))
                .grant();

        Grant heard = decide(policy, fresh, new GrantEvent.Confirmed("p-1"), resumed.plusSeconds(2))
                .grant();

        assertThat(heard.ping()).isNull();
        assertThat(heard.confirmedAt()).isEqualTo(resumed.plusSeconds(2));
    }

    /** Who waits need not wait for as long as the fresh period of a holder that was silent. */
    @Test
    void isAskedEarlyAfterAnOutageThoughItWasAskedBefore() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();
        Instant resumed = asked.dueAt().plus(Duration.ofDays(2));
        Grant fresh = policy.decide(asked, new GrantEvent.Due("p-2", resumed), resumed.plusSeconds(1))
                .grant();

        GrantDecision hurried = decide(policy, fresh, new GrantEvent.Hurried("p-3"), resumed.plusSeconds(2));

        assertThat(fresh.isAsked()).isFalse();
        assertThat(ping(hurried))
                .isEqualTo(new Ping("p-1", 1, resumed.plusSeconds(2).plus(PATIENCE)));
        assertThat(hurried.grant().isAsked()).isTrue();
    }

    /** Who has been able to answer for a moment only has not been silent. */
    @Test
    void hasTimeToAnswerAfterAnOutageThatEndedJustBefore() {
        Grant asked = due(policy, held(policy), NOW.plus(PERIOD)).grant();
        Grant last = due(
                        policy,
                        due(policy, asked, asked.dueAt()).grant(),
                        asked.dueAt().plus(PERIOD))
                .grant();
        Instant tooLate = last.dueAt().minus(PATIENCE).plusMillis(1);
        Instant inTime = last.dueAt().minus(PATIENCE);

        Grant spared = policy.decide(last, new GrantEvent.Due("p-2", tooLate), last.dueAt())
                .grant();
        Grant dropped = policy.decide(last, new GrantEvent.Due("p-2", inTime), last.dueAt())
                .grant();

        assertThat(spared.status()).isEqualTo(Status.HELD);
        assertThat(spared.ping().attempt()).isEqualTo(last.ping().attempt());
        assertThat(dropped.ended()).isEqualTo(Ending.SILENT);
    }

    @Test
    void isHeldAsLongAsItsPoolAllowsAndNoLonger() {
        GrantPolicy bounded = new GrantPolicy(SHORT_LIVED);
        Grant asked = due(bounded, held(bounded), NOW.plus(PERIOD)).grant();
        Grant confirmed = decide(bounded, asked, new GrantEvent.Confirmed("p-1"), NOW.plus(PERIOD))
                .grant();

        assertThat(confirmed.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(90)));
        GrantDecision over = due(bounded, confirmed, confirmed.dueAt());
        assertThat(over.grant().ended()).isEqualTo(Ending.LIFETIME);
    }

    @Test
    void isALeaseThatEndsUnlessItIsRenewed() {
        GrantPolicy leases = new GrantPolicy(LEASED);
        Grant held = held(leases);
        assertThat(held.dueAt()).isEqualTo(NOW.plus(PERIOD));
        Grant renewed = decide(leases, held, new GrantEvent.Renewed(), NOW.plusSeconds(60))
                .grant();
        assertThat(renewed.dueAt()).isEqualTo(NOW.plusSeconds(60).plus(PERIOD));

        GrantDecision over = due(leases, renewed, renewed.dueAt());

        assertThat(over.grant().ended()).isEqualTo(Ending.NOT_RENEWED);
        assertThat(over.effects()).noneMatch(GrantEffect.Ask.class::isInstance);
    }

    @Test
    void hasAWholePeriodMoreAsALeaseAfterAnOutage() {
        GrantPolicy leases = new GrantPolicy(LEASED);
        Grant held = held(leases);
        Instant resumed = held.dueAt().plus(Duration.ofDays(2));

        Grant fresh =
                leases.decide(held, new GrantEvent.Due("p-2", resumed), resumed).grant();

        assertThat(fresh.dueAt())
                .isBetween(
                        resumed.plus(PERIOD),
                        resumed.plus(PERIOD.multipliedBy(6).dividedBy(5)));
    }

    @Test
    void isNotRenewedWhereHoldersAreAsked() {
        assertThat(problem(decide(policy, held(policy), new GrantEvent.Renewed(), NOW)))
                .isEqualTo("renewal-unsupported");
    }

    @Test
    void waitsForSoLongAndIsTold() {
        Grant waiting = Grant.waiting("g", "seats", "user:alice", Address.queue("reply.alice"), NOW, NOW.plus(PERIOD));

        assertThat(due(policy, waiting, NOW.plusSeconds(1))).isEqualTo(GrantDecision.of(waiting));
        GrantDecision over = due(policy, waiting, NOW.plus(PERIOD));

        assertThat(over.grant().ended()).isEqualTo(Ending.WAITED);
        assertThat(over.effects()).containsExactly(new GrantEffect.TellEnded(Ending.WAITED));
    }

    @Test
    void doesNothingBeforeItsTime() {
        Grant held = held(policy);
        assertThat(due(policy, held, held.dueAt().minusMillis(1))).isEqualTo(GrantDecision.of(held));
    }

    private static Grant held(GrantPolicy policy) {
        return held(policy, "grant-1");
    }

    private static Grant held(GrantPolicy policy, String id) {
        Grant waiting = Grant.waiting(id, "seats", "user:alice", Address.queue("reply.alice"), NOW, NOW.plus(PERIOD));
        return decide(policy, waiting, new GrantEvent.Granted("seat-1", 7), NOW).grant();
    }

    private static GrantDecision due(GrantPolicy policy, Grant grant, Instant at) {
        return decide(policy, grant, new GrantEvent.Due("p-1", LONG_AGO), at);
    }

    private static GrantDecision decide(GrantPolicy policy, Grant grant, GrantEvent event, Instant at) {
        return policy.decide(grant, event, at);
    }

    private static Ping ping(GrantDecision decision) {
        return ((GrantEffect.Ask) decision.effects().get(0)).ping();
    }

    private static String problem(GrantDecision decision) {
        return ((GrantEffect.Refuse) decision.effects().get(0)).why().name();
    }
}
